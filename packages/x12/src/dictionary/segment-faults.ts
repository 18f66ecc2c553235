import type { Issue } from '../issue.ts';
import { dictionaryFault } from './dictionary-fault.ts';
import type { DictionaryElement, DictionaryElementUse, DictionarySegment } from './dictionary-json.ts';
import { elementNamesOf } from './element-names-of.ts';
import type { KnownElement } from './known-elements.ts';

type Find = (element: string) => KnownElement | undefined;

/** What contradicts itself in a segment or composite, or is known nowhere. `at` is its place in the JSON. */
export function segmentFaults(
  segment: DictionarySegment,
  at: Issue['path'],
  isComposite: boolean,
  find: Find,
): Issue[] {
  const { elements, notes = [] } = segment;
  const names = elementNamesOf(elements, find);
  return [
    ...elements.flatMap((use, index) => {
      const path = [...at, 'elements', index];
      return [...elementFaults(use, path, isComposite, find), ...nameFaults(names[index] ?? '', path)];
    }),
    ...notes.flatMap((note, index) => {
      const last = Math.max(...(note.slice(1).match(/\d\d/g) ?? []).map(Number));
      const isKnown = last <= elements.length && !/00(?=(?:\d\d)*$)/.test(note.slice(1));
      return isKnown ? [] : [dictionaryFault([...at, 'notes', index], 'names an element that is not there')];
    }),
  ];
}

function elementFaults(use: DictionaryElementUse, at: Issue['path'], isComposite: boolean, find: Find): Issue[] {
  const known = find(use.element);
  const isMade = known?.kind === 'composite' || (known?.kind === 'use' && known.use.components !== undefined);
  if (isMade && isComposite) return [dictionaryFault([...at, 'element'], 'is a composite in a composite')];
  const says = [use.type, use.minimum, use.maximum, use.codes];
  if (isMade) {
    const saysMore = says.some((one) => one !== undefined);
    return saysMore ? [dictionaryFault(at, 'is a composite: it has no type, length or codes of its own')] : [];
  }
  const facts = known?.kind === 'element' ? known.element : known?.kind === 'use' ? known.use : undefined;
  const { type = facts?.type, minimum = facts?.minimum, maximum = facts?.maximum } = use;
  if (type === undefined || minimum === undefined || maximum === undefined)
    return [dictionaryFault(at, 'is known nowhere', 'type, minimum and maximum here, or its number in elements')];
  return lengthFaults({ minimum, maximum }, at);
}

/** The lengths of an element. */
export function lengthFaults(
  { minimum, maximum }: Pick<DictionaryElement, 'minimum' | 'maximum'>,
  at: Issue['path'],
): Issue[] {
  return maximum < minimum ? [dictionaryFault([...at, 'maximum'], 'is less than minimum')] : [];
}

function nameFaults(name: string, at: Issue['path']): Issue[] {
  // A document is an object: a name that every object has would be taken for a value.
  if (name !== '' && !(name in {})) return [];
  return [dictionaryFault([...at, 'name'], 'makes no property', 'a name with Latin letters or digits')];
}
