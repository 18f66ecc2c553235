import type { Delimiters } from '../envelope/interchange.ts';

/** The separators of one interchange as bytes; -1 where there is none. */
export interface Separators {
  readonly element: number;
  readonly component: number;
  readonly repetition: number;
  readonly segment: number;
}

export const NONE = 0;
export const ELEMENT = 1;
export const COMPONENT = 2;
export const REPETITION = 3;
export const SEGMENT = 4;
/** The letter I, with which another interchange may begin. */
export const HEADER_LETTER = 5;
/** A byte over 127 or a control character: text that has to be looked at more closely. */
export const UNUSUAL = 6;

/** What each byte value means, as a table: one look-up per byte is all that scanning costs. */
export function separatorTable(separators: Separators): Uint8Array {
  const table = new Uint8Array(256).fill(UNUSUAL, 0, 0x20).fill(UNUSUAL, 0x7f);
  table[0x49] = HEADER_LETTER;
  const mark = (byte: number, kind: number) => {
    if (byte >= 0) table[byte] = kind;
  };
  // The later mark wins: where an ISA declares one byte twice, the outer separator is kept.
  mark(separators.component, COMPONENT);
  mark(separators.repetition, REPETITION);
  mark(separators.element, ELEMENT);
  mark(separators.segment, SEGMENT);
  return table;
}

export function toDelimiters(separators: Separators): Delimiters {
  const text = (byte: number) => (byte < 0 ? '' : String.fromCharCode(byte));
  return {
    element: text(separators.element),
    component: text(separators.component),
    segment: text(separators.segment),
    ...(separators.repetition < 0 ? {} : { repetition: text(separators.repetition) }),
  };
}
