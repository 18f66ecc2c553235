import { elementNames } from '../definition/element-name.ts';
import { wordsOf } from '../element/words-of.ts';
import type { DictionaryElementUse } from './dictionary-json.ts';
import type { KnownElement } from './known-elements.ts';

/** The properties of a segment's elements in the typed document. */
export function elementNamesOf(
  uses: readonly DictionaryElementUse[],
  find: (element: string) => KnownElement | undefined,
): string[] {
  return elementNames(uses.map((use, index) => nameOf(use, find(use.element)) ?? `Element ${index + 1}`));
}

/** The writer of levels knows the elements of HL by these names. */
const LEVELS: Readonly<Record<string, string>> = {
  '628': 'Level id',
  '734': 'Parent level id',
  '735': 'Level',
  '736': 'Has children',
};

function nameOf({ element, name }: DictionaryElementUse, known: KnownElement | undefined): string | undefined {
  if (Object.hasOwn(LEVELS, element)) return LEVELS[element];
  if (name !== undefined) return name;
  if (known?.kind === 'element') return known.element.name;
  if (known?.kind === 'composite') return known.composite.name;
  // The number that a name has where it comes again is of that segment only: `productId3`.
  return known === undefined
    ? undefined
    : wordsOf(known.use.name)
        .replace(/(?<=\D)\d+$/, '')
        .trim();
}
