import type { Segment } from './envelope/interchange.ts';
import { ScannedSegment } from './lexical/scanned-segment.ts';

/**
 * The text of an element by its reference designator, as in companion guides: `PO102`, or `REF04-1` for a component.
 * Of a repeating element the first repeat. Undefined where it is empty or absent, or where the segment is another one.
 * @throws RangeError when the designator is none.
 */
export function value(segment: Segment, designator: string): string | undefined {
  if (!DESIGNATOR.test(designator)) throw new RangeError(`not a reference designator: ${designator}`);
  if (!designator.startsWith(segment.id)) return undefined;
  // The id is part of the designator, and `N1` and `N10` both exist: only the segment tells where the id ends.
  const place = PLACE.exec(designator.slice(segment.id.length));
  if (place === null) return undefined;
  const [, element, component = '1'] = place;
  return textAt(segment, Number(element), Number(component)) || undefined;
}

function textAt(segment: Segment, element: number, component: number): string | undefined {
  if (element > 0 && segment instanceof ScannedSegment && segment.isPlain)
    return component === 1 ? segment.plainText(element) : undefined;
  return segment.elements[element - 1]?.repeats[0]?.[component - 1];
}

const DESIGNATOR = /^[A-Z][A-Z0-9]{1,2}\d\d(?:-\d{1,2})?$/;
const PLACE = /^(\d\d)(?:-(\d{1,2}))?$/;
