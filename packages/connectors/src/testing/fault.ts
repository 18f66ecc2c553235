import type { ContractAdapter } from './contract-adapter.ts';

/** What happens to a request on its way. */
export type Fault =
  /** It arrives and is answered. */
  | { readonly kind: 'none' }
  /** Nobody listens. */
  | { readonly kind: 'refused' }
  /** The connection breaks, before or after the system has done what was asked. */
  | { readonly kind: 'reset'; readonly done: boolean }
  /** No answer comes in time, though the system has done what was asked, or not. */
  | { readonly kind: 'silence'; readonly done: boolean }
  /** It is done and answered, and the answer's body is replaced. */
  | { readonly kind: 'garbled'; readonly body: string }
  /** It is done, and the answer breaks in the middle of its body. */
  | { readonly kind: 'broken body' }
  /** It is done, and the answer never ends. */
  | { readonly kind: 'endless body' }
  /** Something between here and there, or the system itself, answers with an error. */
  | { readonly kind: 'answered'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A success with an error inside, in the system's own form. */
  | { readonly kind: 'error inside' };

/** The answer to a request that meets a fault. */
export async function meetFault(
  fault: Fault,
  handle: () => Response | Promise<Response>,
  { errorBody = () => '{}', errorInside, secret = '' }: ContractAdapter,
  endTime: () => void,
): Promise<Response> {
  switch (fault.kind) {
    case 'none':
      return await handle();
    case 'refused':
      throw broken('ECONNREFUSED');
    case 'reset':
      if (fault.done) await handle();
      throw broken('ECONNRESET');
    case 'silence':
      if (fault.done) await handle();
      endTime();
      return await new Promise<Response>(() => undefined);
    case 'garbled':
      return withBody(await handle(), fault.body);
    case 'broken body':
      return withBody(await handle(), brokenStream());
    case 'endless body':
      return withBody(await handle(), endlessStream());
    case 'answered':
      return new Response(errorBody(fault.status, `the token was ${secret}`), fault);
    case 'error inside':
      if (errorInside === undefined) throw new RangeError('the adapter has no errorInside');
      return errorInside(`the token was ${secret}`);
  }
}

/** The same answer with another body; one that must have none becomes 200. */
function withBody({ status, headers }: Response, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, { status: status === 204 || status === 205 ? 200 : status, headers });
}

/** An error as `fetch` gives it on Node. */
function broken(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

function brokenStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"value":['));
      controller.error(broken('ECONNRESET'));
    },
  });
}

function endlessStream(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(`"${'x'.repeat(64 * 1024)}",`);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}
