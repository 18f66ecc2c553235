import type { Segment } from '../envelope/interchange.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import { ELEMENT, REPETITION } from '../lexical/separators.ts';
import { HEAD } from '../lexical/token-list.ts';

/** A byte range of the source. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface ElementPlace {
  readonly element: number;
  readonly repeat?: number | undefined;
  readonly component?: number | undefined;
}

/**
 * Where an element, or one repeat or component of it, stands in the source. An element behind the last one stands,
 * empty, at the segment's end. A segment that was never bytes has its own offset and no length.
 */
export function elementSpan(segment: Segment, place: ElementPlace): Span {
  if (!(segment instanceof ScannedSegment)) return { offset: segment.offset, length: 0 };
  const { entries, origin } = segment.run;
  const first = segment.entry + HEAD;
  const last = first + (entries[segment.entry + 1] as number);
  const kindOf = (cut: number): number => (cut === last ? ELEMENT : ((entries[cut] as number) & 3) + 1);
  const offsetOf = (cut: number): number => origin + ((entries[cut] as number) >>> 2);
  const { element, repeat = 1, component = 1 } = place;
  const found = { element: 0, repeat: 1, component: 1 };
  for (let cut = first; cut <= last; cut++) {
    count(found, kindOf(cut));
    // A repeat or component that is not there stands at the end of its element.
    if (cut === last || found.element > element) return { offset: offsetOf(cut), length: 0 };
    if (found.element !== element || found.repeat !== repeat || found.component !== component) continue;
    let next = cut + 1;
    while (next < last && !ends(place, kindOf(next))) next++;
    return { offset: offsetOf(cut) + 1, length: offsetOf(next) - offsetOf(cut) - 1 };
  }
  return { offset: segment.offset + segment.length, length: 0 };
}

function count(found: { element: number; repeat: number; component: number }, kind: number): void {
  if (kind === ELEMENT) {
    found.element++;
    found.repeat = 1;
    found.component = 1;
  } else if (kind === REPETITION) {
    found.repeat++;
    found.component = 1;
  } else found.component++;
}

function ends({ repeat, component }: ElementPlace, kind: number): boolean {
  if (component !== undefined || kind === ELEMENT) return true;
  return repeat !== undefined && kind === REPETITION;
}
