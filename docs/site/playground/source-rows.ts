import type { Interchange, Issue } from '@dist/x12';
import { type Lines, LONGEST_LINE, linesOf } from './lines.ts';

/** The text as rows, a segment each, and where the issues stand in it. */
export interface SourceRows {
  readonly lines: Lines;
  readonly marks: readonly Mark[];
}

/** What is wrong, in a row, by its characters; an empty mark is the place of what is missing. */
export interface Mark {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Its number among the issues. */
  readonly issue: number;
}

/** Rows end behind the terminator of their interchange and the line breaks that follow it; outside of any, at line feeds. */
export function sourceRows(
  source: Uint8Array,
  interchanges: readonly Pick<Interchange, 'offset' | 'length' | 'delimiters'>[],
  issues: readonly Pick<Issue, 'at'>[],
): SourceRows {
  const starts = startsOf(source, interchanges);
  const rowBytes = (row: number) => source.subarray(starts[row], starts[row + 1] ?? source.length);
  const lines = linesOf(texts(starts.length, (row) => visibleText(rowBytes(row))));
  const marks = issues.flatMap(({ at }, issue): Mark[] => {
    const row = rowAt(starts, at.offset);
    const start = starts[row];
    if (start === undefined || row >= lines.starts.length) return [];
    const bytes = rowBytes(row);
    const column = (offset: number) => visibleText(bytes.subarray(0, offset)).length;
    return [{ row, from: column(at.offset - start), to: column(at.offset - start + at.length), issue }];
  });
  return { lines, marks };
}

function* texts(count: number, text: (row: number) => string): Generator<string, void> {
  for (let row = 0; row < count; row++) yield text(row);
}

function startsOf(source: Uint8Array, interchanges: readonly Pick<Interchange, 'offset' | 'length' | 'delimiters'>[]) {
  const starts: number[] = source.length === 0 ? [] : [0];
  let interchange = 0;
  let hasEnded = false;
  for (let at = 0; at < source.length; at++) {
    while (at >= endOf(interchanges[interchange])) interchange++;
    const current = interchanges[interchange];
    const isInside = current !== undefined && at >= current.offset;
    const byte = source[at] as number;
    const isBreak = byte === LINE_FEED || byte === CARRIAGE_RETURN;
    const start = starts.at(-1) as number;
    if (at > start && ((hasEnded && !isBreak) || at - start >= LONGEST_LINE)) starts.push(at);
    hasEnded = isInside
      ? byte === current.delimiters.segment.charCodeAt(0) || (hasEnded && isBreak)
      : byte === LINE_FEED || byte === TILDE;
  }
  return starts;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** What usually ends a segment, for what stands in no interchange. */
const TILDE = 126;

function endOf(interchange: Pick<Interchange, 'offset' | 'length'> | undefined): number {
  return interchange === undefined ? Number.POSITIVE_INFINITY : interchange.offset + interchange.length;
}

/** The last row that starts at or before a byte. */
function rowAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin1 = new TextDecoder('latin1');

/** As the packages read bytes: UTF-8 where they are valid, else Latin-1. Each control character is one sign that can be seen. */
function visibleText(bytes: Uint8Array): string {
  return decoded(bytes)
    .replace(/[\r\n]+$/, '')
    .replaceAll(controls, (control) => (control < ' ' ? String.fromCharCode(0x2400 + control.charCodeAt(0)) : '␦'));
}

const controls = /\p{Cc}/gu;

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}
