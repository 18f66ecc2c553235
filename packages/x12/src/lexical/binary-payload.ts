import { latin1Of } from './bytes.ts';
import type { Separators } from './separators.ts';

export interface BinaryPayload {
  /** The separators in front of the payload. */
  readonly cuts: readonly number[];
  /** Where the terminator has to be; -1 where no length is given. */
  readonly end: number;
}

/** BIN carries its length in BIN01, BDS in BDS02: the payload is taken by it, whatever bytes it holds. */
export function binaryPayload(source: Uint8Array, start: number, separators: Separators): BinaryPayload | undefined {
  if (source[start] !== 0x42 || source[start + 3] !== separators.element) return undefined;
  const tag = String.fromCharCode(source[start + 1] as number, source[start + 2] as number);
  if (tag !== 'IN' && tag !== 'DS') return undefined;
  const cuts = [start + 3];
  const wanted = tag === 'IN' ? 2 : 3;
  for (let at = start + 4; at < source.length && at < start + 40 && cuts.length < wanted; at++)
    if (source[at] === separators.element) cuts.push(at);
  const payload = cuts[wanted - 1];
  if (payload === undefined) return { cuts, end: -1 };
  const digits = latin1Of(source.subarray((cuts[wanted - 2] as number) + 1, payload));
  return { cuts, end: /^\d{1,15}$/.test(digits) ? payload + 1 + Number(digits) : -1 };
}
