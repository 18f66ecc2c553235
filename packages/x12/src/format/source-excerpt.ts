import type { Position } from '../issue.ts';
import { isBlank, textOf } from '../lexical/bytes.ts';
import { isFixedWidthHeader } from '../lexical/interchange-header.ts';
import { visible } from './visible.ts';

/** The segment around a fault, ready to print, and where the fault stands in that text. */
export interface Excerpt {
  readonly text: string;
  /** Characters before the fault. */
  readonly column: number;
  /** Characters of the fault; 1 where something is missing. */
  readonly width: number;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** Most bytes shown before and behind the beginning of the fault. */
const BEFORE = 48;
const BEHIND = 72;

/** Cuts the segment at a position out of the source; undefined when the position is not in it. */
export function sourceExcerpt(source: Uint8Array, at: Position): Excerpt | undefined {
  const { offset } = at;
  if (!(offset >= 0 && offset <= source.length) || source.length === 0) return undefined;
  const terminator = terminatorAt(source, offset);
  const start = startOf(source, offset, terminator);
  const end = endOf(source, offset, terminator);
  const faultEnd = Math.min(offset + Math.max(at.length, 0), end);
  const before = textBetween(source, start.at, offset);
  const fault = textBetween(source, offset, faultEnd);
  const behind = textBetween(source, faultEnd, end);
  const lead = start.isCut ? '…' : '';
  const tail = end < source.length && source[end] !== terminator && !isBlank(source[end] as number) ? '…' : '';
  return {
    text: `${lead}${before}${fault}${behind}${tail}`,
    column: lengthOf(lead + before),
    width: Math.max(1, lengthOf(fault)),
    line: lineAt(source, offset),
  };
}

/** The terminator that the ISA before an offset declares; a line feed where there is none. */
function terminatorAt(source: Uint8Array, offset: number): number {
  for (let at = source.lastIndexOf(0x49, offset); at >= 0; at = at === 0 ? -1 : source.lastIndexOf(0x49, at - 1))
    if (isFixedWidthHeader(source, at)) return source[at + 105] ?? 0x0a;
  return 0x0a;
}

function startOf(source: Uint8Array, offset: number, terminator: number): { at: number; isCut: boolean } {
  let at = offset;
  while (at > 0 && offset - at < BEFORE && source[at - 1] !== terminator) at--;
  let previous = at;
  while (previous > 0 && isBlank(source[previous - 1] as number) && source[previous - 1] !== terminator) previous--;
  const isCut = previous > 0 && source[previous - 1] !== terminator;
  // A character is not cut in two.
  while (isCut && at < offset && isContinuation(source[at])) at++;
  while (!isCut && at < offset && isBlank(source[at] as number)) at++;
  return { at, isCut };
}

function endOf(source: Uint8Array, offset: number, terminator: number): number {
  let at = offset;
  while (at < source.length && at - offset < BEHIND && source[at] !== terminator) at++;
  while (at > offset && at < source.length && source[at] !== terminator && isContinuation(source[at])) at--;
  return at;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

const textBetween = (source: Uint8Array, start: number, end: number): string =>
  visible(textOf(source.subarray(start, end)));

const lengthOf = (text: string): number => Array.from(text).length;

function lineAt(source: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = source.indexOf(0x0a); at >= 0 && at < offset; at = source.indexOf(0x0a, at + 1)) line++;
  return line;
}
