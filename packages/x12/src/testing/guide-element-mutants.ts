import { checkValue } from '../element/check-value.ts';
import type { GuideConstraints, PlaceConstraint } from '../guide/constraints-of.ts';
import { SetIndex } from '../guide/set-index.ts';
import { type ElementTarget, elementTarget } from './element-target.ts';
import { fittedValue } from './fitted-value.ts';
import type { Mutant } from './mutant.ts';
import type { Original } from './original.ts';

/** What a guide asks of elements, each broken once: presence, codes, lengths, format, beginning, characters. */
export function guideElementMutants(original: Original, constraints: GuideConstraints): Mutant[] {
  const index = new SetIndex(original.root);
  const ofPlaces = constraints.places.flatMap((place) => {
    if (place.path.element === undefined) return [];
    const targets = index.all(place.path.steps).flatMap((part) => elementTarget(original, part, place.path) ?? []);
    return placeMutants(targets, place, original, constraints);
  });
  return [...ofPlaces, ...characterMutants(original, constraints)];
}

function placeMutants(
  targets: readonly ElementTarget[],
  place: PlaceConstraint,
  original: Original,
  constraints: GuideConstraints,
): Mutant[] {
  const { mentions } = original;
  // Where another rule speaks of the element as well, or something is chosen by it, one change may be two faults.
  const free = targets.filter(
    ({ id, element }) => mentions.elements(id, element) === 1 && !mentions.chooses(id, element),
  );
  const present = free.find(({ value }) => value !== '');
  const absent = free.find(({ value }) => value === '');
  const { rule, path } = place;
  if (rule.usage === 'not-used') return absent === undefined ? [] : surplusMutants(absent, path.text);
  if (present === undefined) return [];
  const missing =
    rule.usage === 'required' && present.use.requirement !== 'M' && !present.isNoted && !present.isAlone
      ? [present.mutant(`${path.text} is missing, which the guide requires`, 'guide-missing', 'AK403-1', '')]
      : [];
  const values = valueMutants(present, place).filter(([, , , text]) => isSound(present, text, constraints, original));
  return [...missing, ...values.map((given) => present.mutant(...given))];
}

function surplusMutants(target: ElementTarget, text: string): Mutant[] {
  const value = target.isNoted ? undefined : fittedValue(target.use, {}, ['A'], () => 0);
  if (value === undefined) return [];
  return [target.mutant(`${text} is there, which the guide does not use`, 'guide-not-used', 'AK403-10', value)];
}

type Given = Parameters<ElementTarget['mutant']>;

function valueMutants(target: ElementTarget, { rule, path, codes, minimum, maximum }: PlaceConstraint): Given[] {
  const { value, use } = target;
  const made: Given[] = [];
  if (codes !== undefined && rule.codes !== undefined) {
    const candidates = [...(use.codes ?? ['ZZ', 'QQ', 'Z', 'Q', 'ZZZ', 'QQQ'])];
    const other = candidates.find((code) => !codes.has(code) && checkValue(use, code) === undefined);
    if (other !== undefined) made.push([`${path.text} is another code`, 'guide-code', 'AK403-7', other]);
    return made;
  }
  const filler = /^[NR]/.test(use.type) || rule.format === 'digits' ? '1' : 'X';
  if (rule.maximum !== undefined)
    made.push([`${path.text} is too long for the guide`, 'guide-length', 'AK403-5', value.padEnd(maximum + 1, filler)]);
  if (rule.minimum !== undefined)
    made.push([`${path.text} is too short for the guide`, 'guide-length', 'AK403-4', value.slice(0, minimum - 1)]);
  const { format, starts = '' } = rule;
  if (format !== undefined && use.type === 'AN' && value.length > starts.length + 1) {
    const at = starts.length + 1;
    const strange = value.slice(0, at - 1) + STRANGE[format] + value.slice(at);
    made.push([`${path.text} is not ${format}`, 'guide-format', 'AK403-6', strange]);
  }
  if (starts !== '') {
    const other = filler === '1' ? (starts.startsWith('1') ? '2' : '1') : starts.startsWith('X') ? 'Y' : 'X';
    made.push([`${path.text} begins otherwise`, 'guide-format', 'AK403-7', other + value.slice(1)]);
  }
  return made;
}

/** A sign that a format does not allow. */
const STRANGE = { digits: 'A', letters: '7', 'letters-and-digits': '-', 'upper-case': 'a', 'no-blanks': ' ' } as const;

/** Whether a value is one to the standard, holds no separator, and only signs that the guide allows. */
function isSound(
  { use, value }: ElementTarget,
  text: string,
  { characters }: GuideConstraints,
  { delimiters }: Original,
): boolean {
  if (text === '' || text === value || checkValue(use, text) !== undefined) return false;
  // Each character of an original stands for one byte: what takes several is left alone.
  if (!/^[\x20-\x7e]*$/.test(value)) return false;
  return Array.from(text).every((sign) => !isSeparator(sign, delimiters) && (characters?.has(sign) ?? true));
}

const isSeparator = (sign: string, delimiters: Original['delimiters']): boolean =>
  Object.values(delimiters).includes(sign);

/** Signs to try, as the bytes that they are written with. */
const SIGNS = ['a', '{', '"', '\u00c3\u00a9', '\u00e2\u0098\u0082'];

/** A sign that the guide does not allow, in the first text that it says nothing else about. */
function characterMutants(original: Original, { characters }: GuideConstraints): Mutant[] {
  const { mentions, definition, delimiters, places } = original;
  const sign = SIGNS.find((bytes) => {
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    return !characters?.has(text) && !isSeparator(text, delimiters);
  });
  if (characters === undefined || sign === undefined) return [];
  for (const place of places)
    for (const [at, use] of (definition.segments[place.segment.id]?.elements ?? []).entries()) {
      const element = at + 1;
      if (use.type !== 'AN' || mentions.elements(place.segment.id, element) > 0) continue;
      const path = { text: '', isAbsolute: true, steps: [], element, component: undefined, use, inside: [] };
      const target = elementTarget(original, place, { ...path, segment: definition.segments[place.segment.id] });
      if (target === undefined || target.value.length < 2 || !/^[\x20-\x7e]+$/.test(target.value)) continue;
      if (mentions.chooses(target.id, element)) continue;
      const name = `${use.designator} holds a character that the guide does not allow`;
      return [target.mutant(name, 'guide-character', 'AK403-6', target.value.slice(0, -1) + sign)];
    }
  return [];
}
