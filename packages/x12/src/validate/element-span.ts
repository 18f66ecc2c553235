import type { Delimiters, Segment } from '../envelope/interchange.ts';

/** A byte range of the source. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The bytes in which a segment stands, and how they are split. */
export interface SegmentSource {
  readonly source: Uint8Array;
  readonly delimiters: Delimiters;
}

/**
 * Where an element, or one repeat or component of it, stands in the source. An element behind the last one stands,
 * empty, at the segment's end. Only computed for issues: the scanner keeps no offsets of elements.
 */
export function elementSpan(
  segment: Segment,
  { source, delimiters }: SegmentSource,
  place: { element: number; repeat?: number | undefined; component?: number | undefined },
): Span {
  const whole: Range = { start: segment.offset, end: segment.offset + segment.length };
  // The last element reaches to the end, whatever it holds: the payload of BIN and BDS may hold separators.
  const isLast = place.element >= segment.elements.length;
  let range = cut(source, whole, delimiters.element, place.element, isLast);
  if (place.repeat !== undefined) range = cut(source, range, delimiters.repetition ?? '', place.repeat - 1, false);
  if (place.component !== undefined) range = cut(source, range, delimiters.component, place.component - 1, false);
  return { offset: range.start, length: range.end - range.start };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The part of a range behind its `count`-th separator, up to the next one; nothing at the end where there are fewer. */
function cut(source: Uint8Array, range: Range, separator: string, count: number, toEnd: boolean): Range {
  if (separator === '') return count === 0 ? range : { start: range.end, end: range.end };
  const byte = separator.charCodeAt(0);
  let start = range.start;
  for (let passed = 0; passed < count; passed++) {
    const at = source.indexOf(byte, start);
    if (at < 0 || at >= range.end) return { start: range.end, end: range.end };
    start = at + 1;
  }
  const next = toEnd ? -1 : source.indexOf(byte, start);
  return { start, end: next < 0 || next > range.end ? range.end : next };
}
