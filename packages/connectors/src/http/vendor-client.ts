import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { VendorPolicy } from '../port/policy.ts';
import type { Exchange } from './exchange.ts';
import { type HttpRequest, type HttpRuntime, httpClient } from './http-client.ts';
import { redact } from './redact.ts';
import { retryAfter } from './retry-after.ts';
import { classOfStatus } from './status-classes.ts';

/** What a system's own error says. */
export interface VendorError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

export interface VendorSettings extends HttpRuntime {
  readonly policy: VendorPolicy;
  /** What stands in the braces of the policy's address. */
  readonly address: Readonly<Record<string, string>>;
  /** The token for the policy's authentication; never repeated in a message. */
  readonly token?: string | undefined;
  /** Reads the system's error from an answer's JSON. */
  readonly errorOf: (json: unknown) => VendorError | undefined;
  /** Class by the system's own error code, before that of the status. */
  readonly errorCodes: Readonly<Record<string, ErrorClass>>;
}

/** JSON of a success (undefined for an empty body), or why there is none. */
export type Answer =
  | { readonly ok: true; readonly status: number; readonly json: unknown }
  | { readonly ok: false; readonly failure: ConnectorFailure };

export interface VendorClient {
  /** Sends one request once. `kind` says whether it changes something: that decides what a lost answer means. */
  call(kind: 'read' | 'write', request: HttpRequest, signal?: AbortSignal): Promise<Answer>;
  /** A failure that the adapter finds in an answer of its own; the text is made fit for logs. */
  fail(name: ErrorClass, text: string, known?: Parameters<typeof failure>[2]): ConnectorFailure;
}

/** Speaks to one system by its policy: address, token, and what its answers mean. */
export function vendorClient(settings: VendorSettings): VendorClient {
  const { policy, token } = settings;
  const secrets = token === undefined ? [] : [token];
  const now = settings.now ?? Date.now;
  const send = httpClient({
    ...settings,
    baseUrl: fillAddress(policy.baseUrl, settings.address),
    headers: authorization(policy, token),
  });
  const clean = (text: string) => redact(text, secrets);
  const fail: VendorClient['fail'] = (name, text, known) => {
    const code = known?.vendor?.code;
    const vendor = code === undefined ? known?.vendor : { ...known?.vendor, code: clean(code) };
    return failure(name, `${policy.name}: ${clean(text)}`, { ...known, vendor });
  };

  return {
    fail,
    call: async (kind, request, signal) => {
      const exchange = await send(request, signal);
      if (exchange.kind !== 'answered') return { ok: false, failure: unanswered(exchange, kind, fail) };
      const { status, body } = exchange;
      if (status < 200 || status > 299) return { ok: false, failure: refused(exchange, kind, settings, now(), fail) };
      if (body.kind !== 'unreadable') return { ok: true, status, json: body.kind === 'json' ? body.value : undefined };
      const text = `answered ${status}, but ${body.reason}`;
      return {
        ok: false,
        failure: fail('contract-drift', text, { safeToReplay: kind === 'read', vendor: { status } }),
      };
    },
  };
}

function fillAddress(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new TypeError(`the address needs ${name}`);
    return value.replace(/\/$/, '');
  });
}

function authorization({ auth }: VendorPolicy, token: string | undefined): Record<string, string> {
  if (auth.kind === 'none') return {};
  if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) throw new TypeError('the token must be printable ASCII');
  return { [auth.name]: auth.scheme === undefined ? token : `${auth.scheme} ${token}` };
}

function unanswered(
  exchange: Exclude<Exchange, { kind: 'answered' }>,
  kind: 'read' | 'write',
  fail: VendorClient['fail'],
): ConnectorFailure {
  if (exchange.kind === 'notSent') return fail(exchange.fault ?? 'unavailable', exchange.reason);
  return kind === 'read' ? fail('unavailable', exchange.reason) : fail('timeout-unknown', exchange.reason);
}

function refused(
  { status, headers, body }: Extract<Exchange, { kind: 'answered' }>,
  kind: 'read' | 'write',
  { policy, errorOf, errorCodes }: VendorSettings,
  now: number,
  fail: VendorClient['fail'],
): ConnectorFailure {
  const error = body.kind === 'json' ? errorOf(body.value) : undefined;
  const code = error?.code?.slice(0, 100);
  const byCode = code !== undefined && Object.hasOwn(errorCodes, code) ? errorCodes[code] : undefined;
  const nothingDone = policy.retry.nothingDone.includes(status);
  const byStatus = nothingDone && status >= 500 ? 'unavailable' : classOfStatus(status, kind);
  const name = byCode ?? byStatus;
  const said = [code, error?.message].filter((part) => part !== undefined).join(': ');
  return fail(name, `answered ${status}${said === '' ? '' : ` (${said})`}`, {
    vendor: { code, status },
    retryAfterMs: retryAfter(headers, policy.retry.headers, now),
    // A client error is a refusal: whatever it is called, nothing was done.
    ...(kind === 'read' || nothingDone || (status >= 400 && status < 500 && status !== 408)
      ? { safeToReplay: true }
      : {}),
  });
}
