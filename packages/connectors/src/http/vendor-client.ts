import type { Authorizer } from '../auth/authorizer.ts';
import type { Limiter } from '../limit/limiter.ts';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { ConnectorFailure, failure } from '../port/failure.ts';
import type { VendorPolicy } from '../port/policy.ts';
import { authorizerOf } from './authorizer-of.ts';
import type { Exchange } from './exchange.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import { fillAddress } from './fill-address.ts';
import { type HttpRequest, type HttpRuntime, httpClient } from './http-client.ts';
import { refusalOf } from './refusal-of.ts';
import { type Sent, sender } from './sender.ts';
import type { ErrorRule, VendorError, VendorErrorRule } from './vendor-errors.ts';
import { vendorFailure } from './vendor-failure.ts';

export interface VendorSettings extends HttpRuntime {
  readonly policy: VendorPolicy;
  /** What stands in the braces of the policy's address. */
  readonly address: Readonly<Record<string, string>>;
  /** The token for the policy's header; never repeated in a message. */
  readonly token?: string | undefined;
  /** Who asks, where it is more than a token. */
  readonly auth?: Authorizer | undefined;
  /** Keeps to what the system allows; nothing waits when absent. */
  readonly limiter?: Limiter | undefined;
  /** Is told of every request. What it throws is nobody's. */
  readonly onExchange?: ((record: ExchangeRecord) => void) | undefined;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Reads the system's error from an answer's JSON, or its text where a text was asked for. */
  readonly errorOf: (body: unknown) => VendorError | undefined;
  /** What the system's own errors mean, before what the status means. */
  readonly errors: readonly (ErrorRule | VendorErrorRule)[];
}

/** A request to a system, and which operation makes it. */
export interface VendorRequest extends HttpRequest {
  /** For logs and traces: `orders.submit`. */
  readonly operation?: string | undefined;
  /** Points that it costs, and the operation whose limit it counts to: see `Limiter`. */
  readonly cost?: number | undefined;
  readonly lane?: string | undefined;
  /**
   * The statuses by which the system says that it has done a write whose answer has nothing to be looked at. Another success
   * is said by something in between, and nobody knows.
   */
  readonly done?: readonly number[] | undefined;
}

/** A success: its JSON, or its text (undefined for an empty body). Or why there is none. */
export type Answer =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly json: unknown }
  | { readonly ok: false; readonly failure: ConnectorFailure };

export interface VendorClient {
  /**
   * Sends one request once. `kind` says whether it changes something: that decides what a lost answer means. Only what was
   * refused for its token is sent a second time, with a new one.
   */
  call(kind: 'read' | 'write', request: VendorRequest, call?: Call): Promise<Answer>;
  /** A failure that the adapter finds in an answer of its own; the text is made fit for logs. */
  fail(name: ErrorClass, text: string, known?: Parameters<typeof failure>[2]): ConnectorFailure;
  /**
   * The path and query of a link that the system gave, for the next request: undefined where it leads to another host or
   * out of the base address, since a token must go nowhere else.
   */
  pathOf(link: string): string | undefined;
}

/** Speaks to one system by its policy: address, authorization, limits, and what its answers mean. */
export function vendorClient(settings: VendorSettings): VendorClient {
  const { policy } = settings;
  const baseUrl = fillAddress(policy.baseUrl, settings.address);
  const auth = authorizerOf(settings);
  const secrets: string[] = settings.token === undefined ? [] : [settings.token];
  const fail = vendorFailure(policy.name, secrets);
  const send = sender({ ...settings, baseUrl, auth, secrets, send: httpClient({ ...settings, baseUrl }) });

  return {
    fail,
    pathOf: (link) => pathWithin(baseUrl, link),
    call: async (kind, request, call = {}) => {
      const sent: Sent = await send(kind, request, call);
      if ('failure' in sent) return { ok: false, failure: sent.failure };
      return answerOf(sent.exchange, kind, settings, fail, request.done);
    },
  };
}

function answerOf(
  exchange: Exchange,
  kind: 'read' | 'write',
  settings: VendorSettings,
  fail: VendorClient['fail'],
  done?: readonly number[],
): Answer {
  if (exchange.kind === 'notSent')
    return { ok: false, failure: fail(exchange.fault ?? 'unavailable', exchange.reason) };
  if (exchange.kind === 'lost') {
    return { ok: false, failure: fail(kind === 'read' ? 'unavailable' : 'timeout-unknown', exchange.reason) };
  }
  const { status, headers, body } = exchange;
  if (status < 200 || status > 299) return { ok: false, failure: refusalOf(exchange, kind, settings, fail) };
  if (done !== undefined && !done.includes(status)) {
    const text = `answered ${status}, expected ${done.join(' or ')}: it may have been done`;
    return { ok: false, failure: fail('contract-drift', text, { safeToReplay: false, vendor: { status } }) };
  }
  if (body.kind === 'unreadable') {
    const known = { safeToReplay: kind === 'read', vendor: { status } };
    if (body.isCut)
      return { ok: false, failure: fail(kind === 'read' ? 'unavailable' : 'timeout-unknown', body.reason, known) };
    return { ok: false, failure: fail('contract-drift', `answered ${status}, but ${body.reason}`, known) };
  }
  const json = body.kind === 'json' ? body.value : body.kind === 'text' ? body.text : undefined;
  return { ok: true, status, headers, json };
}

function pathWithin(baseUrl: string, link: string): string | undefined {
  const base = new URL(baseUrl);
  if (!URL.canParse(link, `${baseUrl}/`)) return undefined;
  const url = new URL(link, `${baseUrl}/`);
  const root = base.pathname === '/' ? '' : base.pathname;
  const inside = url.origin === base.origin && url.pathname.startsWith(`${root}/`);
  return inside && url.username === '' && url.password === ''
    ? url.pathname.slice(root.length) + url.search
    : undefined;
}
