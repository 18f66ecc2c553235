/** What a file may come as: all at once, or in pieces of text or bytes. */
export type StreamInput =
  | string
  | Uint8Array
  | ReadableStream<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | Iterable<string | Uint8Array>;

/** Larger pieces are taken bit by bit, so that memory does not grow with them. */
const MOST = 256 * 1024;

/**
 * The bytes of an input, piece by piece; the next piece is asked for when the one before has been used up.
 * @throws TypeError for an input, or a piece of one, that is neither text nor bytes.
 */
export async function* byteChunks(input: StreamInput): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  // A character of two halves may be cut between two pieces of text.
  let half = '';
  for await (const piece of piecesOf(input)) {
    let bytes: Uint8Array;
    if (typeof piece === 'string') {
      const text = half + piece;
      half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : '';
      bytes = encoder.encode(half === '' ? text : text.slice(0, -1));
    } else if (piece instanceof Uint8Array) bytes = piece;
    else throw new TypeError(`a piece of the input must be a string or a Uint8Array, got ${typeof piece}`);
    for (let at = 0; at < bytes.length; at += MOST) yield bytes.subarray(at, at + MOST);
  }
  if (half !== '') yield encoder.encode(half);
}

function piecesOf(input: StreamInput): AsyncIterable<unknown> | Iterable<unknown> {
  if (typeof input === 'string' || input instanceof Uint8Array) return [input];
  if (typeof input === 'object' && input !== null) {
    if (Symbol.asyncIterator in input || Symbol.iterator in input) return input;
    // Not every browser lets a ReadableStream be iterated.
    if ('getReader' in input) return chunksOfStream(input as ReadableStream<unknown>);
  }
  throw new TypeError(`input must be text, bytes or a stream of them, got ${input === null ? 'null' : typeof input}`);
}

async function* chunksOfStream(stream: ReadableStream<unknown>): AsyncGenerator<unknown> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isDone) await reader.cancel();
    reader.releaseLock();
  }
}
