import type { Fetch } from '@dist/connectors';
import type { SentRequest } from '../descriptions/check.ts';

/** A `fetch` that keeps what is sent before it is answered. */
export function recordedRequests(handle: (request: Request) => Promise<Response>): {
  readonly requests: readonly SentRequest[];
  readonly fetch: Fetch;
} {
  const requests: SentRequest[] = [];
  return {
    requests,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const body = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : init.body;
      requests.push({ method: init.method ?? 'GET', path: `${pathname}${search}`, headers: {}, body });
      return await handle(new Request(url, init));
    },
  };
}
