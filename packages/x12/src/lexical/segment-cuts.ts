import { NONE, SEGMENT } from './separators.ts';

/** Where the separators of one segment stand; one is used over and over, so that scanning makes no objects. */
export interface SegmentCuts {
  readonly offsets: number[];
  readonly kinds: number[];
  /** The terminator, or the end where there was none before it. */
  end: number;
  /** A byte over 127 was seen. */
  high: boolean;
  /** First separator beyond the limit: what follows it is dropped. -1 where there is none. */
  dropped: number;
}

export const emptyCuts = (): SegmentCuts => ({ offsets: [], kinds: [], end: 0, high: false, dropped: -1 });

/** Records the separators from `from` up to the terminator or `limit`, at most `maximum` of them. */
export function cutSegment(
  source: Uint8Array,
  table: Uint8Array,
  from: number,
  limit: number,
  maximum: number,
  cuts: SegmentCuts,
): void {
  const { offsets, kinds } = cuts;
  offsets.length = 0;
  kinds.length = 0;
  cuts.dropped = -1;
  let high = 0;
  let at = from;
  for (; at < limit; at++) {
    const byte = source[at] as number;
    high |= byte;
    const kind = table[byte] as number;
    if (kind === NONE) continue;
    if (kind === SEGMENT) break;
    if (offsets.length < maximum) {
      offsets.push(at);
      kinds.push(kind);
    } else if (cuts.dropped < 0) cuts.dropped = at;
  }
  cuts.end = at;
  cuts.high = high >= 0x80;
}
