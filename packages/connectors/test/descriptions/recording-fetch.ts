import type { Fetch } from '../../src/http/http-client.ts';
import type { ReceivedAnswer, SentRequest } from './check.ts';
import type { SystemName } from './systems.ts';

/** All that went out through a `fetch`, and what came back. */
export interface Recorder {
  readonly system: SystemName;
  /** Given to the adapter. */
  readonly fetch: Fetch;
  readonly requests: readonly SentRequest[];
  readonly answers: readonly Promise<ReceivedAnswer>[];
  /** Paths that no description is asked about: those of tokens, say. */
  readonly outside: readonly RegExp[];
}

/** Wraps the fake of a test (or `fetch` itself) so that `differences` can be asked afterwards. */
export function recordingFetch(system: SystemName, handler: Fetch, outside: readonly RegExp[] = []): Recorder {
  const requests: SentRequest[] = [];
  const answers: Promise<ReceivedAnswer>[] = [];
  const fetch: Fetch = async (url, init) => {
    const { pathname, search } = new URL(url);
    const method = init.method ?? 'GET';
    const path = `${pathname}${search}`;
    requests.push({ method, path, headers: Object.fromEntries(new Headers(init.headers)), body: textOf(init.body) });
    const response = await handler(url, init);
    answers.push(bodyOf(response.clone()).then((body) => ({ method, path, status: response.status, body })));
    return response;
  };
  return { system, fetch, requests, answers, outside };
}

function textOf(body: RequestInit['body']): unknown {
  if (body === null || body === undefined) return undefined;
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
