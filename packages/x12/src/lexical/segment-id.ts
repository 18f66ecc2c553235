import { latin1Of } from './bytes.ts';

/** A hostile file must not fill the memory with ids: each has one slot, which the next one of the slot takes over. */
const SLOTS = 1024;

const keys = new Int32Array(SLOTS);
const ids: string[] = Array(SLOTS).fill('');

/** The id of a segment between two places; the same text object each time, so that comparing ids is fast. */
export function segmentId(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length !== 2 && length !== 3) return latin1Of(bytes.subarray(start, end));
  const third = length === 3 ? ((bytes[start + 2] as number) << 16) | 0x1000000 : 0x2000000;
  const key = (bytes[start] as number) | ((bytes[start + 1] as number) << 8) | third;
  const slot = Math.imul(key, 0x9e3779b1) >>> 22;
  if (keys[slot] !== key) {
    keys[slot] = key;
    ids[slot] = latin1Of(bytes.subarray(start, end));
  }
  return ids[slot] as string;
}
