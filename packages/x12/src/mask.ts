import { EnvelopeReader } from './envelope/envelope-reader.ts';
import type { Interchange, Segment } from './envelope/interchange.ts';
import { toBytes } from './lexical/bytes.ts';
import { withDefaults } from './limits.ts';
import { hiddenElements } from './mask/hidden-elements.ts';
import { type Disguise, disguiseFor, hideBytes } from './mask/hide-bytes.ts';
import { parse } from './parse.ts';
import { elementSpan } from './validate/element-span.ts';

/**
 * A copy of a file to show to others: names, addresses, contacts, accounts, prices, amounts, rates and free text are
 * hidden, each digit as 1 and each letter as X or x. Length, separators, codes, dates, quantities, item and document
 * numbers, control numbers and counts stay, so the copy has the issues of the original at the same places. It fails
 * closed: of a segment that the list does not know, and of bytes that belong to no segment, all letters and digits are
 * hidden. The parties of ISA and GS stay. The same file always gives the same copy.
 * @throws TypeError when the input is neither text nor bytes.
 */
export function mask(input: string | Uint8Array): Uint8Array {
  const source = toBytes(input);
  const masked = source.slice();
  const limits = { bytes: Math.max(source.length, 1) };
  const disguises = disguisesOf(parse(source, { limits }).interchanges, source.length);
  const disguiseAt = (offset: number): Disguise => {
    while (offset >= (disguises.at(-1)?.end ?? Number.POSITIVE_INFINITY)) disguises.pop();
    return disguises.at(-1)?.disguise ?? NO_SEPARATORS;
  };
  let done = 0;
  const hideUntil = (offset: number): void => {
    // What is between segments is a line break, or something that nobody knows.
    for (; done < offset; done++)
      if (done >= MARK || (source[done] as number) < 0x80) hideBytes(masked, done, done + 1, false, disguiseAt(done));
  };
  for (const segment of segmentsOf(source)) {
    hideUntil(segment.offset);
    hideSegment(segment, source, masked, disguiseAt(segment.offset));
    done = Math.max(done, segment.offset + segment.length);
  }
  hideUntil(source.length);
  return masked;
}

/** A byte order mark tells how a file is to be read, and is none of its text. */
const MARK = 4;

const NO_SEPARATORS = /* @__PURE__ */ disguiseFor([]);

/** The disguises of the interchanges and of what lies between them, the first one last. */
function disguisesOf(interchanges: readonly Interchange[], end: number): { end: number; disguise: Disguise }[] {
  const ranges = interchanges.flatMap(({ offset, length, delimiters }) => {
    const { element, component, segment, repetition } = delimiters;
    const separators = [element, component, segment, ...(repetition === undefined ? [] : [repetition])];
    return [
      { end: offset, disguise: NO_SEPARATORS },
      { end: offset + length, disguise: disguiseFor(separators) },
    ];
  });
  return [...ranges, { end: end + 1, disguise: NO_SEPARATORS }].reverse();
}

function* segmentsOf(source: Uint8Array): Generator<Segment, void, undefined> {
  const limits = withDefaults();
  const reader = new EnvelopeReader(limits, { bySegment: true });
  const window = { base: 0, bytes: source, isLast: true };
  for (let item = reader.next(window); item !== undefined && item !== 'more'; item = reader.next(window))
    if (item.kind === 'segments') yield* item.segments;
}

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function hideSegment(segment: Segment, source: Uint8Array, masked: Uint8Array, disguise: Disguise): void {
  const { id, elements, offset, length } = segment;
  const isText = isUtf8(source.subarray(offset, offset + length));
  const hidden = hiddenElements(id);
  const payload = PAYLOADS[id];
  const hide = (from: number, to: number): void => hideBytes(masked, from, to, isText, disguise);
  if (hidden === undefined) {
    hide(WELL_FORMED.test(id) ? offset + id.length : offset, offset + length);
    return;
  }
  const textOf = (element: number): string => elements[element - 1]?.repeats[0]?.[0] ?? '';
  for (let element = 1; element <= elements.length; element++) {
    if (!hidden.hides(element, textOf)) continue;
    const { offset: from, length: size } = elementSpan(segment, { element });
    // Of a picture nothing may be left, whatever its bytes mean.
    if (element === payload) masked.fill(disguise.capital, from, from + size);
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
