import type { ClientAuth } from 'oauth4webapi';
import { sha256 } from '../bytes/sha256.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { unlessAborted } from '../http/unless-aborted.ts';
import type { Call } from '../port/call.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { Authorization, Authorizer } from './authorizer.ts';
import type { ClientProof } from './client-proof.ts';
import { requestToken, type TokenGrant } from './request-token.ts';
import { memoryTokenCache, type TokenCache } from './token-cache.ts';

export interface OAuth2Settings extends HttpRuntime {
  /** The system's name in messages. */
  readonly name: string;
  /** Address of the token endpoint. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly grant: TokenGrant;
  /** Header of the token; `authorization: Bearer <token>` when absent. */
  readonly header?: { readonly name: string; readonly scheme?: string | undefined } | undefined;
  /** Seconds that a token lasts where the answer does not say it; 1200 when absent. */
  readonly lifetimeSeconds?: number | undefined;
  /** In memory when absent: with a cache of the user's own, serverless calls share a token. */
  readonly cache?: TokenCache | undefined;
}

interface Token {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly expiresAt: number;
  /** One that came with it, for the next time (RFC 6749 §6). */
  readonly refreshToken?: string | undefined;
}

/** A token is renewed this long before it ends, so that it does not end on its way. */
const early = 60_000;
/** One that is refused as young as this was not refused for its age: another would fare no better. */
const young = 5_000;

/** `oauth2` for a system that takes one kind of proof: `prove` makes it, and no other kind is carried along. */
export function tokenAuthorizer(settings: OAuth2Settings, prove: () => Promise<ClientAuth>): Authorizer {
  const { cache = memoryTokenCache(), header = { name: 'authorization', scheme: 'Bearer' } } = settings;
  const now = settings.now ?? Date.now;
  let name: Promise<string> | undefined;
  const keyOf = (): Promise<string> => {
    name ??= cacheKey(settings);
    return name;
  };
  let flight: Promise<Token | ConnectorFailure> | undefined;

  const cached = async (): Promise<Token | undefined> => readToken(await cache.get(await keyOf()));
  const fetchToken = async (call: Call): Promise<Token | ConnectorFailure> => {
    const known = await cached();
    const request = { ...settings, prove };
    const first = await requestToken(request, known?.refreshToken, call);
    // A refresh token that an answer was lost for is used up: what there was from the beginning is asked with.
    const isUsedUp = 'class' in first && first.class === 'auth' && known?.refreshToken !== undefined;
    const answer = isUsedUp ? await requestToken(request, undefined, call) : first;
    if ('class' in answer) return answer;
    const madeAt = now();
    const expiresAt = madeAt + answer.lifetimeSeconds * 1000;
    const token: Token = { token: answer.token, madeAt, expiresAt, refreshToken: answer.refreshToken };
    await cache.set(await keyOf(), JSON.stringify(token), expiresAt);
    return token;
  };
  const current = async (call: Call): Promise<Token | ConnectorFailure> => {
    const known = await cached();
    if (known !== undefined && now() < known.expiresAt - early) return known;
    // The first caller's signal and deadline must not end what others wait for; each waits as long as it has.
    flight ??= fetchToken({}).finally(() => {
      flight = undefined;
    });
    return await waitedFor(flight, settings, call);
  };

  return {
    authorize: async (_, call) => {
      const token = await current(call);
      if ('class' in token) return { ok: false, failure: token };
      const value = header.scheme === undefined ? token.token : `${header.scheme} ${token.token}`;
      return { ok: true, headers: { [header.name]: value }, secrets: [token.token] };
    },
    renew: async (refused: Authorization, { status }) => {
      if (status !== 401) return false;
      const known = await cached();
      if (known === undefined || !refused.secrets.includes(known.token)) return true;
      if (now() - known.madeAt < young) return false;
      // Only what it was refused for is thrown away: the refresh token is still good.
      await cache.set(await keyOf(), JSON.stringify({ ...known, expiresAt: 0 }), known.expiresAt);
      return true;
    },
  };
}

/** One application asks for many accounts: whose token it is belongs to its name, as a hash, since it is a secret. */
async function cacheKey({ tokenUrl, clientId, grant }: OAuth2Settings): Promise<string> {
  const { type, scope = '', parameters } = grant;
  const account = 'refreshToken' in grant ? grant.refreshToken : 'user' in grant ? grant.user : undefined;
  const identity = JSON.stringify([account, parameters]);
  const more =
    account === undefined && parameters === undefined ? [] : [await sha256(new TextEncoder().encode(identity))];
  return ['oauth2', tokenUrl, clientId, type, scope, ...more].join(' ');
}

/** What comes of a request that others share, unless this caller has no more time for it. */
async function waitedFor(
  flight: Promise<Token | ConnectorFailure>,
  { name, now = Date.now, timeout = AbortSignal.timeout }: OAuth2Settings,
  { signal, deadline }: Call,
): Promise<Token | ConnectorFailure> {
  const left = deadline === undefined ? undefined : timeout(Math.max(deadline - now(), 0));
  const ends = [signal, left].filter((one) => one !== undefined);
  const tooLate = () =>
    failure('unavailable', `${name}: no token before the caller had to end`, { safeToReplay: true });
  if (ends.some(({ aborted }) => aborted)) return tooLate();
  if (ends.length === 0) return await flight;
  const end = AbortSignal.any(ends);
  return await unlessAborted(flight, end).catch((error: unknown) => {
    if (end.aborted) return tooLate();
    throw error;
  });
}

/** A token as it was kept; undefined for what is none, since the store is not ours. */
function readToken(text: string | undefined): Token | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isToken(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is Token {
  if (typeof value !== 'object' || value === null) return false;
  const { token, madeAt, expiresAt, refreshToken } = value as Readonly<Record<string, unknown>>;
  const isWhole = typeof token === 'string' && typeof madeAt === 'number' && typeof expiresAt === 'number';
  return isWhole && (refreshToken === undefined || typeof refreshToken === 'string');
}
