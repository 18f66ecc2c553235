import type { IssueCode } from '../issue-codes.ts';
import type { MatchedSegment } from '../structure/matched.ts';
import { type EditableSegment, withElement } from './editable-interchange.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, type ExpectedPlace, mutant, type Original, withBody } from './original.ts';

/** Faults of the tree of levels: numbers that come twice, parents that are not there, HL04 that tells otherwise. */
export function levelMutants(original: Original): Mutant[] {
  const levels = original.places
    .filter(({ loop }) => loop.use?.hierarchical)
    .filter(({ segment }) => segment.id === 'HL');
  const leaf = levels.find((level) => !levels.some((other) => textOf(other, 2) === textOf(level, 1)));
  const child = levels.find((level) => textOf(level, 2) !== '');
  const parent = levels.find((level) => levels.some((other) => textOf(other, 2) === textOf(level, 1)));
  const mutants: Mutant[] = [];
  if (leaf !== undefined) {
    const other = levels.find(
      ({ segment }) => segment.position < leaf.segment.position && segmentText(segment, 1) !== textOf(leaf, 2),
    );
    if (other !== undefined)
      mutants.push(changed(original, leaf, 1, textOf(other, 1), 'HL01 came before', 'level-duplicate'));
    if (textOf(leaf, 4) === '0')
      mutants.push(changed(original, leaf, 4, '1', 'HL04 promises levels that do not come', 'level-children'));
  }
  if (child !== undefined) {
    mutants.push(changed(original, child, 2, freeNumber(levels), 'HL02 names no level', 'level-parent'));
    mutants.push(changed(original, child, 2, textOf(child, 1), 'HL02 is the level itself', 'level-parent'));
  }
  if (parent !== undefined && textOf(parent, 4) === '1')
    mutants.push(changed(original, parent, 4, '0', 'HL04 denies the levels that come', 'level-children'));
  return [...mutants, ...orderMutants(original, levels), ...guideOrderMutants(original, levels)];
}

/** A ship notice that declares an order of levels, and begins with an item. */
function orderMutants(original: Original, levels: readonly MatchedSegment[]): Mutant[] {
  const [first] = levels;
  // A companion guide may ask for a level by its kind.
  if (original.mentions.names('HL')) return [];
  const start = original.places.find(({ segment }) => segment.id === 'BSN');
  const declares = start !== undefined && /^000[1-4]$/.test(textOf(start, 5));
  if (first === undefined || !declares || original.definition.id !== '856') return [];
  return [changed(original, first, 3, 'I', 'the levels begin with an item', 'level-order')];
}

/** Kinds of level that hardly any guide has. */
const STRANGE_KINDS = ['V', 'Z', 'Q', 'X'];

/** A level of a kind that no order of a companion guide has. Where BSN05 declares an order, that would be broken first. */
function guideOrderMutants(original: Original, levels: readonly MatchedSegment[]): Mutant[] {
  const { guide, mentions, places } = original;
  const start = places.find(({ segment }) => segment.id === 'BSN');
  const isDeclared = start !== undefined && textOf(start, 5) !== '';
  const last = levels.at(-1);
  const kind = STRANGE_KINDS.find((one) => !guide?.levels?.flat().includes(one));
  if (guide?.levels === undefined || isDeclared || last === undefined || kind === undefined) return [];
  // A rule or condition may ask for a level of the kind that is lost.
  if (mentions.wants('HL', 3, textOf(last, 3))) return [];
  return [changed(original, last, 3, kind, 'HL03 is a level that the guide does not have', 'guide-level-order')];
}

const segmentText = ({ elements }: MatchedSegment['segment'], element: number): string =>
  elements[element - 1]?.repeats[0]?.[0] ?? '';

const textOf = ({ segment }: MatchedSegment, element: number): string => segmentText(segment, element);

/** HL01 has up to twelve characters. */
function freeNumber(levels: readonly MatchedSegment[]): string {
  const taken = new Set(levels.map((level) => textOf(level, 1)));
  let number = 999_999;
  while (taken.has(String(number))) number--;
  return String(number);
}

/** ST is 1, so the first segment of the body is 2. */
const FIRST_POSITION = 2;

function changed(
  original: Original,
  { segment }: MatchedSegment,
  element: number,
  text: string,
  name: string,
  code: IssueCode,
): Mutant {
  const index = segment.position - FIRST_POSITION;
  const body = bodyOf(original).map(
    (each, at): EditableSegment => (at === index ? withElement(each, element, text) : each),
  );
  const place: ExpectedPlace = { segment: segment.position, element };
  return mutant(original, name, code, place, withBody(original, body));
}
