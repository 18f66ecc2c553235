import * as oidc from 'openid-client';
import type { User } from '../server/user.ts';
import type { Attempt } from './attempt.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { roleOf } from './role-of.ts';

/** Who came back from the provider. */
export interface SignedIn {
  /** `undefined` where the provider knows the person, but no rule gives a role. */
  readonly user: User | undefined;
  readonly idToken: string;
}

/** The provider that signs people in. Each call rejects where it cannot be reached or says what it must not. */
export interface OidcProvider {
  /** Begins a sign-in; answers what the browser has to keep, and where to send it. */
  begin(to: string): Promise<{ readonly kept: Attempt; readonly address: URL }>;
  /** `search` is what the browser brought back. */
  finish(kept: Attempt, search: string): Promise<SignedIn>;
  /** Where the browser ends the session that it has at the provider; `undefined` where that is not offered. */
  endOf(idToken: string): Promise<URL | undefined>;
}

/** By OpenID Connect: an authorization code, with PKCE, state and nonce. */
export function oidcProvider(settings: OidcSettings): OidcProvider {
  const { issuer, origin, scope, roles } = settings;
  const callback = `${origin}/sign-in/callback`;
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    // A provider that is away now may be back at the next sign-in.
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return {
    async begin(to) {
      const kept = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        to,
      };
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope,
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      });
      return { kept, address };
    },
    async finish({ state, nonce, verifier }, search) {
      const config = await configuration();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${callback}${search}`), checks);
      const told = tokens.claims();
      if (told === undefined || tokens.id_token === undefined) throw new Error('The provider sent no ID token.');
      const more =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(config, tokens.access_token, told.sub);
      const claims = { ...more, ...told };
      const role = roleOf(claims, roles);
      const user = role === undefined ? undefined : { id: idOf(issuer, told.sub), name: nameOf(claims), role };
      return { user, idToken: tokens.id_token };
    },
    async endOf(idToken) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${origin}/`, id_token_hint: idToken });
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const isLocal = issuer.protocol === 'http:';
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret);
  return oidc.discovery(issuer, clientId, undefined, authentication, {
    timeout: 10,
    ...(isLocal && { execute: [oidc.allowInsecureRequests] }),
  });
}

/** A subject is somebody else at another provider. */
function idOf({ host, pathname }: URL, subject: string): string {
  return `${host}${pathname.replace(/\/$/, '')}#${subject}`;
}

function nameOf(claims: Readonly<Record<string, unknown>>): string {
  const names = [claims['name'], claims['preferred_username'], claims['email'], claims['sub']];
  const name = names.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? 'Somebody';
  return name
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100);
}
