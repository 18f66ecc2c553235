import type { Element } from '../envelope/interchange.ts';
import { latin1Of, textOf } from './bytes.ts';
import type { SegmentRun } from './segment-run.ts';
import { COMPONENT, ELEMENT, REPETITION } from './separators.ts';
import { COMPOSITE_FLAG, HEAD, UNUSUAL_FLAG } from './token-list.ts';

const NO_ELEMENT: Element = { repeats: [['']] };

/** Reads the text of a range; offsets count from the origin of the run. */
type TextReader = (from: number, to: number) => string;

/** The elements of the segment whose entries begin at `at`. */
export function runElements(run: SegmentRun, at: number): Element[] {
  const { entries } = run;
  const flags = (entries[at] as number) & 3;
  const count = entries[at + 1] as number;
  const first = at + HEAD;
  const text = readerOf(run, at);
  if ((flags & COMPOSITE_FLAG) !== 0) return compositeElements(entries, first, count, text);
  const elements: Element[] = [];
  for (let index = first; index < first + count; index++) {
    const from = ((entries[index] as number) >>> 2) + 1;
    const to = (entries[index + 1] as number) >>> 2;
    elements.push(from === to ? NO_ELEMENT : { repeats: [[text(from, to)]] });
  }
  return elements;
}

/** Reads the texts of one segment. One encoding for all of it: UTF-8 when it is valid UTF-8, else Latin-1. */
function readerOf(run: SegmentRun, at: number): TextReader {
  const { entries } = run;
  const flags = (entries[at] as number) & 3;
  if ((flags & UNUSUAL_FLAG) === 0) return (from, to) => run.text(from, to);
  const start = (entries[at] as number) >>> 2;
  const end = (entries[at + HEAD + (entries[at + 1] as number)] as number) >>> 2;
  const whole = run.slice(start, end);
  const isLatin1 = isBinary(whole) || textOf(whole).length === whole.length;
  return (from, to) => (isLatin1 ? latin1Of : textOf)(run.slice(from, to));
}

/** BIN and BDS hold bytes, not text. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x42 && ((bytes[1] === 0x49 && bytes[2] === 0x4e) || (bytes[1] === 0x44 && bytes[2] === 0x53));

function compositeElements(entries: Uint32Array, first: number, count: number, text: TextReader): Element[] {
  const elements: Element[] = [];
  const last = first + count;
  for (let index = first; index < last; ) {
    const repeats: string[][] = [[]];
    for (let begin = ((entries[index] as number) >>> 2) + 1; ; ) {
      index++;
      const entry = entries[index] as number;
      const kind = index === last ? ELEMENT : (entry & 3) + 1;
      (repeats[repeats.length - 1] as string[]).push(text(begin, entry >>> 2));
      begin = (entry >>> 2) + 1;
      if (kind === REPETITION) repeats.push([]);
      else if (kind !== COMPONENT) break;
    }
    elements.push({ repeats });
  }
  return elements;
}
