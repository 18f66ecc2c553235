import type { Authorizer } from '../auth/authorizer.ts';
import { memoryTokenCache, type TokenCache } from '../auth/token-cache.ts';
import type { Exchange } from '../http/exchange.ts';
import { type HttpRuntime, httpClient } from '../http/http-client.ts';
import { redact } from '../http/redact.ts';
import { classOfError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import { acumaticaErrors } from './acumatica-errors.ts';
import { errorOf } from './error-of.ts';

export interface SignInSettings extends HttpRuntime {
  readonly baseUrl: string;
  readonly credentials: {
    readonly user: string;
    readonly password: string;
    readonly tenant?: string | undefined;
    readonly branch?: string | undefined;
  };
  /** In memory when absent: with a cache of the user's own, serverless calls share one session. */
  readonly cache?: TokenCache | undefined;
}

interface Session {
  readonly cookie: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly usedAt: number;
}

/** Acumatica ends a session ten minutes after its last use (Sign Out from the Service, Usage Notes). */
const idle = 10 * 60_000;
/** How often the time of the last use is written to the cache. */
const notice = 60_000;
/** A session that is refused as young as this was not refused for its age. */
const young = 5_000;

/**
 * Authorizes by the cookies of a session: `POST /entity/auth/login` answers 204 with them (Sign In to the Service). A licence
 * counts sessions, a trial's allows two, so that calls share one, and it is kept until it is refused or idle for ten minutes.
 */
export function signInSession(settings: SignInSettings): Authorizer {
  const { credentials, cache = memoryTokenCache() } = settings;
  const now = settings.now ?? Date.now;
  const baseUrl = settings.baseUrl.replace(/\/$/, '');
  const key = ['acumatica', baseUrl, credentials.tenant ?? '', credentials.user, credentials.branch ?? ''].join(' ');
  const send = httpClient({ ...settings, baseUrl, maximumBytes: 64 * 1024 });
  let flight: Promise<Session | ConnectorFailure> | undefined;

  const keep = async (session: Session) => {
    await cache.set(key, JSON.stringify(session), session.usedAt + idle);
    return session;
  };
  const signIn = async (call: Call): Promise<Session | ConnectorFailure> => {
    const { user: name, ...rest } = credentials;
    const exchange = await send(
      { method: 'POST', path: '/entity/auth/login', body: { name, ...rest, kind: undefined } },
      call,
    );
    const cookie = cookieOf(exchange);
    if (cookie === undefined) return refusal(exchange, credentials.password);
    return await keep({ cookie, madeAt: now(), usedAt: now() });
  };
  const current = async (call: Call): Promise<Session | ConnectorFailure> => {
    const known = readSession(await cache.get(key));
    if (known !== undefined && now() < known.usedAt + idle) {
      return now() < known.usedAt + notice ? known : await keep({ ...known, usedAt: now() });
    }
    // The first caller's signal must not end what others wait for.
    flight ??= signIn({ deadline: call.deadline }).finally(() => {
      flight = undefined;
    });
    return await flight;
  };

  return {
    authorize: async (_, call) => {
      const session = await current(call);
      if ('class' in session) return { ok: false, failure: session };
      return { ok: true, headers: { cookie: session.cookie }, secrets: secretsOf(session) };
    },
    renew: async (refused, { status }) => {
      if (status !== 401) return false;
      const known = readSession(await cache.get(key));
      // Another call may have signed in meanwhile.
      if (known === undefined || known.cookie !== refused.headers['cookie']) return true;
      if (now() - known.madeAt < young) return false;
      await cache.delete(key);
      return true;
    },
    release: async () => {
      await cache.delete(key);
    },
  };
}

/** The header, and what stands in each of its cookies. */
function secretsOf({ cookie }: Session): readonly string[] {
  return [cookie, ...cookie.split('; ').map((one) => one.slice(one.indexOf('=') + 1))].filter((one) => one !== '');
}

/** The cookies of a sign-in that was a success, as they are sent back. */
function cookieOf(exchange: Exchange): string | undefined {
  if (exchange.kind !== 'answered' || exchange.status < 200 || exchange.status > 299) return undefined;
  const cookies = exchange.headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
  return cookies.length === 0 ? undefined : cookies.join('; ');
}

/** A sign-in that is made again does no harm, so every failure is safe to replay. */
function refusal(exchange: Exchange, password: string): ConnectorFailure {
  const tell = (name: ErrorClass, text: string, vendor?: ConnectorFailure['vendor']) =>
    failure(name, `Acumatica: no session: ${redact(text, [password])}`, { safeToReplay: true, vendor });
  if (exchange.kind === 'notSent') return tell(exchange.fault ?? 'unavailable', exchange.reason);
  if (exchange.kind === 'lost') return tell('unavailable', exchange.reason);
  const { status, body } = exchange;
  const said = body.kind === 'json' ? errorOf(body.value) : undefined;
  const text = [`answered ${status}`, said?.message].filter((part) => part !== undefined).join(': ');
  // 429 of a sign-in is one session too many.
  if (status === 429) return tell('concurrency-limited', text, { status });
  const known = classOfError(acumaticaErrors, { status, code: said?.code, message: said?.message });
  const byStatus = status >= 500 ? 'unavailable' : status >= 400 ? 'auth' : 'config';
  return tell(known ?? byStatus, text, { status });
}

function readSession(text: string | undefined): Session | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const [cookie, madeAt, usedAt] = [fieldOf(value, 'cookie'), fieldOf(value, 'madeAt'), fieldOf(value, 'usedAt')];
    const isWhole = typeof cookie === 'string' && typeof madeAt === 'number' && typeof usedAt === 'number';
    return isWhole ? { cookie, madeAt, usedAt } : undefined;
  } catch {
    return undefined;
  }
}
