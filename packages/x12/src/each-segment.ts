import type { Segment, TransactionSet } from './envelope/interchange.ts';
import { sourceOf } from './envelope/set-source.ts';

/**
 * Calls `visit` with every segment of a transaction set, ST and SE too. Those of a set that was parsed are made for it and
 * not kept, which `segments` does: with `eachValue` this is the quick way to look at everything once.
 */
export function eachSegment(set: Pick<TransactionSet, 'segments'>, visit: (segment: Segment) => void): void {
  const source = sourceOf(set);
  if (source === undefined) for (const segment of set.segments) visit(segment);
  else source.each(visit);
}
