import type { Batch, Runtime } from '@dist/orchestration/runtime';
import { type House, runtimeOf } from './house.ts';
import { readEvent } from './read-event.ts';

/** Largest body that is taken, in bytes. */
const mostBytes = 1_000_000;

/** Seconds after which a sender may come again, when too much waits or the journal is away. */
const retryAfter = '30';

/**
 * `POST /orders/<id>/events`: one event for an order; the id is percent-encoded (`northfield%2F4711`). One invocation is
 * load, transition, append. 202 says that the event, its bytes and all that follows from it are committed (R01); with
 * any other answer nothing is. Who hears none sends the same again: the same key is the same event (R03).
 */
export async function handleRequest(request: Request, house: House, invocation: string): Promise<Response> {
  const [, id] = /^\/orders\/([^/]+)\/events$/.exec(new URL(request.url).pathname) ?? [];
  const order = id === undefined ? undefined : decoded(id);
  if (order === undefined) return problem(404, 'There is nothing at this address.');
  if (request.method !== 'POST') return problem(405, 'Events are posted.', { allow: 'POST' });
  try {
    return await take(request, order, house, runtimeOf(house, invocation));
  } catch {
    // Not committed, or nobody knows: the sender must not believe that it was.
    return problem(503, 'The journal cannot be reached.', { 'retry-after': retryAfter });
  }
}

async function take(request: Request, order: string, house: House, runtime: Runtime): Promise<Response> {
  if (!(await runtime.accepts())) return problem(503, 'Too much waits.', { 'retry-after': retryAfter });
  const bytes = await bytesOf(request);
  if (bytes === undefined) return problem(413, `A body has at most ${mostBytes} bytes.`);
  const at = house.clock();
  const read = readEvent(bytes, { order, at });
  if (!read.ok) return problem(422, read.message, {}, read.issues);
  const { event } = read;
  const mark = `received/${order}/${event.key}`;
  const hash = await sha256(bytes);
  const known = await house.journal.mark(mark);
  if (known !== undefined) return answerAgain(order, event.key, known === hash);
  const batch = receipt({ mark, hash, bytes, at, order, type: event.type });
  const result = await runtime.dispatch({ id: order, events: [event] }, batch);
  if (result.status === 'appended') return accepted(order, event.key);
  // Another invocation has just taken the same event.
  if (result.what === 'mark') return answerAgain(order, event.key, (await house.journal.mark(mark)) === hash);
  return problem(503, 'Too many write to this order.', { 'retry-after': retryAfter });
}

/** Exact bytes and mark are in the commit of what they give (R01, R02). */
function receipt(received: {
  readonly mark: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly order: string;
  readonly type: string;
}): Omit<Batch, 'streams'> {
  const { mark, hash, bytes, at, order, type } = received;
  const partner = order.split('/')[0] ?? '';
  const about = { direction: 'in', partner, type, name: mark, controlNumbers: [] } as const;
  return {
    marks: [{ key: mark, expected: undefined, value: hash }],
    documents: [{ key: mark, ...about, bytes, hash, at }],
  };
}

function answerAgain(order: string, event: string, isSame: boolean): Response {
  return isSame ? accepted(order, event) : problem(409, `Another event has the key ${event} already.`);
}

function accepted(order: string, event: string): Response {
  return Response.json({ order, event }, { status: 202 });
}

function problem(
  status: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
  issues: readonly object[] = [],
): Response {
  const body = JSON.stringify({ status, title, issues });
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** The body; undefined as soon as it is known to be too long. */
async function bytesOf(request: Request): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > mostBytes) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
