import type { Fetch } from '../http/http-client.ts';
import { sendFault } from '../http/send-fault.ts';
import { unlessAborted } from '../http/unless-aborted.ts';
import { joinBytes, plainBytes } from './bytes.ts';

/** How requests leave. */
export interface Posting {
  readonly fetch: Fetch;
  /** A signal that aborts after so many milliseconds. */
  readonly timeout: (milliseconds: number) => AbortSignal;
  readonly timeoutMs: number;
  /** Largest body of an answer in bytes. */
  readonly maximumBytes: number;
}

/** What came of one request. `lost`: it may have arrived, and no whole answer came. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: Uint8Array }
  | { readonly kind: 'notSent'; readonly reason: string; readonly fault?: 'config' | undefined }
  | { readonly kind: 'lost'; readonly reason: string };

/**
 * Posts bytes once. Never throws for what the network does; redirects are not followed. Throws a TypeError for headers that no
 * request can carry.
 */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  posting: Posting,
  signal?: AbortSignal,
): Promise<Posted> {
  if (signal?.aborted) return { kind: 'notSent', reason: 'ended by the caller before it was sent' };
  const deadline = posting.timeout(posting.timeoutMs);
  const end = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  const init: RequestInit = {
    method: 'POST',
    headers: new Headers({ ...headers }),
    body: plainBytes(body),
    redirect: 'manual',
  };
  try {
    const response = await unlessAborted(posting.fetch(url, { ...init, signal: end }), end);
    const answer = await unlessAborted(readAll(response, posting.maximumBytes), end);
    if (answer === undefined) return { kind: 'lost', reason: `the answer has more than ${posting.maximumBytes} bytes` };
    return { kind: 'answered', status: response.status, headers: response.headers, body: answer };
  } catch (error) {
    if (signal?.aborted) return { kind: 'lost', reason: 'ended by the caller before an answer came' };
    if (deadline.aborted) return { kind: 'lost', reason: `no answer within ${posting.timeoutMs} ms` };
    const fault = sendFault(error);
    return fault.kind === 'answered' ? { kind: 'lost', reason: 'the connection broke' } : fault;
  }
}

async function readAll(response: Response, maximumBytes: number): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(pieces);
    length += value.length;
    if (length > maximumBytes) {
      // Not awaited: a body that never ends may also never confirm.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    pieces.push(value);
  }
}
