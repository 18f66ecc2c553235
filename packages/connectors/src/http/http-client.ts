import type { Call } from '../port/call.ts';
import type { Exchange } from './exchange.ts';
import { readBody } from './read-body.ts';
import { sendFault } from './send-fault.ts';
import { unlessAborted } from './unless-aborted.ts';

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What the outside gives; each has a default of the platform. */
export interface HttpRuntime {
  readonly fetch?: Fetch | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** A signal that aborts after so many milliseconds. */
  readonly timeout?: ((milliseconds: number) => AbortSignal) | undefined;
  /** Longest time for one request with its answer; 30 000 when absent. */
  readonly timeoutMs?: number | undefined;
  /** Largest body of an answer in bytes; 8 MiB when absent. */
  readonly maximumBytes?: number | undefined;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Appended to the base address; its pieces are encoded already. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of a body of JSON: XML, a form. `type` is its media type. */
  readonly text?: { readonly type: string; readonly content: string } | undefined;
  /** What the body of the answer is read as; JSON when absent. */
  readonly answer?: 'json' | 'text' | undefined;
}

/**
 * Sends one request once and says what came of it; it never throws for what the network does. There is no retry in here
 * and none may be added: only the caller knows whether a request may be repeated. Redirects are not followed, since a
 * redirected write would be sent twice and its token to somebody else.
 * Throws a TypeError for headers or a body that no request can carry.
 */
export type HttpClient = (request: HttpRequest, call?: Call) => Promise<Exchange>;

/** A client for one base address. Throws a TypeError where the address is none. */
export function httpClient(
  settings: HttpRuntime & { readonly baseUrl: string; readonly headers?: Readonly<Record<string, string>> | undefined },
): HttpClient {
  const base = checkBaseUrl(settings.baseUrl);
  const { timeoutMs = 30_000, maximumBytes = 8 * 1024 * 1024 } = settings;
  const send: Fetch = settings.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const timeout = settings.timeout ?? ((milliseconds) => AbortSignal.timeout(milliseconds));
  const now = settings.now ?? Date.now;

  return async (request, { signal, deadline: latest } = {}) => {
    const { path, query = {}, answer: form = 'json' } = request;
    const search = new URLSearchParams(query).toString();
    const url = `${base}${path}${search === '' ? '' : `?${search}`}`;
    const init = toInit(request, settings.headers);

    if (signal?.aborted) return { kind: 'notSent', reason: 'ended by the caller before it was sent' };
    const patience = Math.min(timeoutMs, latest === undefined ? timeoutMs : latest - now());
    if (patience <= 0) return { kind: 'notSent', reason: 'the deadline had passed before it was sent' };
    const deadline = timeout(patience);
    const end = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
    try {
      const response = await unlessAborted(send(url, { ...init, signal: end }), end);
      const answer = await unlessAborted(readBody(response, maximumBytes, form), end).catch(cutShort);
      return { kind: 'answered', status: response.status, headers: response.headers, body: answer };
    } catch (error) {
      if (signal?.aborted) return { kind: 'lost', reason: 'ended by the caller before an answer came' };
      if (deadline.aborted) return { kind: 'lost', reason: `no answer within ${patience} ms` };
      return sendFault(error);
    }
  };
}

function toInit({ method, headers: own, body, text }: HttpRequest, always: HttpRequest['headers']): RequestInit {
  const headers = new Headers({ accept: 'application/json', ...always, ...own });
  const init: RequestInit = { method, headers, redirect: 'manual' };
  if (text !== undefined) {
    headers.set('content-type', text.type);
    init.body = text.content;
  } else if (body !== undefined) {
    // A system's own media type of JSON may stand in the request's headers.
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    init.body = JSON.stringify(body);
  }
  return init;
}

function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The address is not repeated in the message: a wrong one is where passwords stand.
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new TypeError('baseUrl must be an http or https address');
  if (url.username !== '' || url.password !== '') throw new TypeError('baseUrl must not hold credentials');
  if (url.search !== '' || url.hash !== '') throw new TypeError('baseUrl must not have a query or fragment');
  return text.replace(/\/$/, '');
}

function cutShort(): { kind: 'unreadable'; reason: string; isCut: true } {
  return { kind: 'unreadable', reason: 'the body was cut short', isCut: true };
}
