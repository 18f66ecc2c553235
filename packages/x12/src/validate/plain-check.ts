import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import { isDatePeriod } from '../element/is-date-period.ts';
import type { ScannedSegment } from '../lexical/scanned-segment.ts';
import { HEAD } from '../lexical/token-list.ts';
import { type PlainValue, plainValue } from './plain-value.ts';

/** A syntax note over the elements that are present, one bit each. */
type PlainNote = (present: number) => boolean;

/**
 * A segment's rules prepared for the case that almost all data is: plain values without a fault. It says yes only where the
 * whole check would find nothing; where it says no, the whole check tells why, if there is anything to tell.
 */
export interface PlainCheck {
  readonly values: readonly PlainValue[];
  /** Mandatory elements, one bit each. */
  readonly required: number;
  readonly notes: readonly PlainNote[];
}

/** Bits of a number that can be used; a segment with more elements is always checked as a whole. */
const MOST_ELEMENTS = 31;

/** Prepares a definition; undefined where it can not be. */
export function plainCheck({ elements, notes }: SegmentDefinition): PlainCheck | undefined {
  if (elements.length > MOST_ELEMENTS) return undefined;
  return {
    values: elements.map((use, index) => (isDatePeriod(elements, index) ? REFUSED : elementValue(use))),
    required: bitsOf(elements.flatMap((use, index) => (use.requirement === 'M' ? [index + 1] : []))),
    notes: notes.map(plainNote),
  };
}

const REFUSED: PlainValue = () => false;

/** A plain value of a composite is its first component: the others must be allowed to be absent. */
function elementValue(use: ElementUse): PlainValue {
  const { components } = use;
  if (components === undefined) return plainValue(use);
  const [first, ...others] = components;
  if (first === undefined || others.some(({ requirement }) => requirement === 'M')) return REFUSED;
  return (use.notes ?? []).map(plainNote).every((note) => note(1)) ? plainValue(first) : REFUSED;
}

const bitsOf = (elements: readonly number[]): number =>
  elements.reduce((bits, element) => bits | (1 << (element - 1)), 0);

/** A note as `P0607`: its kind, then its elements. */
function plainNote(note: string): PlainNote {
  const elements = (note.slice(1).match(/\d\d/g) ?? []).map(Number);
  const all = bitsOf(elements);
  const first = bitsOf(elements.slice(0, 1));
  const others = bitsOf(elements.slice(1));
  switch (note.charAt(0)) {
    case 'P':
      return (present) => (present & all) === 0 || (present & all) === all;
    case 'R':
      return (present) => (present & all) !== 0;
    case 'E':
      return (present) => (present & all & ((present & all) - 1)) === 0;
    case 'C':
      return (present) => (present & first) === 0 || (present & others) === others;
    case 'L':
      return (present) => (present & first) === 0 || (present & others) !== 0;
    default:
      return () => false;
  }
}

/** Whether a segment certainly has no fault. */
export function isPlainlyRight({ values, required, notes }: PlainCheck, segment: ScannedSegment): boolean {
  const run = segment.plainRun;
  if (run === undefined) return false;
  const { entries, bytes, origin, base } = run;
  const first = segment.entry + HEAD;
  const count = entries[first - 1] as number;
  if (count > values.length) return false;
  const shift = origin - base;
  let present = 0;
  let from = ((entries[first] as number) >>> 2) + shift + 1;
  for (let index = 0; index < count; index++) {
    const to = ((entries[first + index + 1] as number) >>> 2) + shift;
    if (to > from) {
      if (!(values[index] as PlainValue)(bytes, from, to)) return false;
      present |= 1 << index;
    }
    from = to + 1;
  }
  if ((present & required) !== required) return false;
  for (let index = 0; index < notes.length; index++) if (!(notes[index] as PlainNote)(present)) return false;
  return true;
}
