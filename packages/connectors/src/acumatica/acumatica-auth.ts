import type { Authorization, Authorizer } from '../auth/authorizer.ts';
import type { ClientProof } from '../auth/client-proof.ts';
import { oauth2 } from '../auth/oauth2.ts';
import type { TokenCache } from '../auth/token-cache.ts';
import { type HttpRuntime, httpClient } from '../http/http-client.ts';
import { signInSession } from './sign-in-session.ts';

/** A connected application of form SM303010, and how it proves itself. */
interface ConnectedApplication {
  /** With the tenant: `88358B02-A48D-A50E-F710-39C1636C30F6@MyTenant`. */
  readonly clientId: string;
  /** A shared secret, or a private key for a signed assertion. */
  readonly proof: ClientProof;
}

/**
 * Who asks. Acumatica documents no client credentials flow: without a person at hand it is `password` (Resource Owner Password
 * Credentials Flow), `refresh` with the token of an authorization code flow, or `session`, a sign-in by name and password that
 * Acumatica will discontinue.
 */
export type AcumaticaCredentials =
  | ({
      readonly kind: 'password';
      readonly user: string;
      readonly password: string;
      /** `api offline_access` when absent: one session for all tokens of a chain. */
      readonly scope?: string | undefined;
    } & ConnectedApplication)
  | ({ readonly kind: 'refresh'; readonly refreshToken: string } & ConnectedApplication)
  | {
      readonly kind: 'session';
      readonly user: string;
      readonly password: string;
      readonly tenant?: string | undefined;
      readonly branch?: string | undefined;
    };

export interface AcumaticaAuthSettings extends HttpRuntime {
  readonly baseUrl: string;
  readonly credentials: AcumaticaCredentials;
  readonly cache?: TokenCache | undefined;
}

/**
 * Authorizes by a token or a session's cookies. Both hold a session that the licence counts: `release` signs out
 * (Sign Out from the Service), and does not throw where that fails, since the session then ends by itself after ten minutes.
 */
export function acumaticaAuth(
  settings: AcumaticaAuthSettings,
): Authorizer & { release: NonNullable<Authorizer['release']> } {
  const { credentials, baseUrl } = settings;
  const inner =
    credentials.kind === 'session' ? signInSession({ ...settings, credentials }) : token(settings, credentials);
  const send = httpClient({ ...settings, baseUrl: baseUrl.replace(/\/$/, '') });
  let used: Authorization | undefined;
  return {
    authorize: async (request, call) => {
      const authorization = await inner.authorize(request, call);
      if (authorization.ok) used = authorization;
      return authorization;
    },
    ...(inner.renew && { renew: inner.renew }),
    release: async (call) => {
      const authorization = used;
      used = undefined;
      if (authorization === undefined) return;
      await send({ method: 'POST', path: '/entity/auth/logout', headers: authorization.headers }, call);
      await inner.release?.(call);
    },
  };
}

function token(settings: AcumaticaAuthSettings, credentials: Exclude<AcumaticaCredentials, { kind: 'session' }>) {
  const { clientId, proof } = credentials;
  const grant =
    credentials.kind === 'refresh'
      ? ({ type: 'refresh_token', refreshToken: credentials.refreshToken } as const)
      : ({
          type: 'password',
          user: credentials.user,
          password: credentials.password,
          scope: credentials.scope ?? 'api offline_access',
        } as const);
  const tokenUrl = `${settings.baseUrl.replace(/\/$/, '')}/identity/connect/token`;
  return oauth2({ ...settings, name: 'Acumatica', tokenUrl, clientId, proof, grant, lifetimeSeconds: 3600 });
}
