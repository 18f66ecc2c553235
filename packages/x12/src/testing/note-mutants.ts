import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { IssueCode } from '../issue-codes.ts';
import { type EditableSegment, withElement } from './editable-interchange.ts';
import { madeValue } from './made-value.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, mutant, type Original, withBody } from './original.ts';
import { isTelling } from './telling-elements.ts';

/**
 * Syntax notes broken by one element, taken away or put in: for each note, at the first segment where that breaks no other
 * note.
 */
export function noteMutants(original: Original): Mutant[] {
  const seen = new Set<string>();
  const body = bodyOf(original);
  return original.places.flatMap(({ segment }, index) => {
    const definition = original.definition.segments[segment.id];
    // A companion guide may ask for the same elements.
    if (definition === undefined || original.mentions.names(segment.id)) return [];
    const text = body[index] as EditableSegment;
    return [
      ...segmentMutants({ original, body, index, text, seen }, definition),
      ...definition.elements.flatMap((use, at) => compositeMutants({ original, body, index, text, seen }, use, at + 1)),
    ];
  });
}

/** A segment of the body; `seen` holds what has been made already. */
interface Target {
  readonly original: Original;
  readonly body: readonly EditableSegment[];
  readonly index: number;
  readonly text: EditableSegment;
  readonly seen: Set<string>;
}

/** ST is 1, so the first segment of the body is 2. */
const FIRST_POSITION = 2;

function segmentMutants(target: Target, { id, elements, notes }: SegmentDefinition): Mutant[] {
  const { original, text, index, seen } = target;
  const values = elements.map((_, at) => text.elements[at + 1] ?? '');
  return breaches(elements, notes, values).flatMap(({ note, number, value, fault }) => {
    const key = `${id} ${note} ${value === ''}`;
    if (seen.has(key) || isTelling(elements[number - 1]?.designator ?? '')) return [];
    seen.add(key);
    const name = `${id} breaks ${note} ${value === '' ? 'without' : 'with'} ${elements[number - 1]?.designator}`;
    const place = { segment: index + FIRST_POSITION, element: fault.element };
    return [mutant(original, name, fault.code, place, withText(target, withElement(text, number, value)))];
  });
}

function compositeMutants(target: Target, use: ElementUse, element: number): Mutant[] {
  const { original, text, index, seen } = target;
  const raw = text.elements[element] ?? '';
  const { component, repetition } = original.delimiters;
  const { components = [], notes = [] } = use;
  if (raw === '' || notes.length === 0 || (repetition !== undefined && raw.includes(repetition))) return [];
  const parts = raw.split(component);
  const values = components.map((_, at) => parts[at] ?? '');
  return breaches(components, notes, values).flatMap(({ note, number, value, fault }) => {
    const key = `${use.designator} ${note} ${value === ''}`;
    const all = values.map((part, at) => (at === number - 1 ? value : part));
    if (seen.has(key) || all.every((part) => part === '')) return [];
    seen.add(key);
    const name = `${use.designator} breaks ${note} ${value === '' ? 'without' : 'with'} component ${number}`;
    const place = { segment: index + FIRST_POSITION, element, component: fault.element };
    const changed = withText(target, withElement(text, element, all.join(component)));
    return [mutant(original, name, fault.code, place, changed)];
  });
}

function withText({ original, body, index }: Target, text: EditableSegment): EditableSegment[] {
  return withBody(
    original,
    body.map((segment, at) => (at === index ? text : segment)),
  );
}

/** A note that one change breaks, and no other note with it. */
interface Breach {
  readonly note: string;
  /** The element that is changed, from 1, and its new value. */
  readonly number: number;
  readonly value: string;
  readonly fault: NoteFault;
}

interface NoteFault {
  readonly element: number;
  readonly code: IssueCode;
}

function breaches(uses: readonly ElementUse[], notes: readonly string[], values: readonly string[]): Breach[] {
  return uses.flatMap((use, at) => {
    const isThere = (values[at] ?? '') !== '';
    // A mandatory element that is missing is its own fault; a composite is more than one value to put in.
    if (use.requirement === 'M' || (!isThere && use.components)) return [];
    const value = isThere ? '' : madeValue(use, ['A'], () => 0);
    const after = values.map((text, index) => (index === at ? value : text));
    const broken = notes.flatMap((note) => {
      const fault = faultOf(note, (element) => (after[element - 1] ?? '') !== '');
      return fault === undefined ? [] : [{ note, number: at + 1, value, fault }];
    });
    return broken.length === 1 ? broken : [];
  });
}

/** What a note says of the elements that are there, written a second time: the kit does not trust what it tests. */
function faultOf(note: string, isThere: (element: number) => boolean): NoteFault | undefined {
  const elements = (note.match(/\d\d/g) ?? []).map(Number);
  const [first = 0, second = 0] = elements;
  const present = elements.filter(isThere);
  const absent = elements.find((element) => !isThere(element));
  const missing = (element = 0): NoteFault => ({ element, code: 'element-conditional' });
  switch (note.charAt(0)) {
    case 'P':
      return present.length === 0 || absent === undefined ? undefined : missing(absent);
    case 'R':
      return present.length === 0 ? missing(first) : undefined;
    case 'E':
      return present[1] === undefined ? undefined : { element: present[1], code: 'element-excluded' };
    case 'C':
      return isThere(first) && absent !== undefined ? missing(absent) : undefined;
    default:
      return isThere(first) && present.length === 1 ? missing(second) : undefined;
  }
}
