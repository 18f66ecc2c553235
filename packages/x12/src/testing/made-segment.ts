import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import { type SyntaxNote, syntaxNote } from '../validate/syntax-note.ts';
import type { Chance } from './chance.ts';
import { madeValue } from './made-value.ts';
import { oneOf } from './one-of.ts';

/** The properties of a typed document's object. */
export type Properties = Record<string, unknown>;

export interface SegmentOptions {
  readonly chance: Chance;
  /** What text is made of. */
  readonly signs: readonly string[];
  /** How many of a hundred optional elements are there. */
  readonly share: number;
}

/** A segment of a typed document that the standard allows: mandatory elements, some others, syntax notes kept. */
export function madeSegment(segment: SegmentDefinition, options: SegmentOptions): Properties {
  const made = valuesOf(segment.elements, segment.notes, options);
  const [length, payload] = BINARY[segment.id] ?? [];
  const counted = segment.elements[(length ?? 0) - 1];
  const bytes = segment.elements[(payload ?? 0) - 1];
  if (counted !== undefined && bytes !== undefined) made[counted.name] = String(String(made[bytes.name] ?? '').length);
  return made;
}

/** The element that counts the bytes of a binary payload, and the payload. */
const BINARY: Readonly<Record<string, readonly [number, number]>> = { BIN: [1, 2], BDS: [2, 3] };

function valuesOf(uses: readonly ElementUse[], notes: readonly string[], options: SegmentOptions): Properties {
  const present = chosen(uses, notes, options);
  const properties: Properties = {};
  uses.forEach((use, index) => {
    if (!present.has(index + 1)) return;
    const value = () =>
      use.components
        ? valuesOf(use.components, use.notes ?? [], options)
        : madeValue(use, options.signs, options.chance);
    const most = Math.min(use.repeat, 3);
    properties[use.name] =
      use.repeat === 1 ? value() : Array.from({ length: 1 + (options.share && options.chance(most)) }, value);
  });
  return properties;
}

/** Steps after which notes are given up: they contradict each other. */
const MOST_STEPS = 500;

/** Steps in which what is asked for is only added. */
const STEPS_OF_ADDING = 20;

/** Which elements are there: mandatory ones, some others, and whatever the notes then ask for or exclude. */
function chosen(
  uses: readonly ElementUse[],
  notes: readonly string[],
  { chance, share }: SegmentOptions,
): ReadonlySet<number> {
  const present = new Set<number>();
  uses.forEach((use, index) => {
    if (use.requirement === 'M' || chance(100) < share) present.add(index + 1);
  });
  // A segment without an element is none.
  if (present.size === 0) present.add(1);
  const rules = notes.map((note): [string, SyntaxNote] => [note, syntaxNote(note, String)]);
  for (let step = 0; step < MOST_STEPS; step++) {
    const [broken] = rules.find(([, rule]) => rule((element) => present.has(element)) !== undefined) ?? [];
    if (broken === undefined) return present;
    const element = oneOf((broken.match(/\d\d/g) ?? []).map(Number), chance);
    // Adding alone goes round in circles where elements that exclude each other are each one of a pair: AT7 has both.
    const isTakenAway = broken.startsWith('E') || (step > STEPS_OF_ADDING && present.size > 1 && chance(2) === 0);
    if (!isTakenAway) present.add(element);
    else if (uses[element - 1]?.requirement !== 'M') present.delete(element);
  }
  throw new RangeError(`no elements keep the syntax notes ${notes.join(' ')}`);
}
