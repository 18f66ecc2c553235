import { isBlank, isLetterOrDigit, latin1Of } from './bytes.ts';
import type { Separators } from './separators.ts';

/** Widths of ISA01 to ISA16. */
export const WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1] as const;

/** Where the separators stand in a well-formed ISA, counted from its first byte. */
const SEPARATOR_PLACES = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103] as const;
const LENGTH = 106;
/** An ISA whose widths are wrong is still searched for its sixteen separators, but not further than this. */
const RECOVERY_LENGTH = 400;

/** An ISA as found: its sixteen elements untrimmed, and the separators that it declares. */
export interface InterchangeHeaderScan {
  readonly offset: number;
  /** First byte after the terminator. */
  readonly end: number;
  readonly fields: readonly string[];
  readonly fieldOffsets: readonly number[];
  readonly separators: Separators;
  readonly fixedWidth: boolean;
}

// ISA is fixed width, so its 106 bytes declare the separators before anything can be split.
export function readInterchangeHeader(source: Uint8Array, offset: number): InterchangeHeaderScan | undefined {
  if (!startsWithTag(source, offset)) return undefined;
  if (isFixedWidthHeader(source, offset)) return fixedWidthHeader(source, offset);
  return recoverHeader(source, offset);
}

/** Whether a well-formed ISA starts here; strict enough to be looked for inside data. */
export function isFixedWidthHeader(source: Uint8Array, offset: number): boolean {
  if (offset + LENGTH > source.length || !startsWithTag(source, offset)) return false;
  const separator = source[offset + 3];
  return SEPARATOR_PLACES.every((place) => source[offset + place] === separator);
}

/** Whether an interchange begins here, its widths right or not; too strict for a segment `ISA` to be taken for one. */
export function startsInterchange(source: Uint8Array, offset: number): boolean {
  if (!startsWithTag(source, offset)) return false;
  if (isFixedWidthHeader(source, offset)) return true;
  return /^\d{5}$/.test(recoverHeader(source, offset)?.fields[11] ?? '');
}

const startsWithTag = (source: Uint8Array, offset: number): boolean =>
  source[offset] === 0x49 &&
  source[offset + 1] === 0x53 &&
  source[offset + 2] === 0x41 &&
  offset + 3 < source.length &&
  !isLetterOrDigit(source[offset + 3] as number);

function fixedWidthHeader(source: Uint8Array, offset: number): InterchangeHeaderScan {
  const fieldOffsets = SEPARATOR_PLACES.map((place) => offset + place + 1);
  const fields = fieldOffsets.map((start, index) =>
    latin1Of(source.subarray(start, start + (WIDTHS[index] as number))),
  );
  return {
    offset,
    end: offset + LENGTH,
    fields,
    fieldOffsets,
    separators: separatorsOf(fields, source[offset + 3] as number, source[offset + 104], source[offset + 105]),
    fixedWidth: true,
  };
}

/** Blanks lost or added on the way: the sixteenth separator still tells where ISA16 and the terminator stand. */
function recoverHeader(source: Uint8Array, offset: number): InterchangeHeaderScan | undefined {
  const element = source[offset + 3] as number;
  const limit = Math.min(source.length, offset + RECOVERY_LENGTH);
  const fieldOffsets: number[] = [];
  for (let at = offset + 3; at < limit && fieldOffsets.length < 16; at++) {
    // A header that was cut off does not reach over the beginning of another interchange.
    if (isFixedWidthHeader(source, at)) return undefined;
    if (source[at] === element) fieldOffsets.push(at + 1);
  }
  const last = fieldOffsets[15];
  if (last === undefined) return undefined;
  const fields = fieldOffsets.map((start, index) =>
    latin1Of(source.subarray(start, (fieldOffsets[index + 1] ?? start + 2) - 1)),
  );
  // Without ISA16 the terminator follows the last separator at once, and the next segment follows it.
  const hasComponent = !followedBySegment(source, last + 1) || followedBySegment(source, last + 2);
  if (!hasComponent) fields[15] = '';
  const terminator = hasComponent ? last + 1 : last;
  return {
    offset,
    end: Math.min(terminator + 1, source.length),
    fields,
    fieldOffsets,
    separators: separatorsOf(fields, element, hasComponent ? source[last] : undefined, source[terminator]),
    fixedWidth: false,
  };
}

function followedBySegment(source: Uint8Array, offset: number): boolean {
  let at = offset;
  while (at < source.length && isBlank(source[at] as number)) at++;
  const tag = String.fromCharCode(source[at] ?? 0, source[at + 1] ?? 0);
  return tag === 'GS' || tag === 'TA' || tag === 'IE';
}

function separatorsOf(
  fields: readonly string[],
  element: number,
  component: number | undefined,
  segment: number | undefined,
): Separators {
  return { element, component: component ?? -1, segment: segment ?? -1, repetition: repetitionOf(fields) };
}

// ISA11 is a repetition separator only from 00402 on; before that it names the standard (U). Some senders keep the U
// in later releases: a letter can not separate anything, so it is left alone.
function repetitionOf(fields: readonly string[]): number {
  const version = fields[11] ?? '';
  const sign = (fields[10] ?? '').charCodeAt(0);
  if (!/^\d{5}$/.test(version) || version < '00402' || Number.isNaN(sign)) return -1;
  return isLetterOrDigit(sign) || isBlank(sign) ? -1 : sign;
}
