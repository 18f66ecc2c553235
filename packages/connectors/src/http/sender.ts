import type { Authorization, Authorizer } from '../auth/authorizer.ts';
import type { Limiter, Permit } from '../limit/limiter.ts';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { VendorPolicy } from '../port/policy.ts';
import type { Exchange } from './exchange.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import type { HttpClient } from './http-client.ts';
import { classOfStatus } from './status-classes.ts';
import type { VendorRequest } from './vendor-client.ts';

/** What came of a request, or why it never left. */
export type Sent = { readonly exchange: Exchange } | { readonly failure: ConnectorFailure };

interface SenderSettings {
  readonly policy: VendorPolicy;
  readonly baseUrl: string;
  readonly auth: Authorizer;
  readonly send: HttpClient;
  /** Grows by what must stand in no message. */
  readonly secrets: string[];
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly limiter?: Limiter | undefined;
  readonly now?: (() => number) | undefined;
  readonly onExchange?: ((record: ExchangeRecord) => void) | undefined;
}

type Kind = 'read' | 'write';

/** Sends a request with its authorization, as the limiter allows, and once more with a new token where the first was refused. */
export function sender(settings: SenderSettings): (kind: Kind, request: VendorRequest, call: Call) => Promise<Sent> {
  const { auth } = settings;
  return async (kind, request, call) => {
    for (let attempt = 1; ; attempt++) {
      const permit = await permission(settings, request, call);
      if ('failure' in permit) return permit;
      // After the wait: what is signed with the time, or has a token that ends soon, must not grow old in a queue.
      const authorization = await authorized(settings, { kind, request, call, permit });
      if (!authorization.ok) return authorization;
      keep(settings.secrets, authorization.secrets);
      const exchange = await attemptOnce(settings, { kind, request, call, attempt, authorization, permit });
      if (attempt > 1 || exchange.kind !== 'answered' || !isRefused(exchange.status)) return { exchange };
      if (!(await auth.renew?.(authorization, exchange))) return { exchange };
    }
  };
}

/** Gives its place back where there is nothing to send with. */
async function authorized(
  settings: SenderSettings,
  { kind, request, call, permit }: Pick<Attempt, 'kind' | 'request' | 'call' | 'permit'>,
): Promise<Authorization | { readonly ok: false; readonly failure: ConnectorFailure }> {
  const { method } = request;
  try {
    const answer = await settings.auth.authorize({ method, url: urlOf(settings, request), kind }, call);
    if (!answer.ok) permit.permit?.done('notSent');
    return answer;
  } catch (error) {
    permit.permit?.done('notSent');
    throw error;
  }
}

const isRefused = (status: number): boolean => status === 401 || status === 403;

function urlOf({ baseUrl }: SenderSettings, { path, query = {} }: VendorRequest): string {
  const search = new URLSearchParams(query).toString();
  return `${baseUrl}${path}${search === '' ? '' : `?${search}`}`;
}

/** Those used last: a token that was replaced is of no use to anybody. */
function keep(secrets: string[], more: readonly string[]): void {
  const used = new Set(more);
  const others = secrets.filter((secret) => !used.has(secret));
  secrets.splice(0, secrets.length, ...others.slice(-50), ...used);
}

interface Permission {
  readonly permit: Permit | undefined;
  readonly waitedMs: number;
}

async function permission(
  { limiter, policy, now = Date.now }: SenderSettings,
  { cost, lane }: VendorRequest,
  { signal, deadline }: Call,
): Promise<Permission | { readonly failure: ConnectorFailure }> {
  if (limiter === undefined) return { permit: undefined, waitedMs: 0 };
  const start = now();
  const tell = (name: ErrorClass, text: string, retryAfterMs?: number) => ({
    failure: failure(name, `${policy.name}: ${text}`, { safeToReplay: true, retryAfterMs }),
  });
  try {
    const permit = await limiter.acquire({ cost, lane, signal, deadline });
    if (permit.refused) return tell('rate-limited', 'the queue of requests is too long', permit.retryAfterMs);
    return { permit, waitedMs: now() - start };
  } catch (error) {
    if (!signal?.aborted) throw error;
    return tell('unavailable', 'ended by the caller before it was sent');
  }
}

interface Attempt {
  readonly kind: Kind;
  readonly request: VendorRequest;
  readonly call: Call;
  readonly attempt: number;
  readonly authorization: Authorization;
  readonly permit: Permission;
}

async function attemptOnce(
  settings: SenderSettings,
  { kind, request, call, attempt, authorization, permit }: Attempt,
): Promise<Exchange> {
  const { send, now = Date.now } = settings;
  const startedAt = now();
  const headers = { ...settings.headers, ...request.headers, ...authorization.headers };
  let exchange: Exchange | undefined;
  try {
    exchange = await send({ ...request, headers }, call);
    return exchange;
  } finally {
    permit.permit?.done(limitedAnswer(exchange));
    tell(settings, {
      system: settings.policy.name,
      operation: request.operation,
      kind,
      method: request.method,
      path: request.path.split('?')[0] ?? '',
      ...outcomeOf(exchange, kind),
      startedAt,
      milliseconds: now() - startedAt,
      waitedMs: permit.waitedMs,
      attempt,
    });
  }
}

function limitedAnswer(exchange: Exchange | undefined): Parameters<Permit['done']>[0] {
  if (exchange === undefined || exchange.kind === 'notSent') return 'notSent';
  if (exchange.kind === 'lost') return undefined;
  const { status, headers, body } = exchange;
  return { status, headers, json: body.kind === 'json' ? body.value : undefined };
}

function outcomeOf(exchange: Exchange | undefined, kind: Kind): Pick<ExchangeRecord, 'status' | 'failure'> {
  if (exchange === undefined || exchange.kind === 'notSent') return { failure: 'unavailable' };
  if (exchange.kind === 'lost') return { failure: kind === 'read' ? 'unavailable' : 'timeout-unknown' };
  const { status } = exchange;
  return status >= 200 && status <= 299 ? { status } : { status, failure: classOfStatus(status, kind) };
}

/** Whoever watches must not be able to change what happens. */
function tell({ onExchange }: SenderSettings, record: ExchangeRecord): void {
  try {
    onExchange?.(record);
  } catch {
    // Nothing of it is ours to tell.
  }
}
