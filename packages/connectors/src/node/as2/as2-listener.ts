import type { IncomingMessage, ServerResponse } from 'node:http';
import type { As2Station, Commit } from '../../as2/as2-station.ts';

/** Settings of a listener. */
export interface ListenerOptions {
  /** Largest body that is read, in bytes; 64 MiB when absent. */
  readonly maximumBytes?: number | undefined;
  /** Told of what `commit` or the store rejects with; the partner is answered 503 and sends again. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/**
 * A listener for `http.createServer`: reads a request, has it committed and answers. A receipt that is to come later is not posted
 * from here: `commit` has stored it, and whatever carries your other effects calls `station.deliver`.
 */
export function as2Listener(
  station: As2Station,
  commit: Commit,
  options: ListenerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  const { maximumBytes = 64 * 1024 * 1024, onError = () => undefined } = options;
  return (request, response) => {
    answer(request, station, commit, maximumBytes)
      .catch((error: unknown) => {
        onError(error);
        return { status: 503, headers: {}, body: '' };
      })
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  };
}

async function answer(
  request: IncomingMessage,
  station: As2Station,
  commit: Commit,
  maximumBytes: number,
): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: string }> {
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' }, body: '' };
  const body = await readBody(request, maximumBytes);
  if (body === undefined) return { status: 413, headers: { connection: 'close' }, body: '' };
  const { response } = await station.receive({ headers: request.headers, body }, commit);
  return response;
}

/**
 * Undefined for a body that is too large. It is read to its end all the same, so that the partner hears why, unless it is four
 * times as large.
 */
async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Uint8Array | undefined> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > maximumBytes * 4) return undefined;
    if (length > maximumBytes) pieces = [];
    else pieces.push(piece);
  }
  return length > maximumBytes ? undefined : Buffer.concat(pieces);
}
