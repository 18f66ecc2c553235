import type { Authorization, Authorizer } from '../auth/authorizer.ts';
import { memoryTokenCache, type TokenCache } from '../auth/token-cache.ts';
import { type HttpRuntime, httpClient } from '../http/http-client.ts';
import type { Call } from '../port/call.ts';
import { failure } from '../port/failure.ts';

export interface CsrfSettings extends HttpRuntime {
  /** Root of the service that gives the token. */
  readonly serviceUrl: string;
  /** Who asks; its headers go with the request for the token too. */
  readonly user: Authorizer;
  readonly cache?: TokenCache | undefined;
  /** Names the user in the cache: a token is of one session of one user. */
  readonly cacheKey: string;
}

interface Session {
  readonly token: string;
  /** The header `cookie`. */
  readonly cookie: string;
}

/** SAP ends an idle session after 30 minutes by default. */
const lifetime = 20 * 60_000;

/**
 * Authorizes writes by a token that goes with a session's cookies: SAP gives both for a GET with `x-csrf-token: Fetch` and
 * refuses a write without them by 403 and `x-csrf-token: Required`. Reads go without. The session lives in the cache, so
 * that a function without memory does not fetch one for each write.
 * SAP Help Portal, SAP Gateway Foundation: Cross-Site Request Forgery Protection.
 */
export function csrfSession(settings: CsrfSettings): Authorizer {
  const { user, cache = memoryTokenCache() } = settings;
  const now = settings.now ?? Date.now;
  const key = `csrf ${settings.serviceUrl} ${settings.cacheKey}`;
  const send = httpClient({ ...settings, baseUrl: settings.serviceUrl });
  let flight: ReturnType<typeof fetchSession> | undefined;

  const fetchSession = async (call: Call, signed: Authorization) => {
    const headers = { ...signed.headers, 'x-csrf-token': 'Fetch' };
    const exchange = await send({ method: 'GET', path: '/', headers }, call);
    if (exchange.kind !== 'answered') return refused('unavailable', exchange.reason);
    const { status, headers: answered } = exchange;
    if (status === 401) return refused('auth', `answered ${status}`);
    if (status === 403) return refused('permission', `answered ${status}`);
    const token = answered.get('x-csrf-token');
    if (status > 299 || token === null) return refused(status >= 500 ? 'unavailable' : 'config', `answered ${status}`);
    const cookie = answered.getSetCookie().map((text) => text.split(';')[0] ?? '');
    const session: Session = { token, cookie: cookie.join('; ') };
    await cache.set(key, JSON.stringify(session), now() + lifetime);
    return { ok: true, session } as const;
  };

  /** Whatever comes of it, a flight is over when it has landed. */
  const landed = (one: typeof flight) =>
    one?.finally(() => {
      if (flight === one) flight = undefined;
    });

  return {
    authorize: async (request, call) => {
      const signed = await user.authorize(request, call);
      if (!signed.ok || request.kind === 'read') return signed;
      const known = readSession(await cache.get(key));
      flight ??= known === undefined ? fetchSession({ deadline: call.deadline }, signed) : undefined;
      const fetched = known === undefined ? await landed(flight) : ({ ok: true, session: known } as const);
      if (fetched === undefined || !fetched.ok) return fetched ?? refused('unavailable', 'no session');
      const { token, cookie } = fetched.session;
      const headers = { ...signed.headers, 'x-csrf-token': token, ...(cookie === '' ? {} : { cookie }) };
      return { ok: true, headers, secrets: [...signed.secrets, token, ...valuesOf(cookie)] };
    },
    renew: async (refusedOnce, answer) => {
      if (answer.status === 401) return (await user.renew?.(refusedOnce, answer)) ?? false;
      if (answer.headers.get('x-csrf-token')?.toLowerCase() !== 'required') return false;
      // Another call may have fetched one meanwhile.
      if (readSession(await cache.get(key))?.token === refusedOnce.headers['x-csrf-token']) await cache.delete(key);
      return true;
    },
  };
}

/** A cookie is a secret by itself, and so is all of them. */
function valuesOf(cookie: string): readonly string[] {
  const values = cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1));
  return [cookie, ...values].filter((value) => value !== '');
}

function refused(name: 'unavailable' | 'auth' | 'permission' | 'config', reason: string) {
  const text = `SAP S/4HANA: no token for writing: ${reason}`;
  return { ok: false, failure: failure(name, text, { safeToReplay: true }) } as const;
}

function readSession(text: string | undefined): Session | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { token, cookie } = value as Readonly<Record<string, unknown>>;
    return typeof token === 'string' && typeof cookie === 'string' ? { token, cookie } : undefined;
  } catch {
    return undefined;
  }
}
