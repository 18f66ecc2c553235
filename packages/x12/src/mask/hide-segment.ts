import type { Segment } from '../envelope/interchange.ts';
import { elementSpan } from '../validate/element-span.ts';
import { hiddenElements } from './hidden-elements.ts';
import { type Disguise, hideBytes } from './hide-bytes.ts';

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Hides what a segment tells of persons and prices in `masked`, a copy of `source`, whose first byte has the offset `base`. */
export function hideSegment(
  segment: Segment,
  source: Uint8Array,
  masked: Uint8Array,
  base: number,
  disguise: Disguise,
): void {
  const { id, elements, offset, length } = segment;
  const isText = isUtf8(source.subarray(offset - base, offset - base + length));
  const hidden = hiddenElements(id);
  const payload = PAYLOADS[id];
  const hide = (from: number, to: number): void => hideBytes(masked, from - base, to - base, isText, disguise);
  if (hidden === undefined) {
    hide(WELL_FORMED.test(id) ? offset + id.length : offset, offset + length);
    return;
  }
  const textOf = (element: number): string => elements[element - 1]?.repeats[0]?.[0] ?? '';
  for (let element = 1; element <= elements.length; element++) {
    if (!hidden.hides(element, textOf)) continue;
    const { offset: from, length: size } = elementSpan(segment, { element });
    // Of a picture nothing may be left, whatever its bytes mean.
    if (element === payload) masked.fill(disguise.capital, from - base, from - base + size);
    else hide(from, from + size);
  }
  hideDropped(segment, hide);
}

const WELL_FORMED = /^[A-Z][A-Z0-9]{1,2}$/;

/** The binary data of BIN and BDS, whose length stands before it. */
const PAYLOADS: Readonly<Record<string, number>> = { BIN: 2, BDS: 3 };

/** A segment over the limits is read in part; what was dropped of it is hidden. */
function hideDropped(segment: Segment, hide: (from: number, to: number) => void): void {
  const { elements, offset, length } = segment;
  const last = elementSpan(segment, { element: Math.max(elements.length, 1) });
  const end = last.offset + last.length;
  if (end < offset + length) hide(end, offset + length);
}
