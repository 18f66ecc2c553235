import { latin1Of } from './bytes.ts';

const known = new Map<number, string>();
/** A hostile file must not fill the memory with ids. */
const MOST = 1024;

/** The id of a segment between two places; the same text object each time, so that comparing ids is fast. */
export function segmentId(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length !== 2 && length !== 3) return latin1Of(bytes.subarray(start, end));
  const third = length === 3 ? ((bytes[start + 2] as number) << 16) | 0x1000000 : 0;
  const key = (bytes[start] as number) | ((bytes[start + 1] as number) << 8) | third;
  let id = known.get(key);
  if (id === undefined) {
    id = latin1Of(bytes.subarray(start, end));
    if (known.size < MOST) known.set(key, id);
  }
  return id;
}
