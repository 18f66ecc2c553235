import type { ElementUse } from '../definition/definition.ts';
import type { Severity } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { type EditableSegment, withElement } from './editable-interchange.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, type ExpectedPlace, mutant, type Original, withBody } from './original.ts';
import { isTelling } from './telling-elements.ts';
import { type ValueMutation, valueMutations } from './value-mutations.ts';

/**
 * Faults of values and of elements that are missing or too many: for each designator that occurs, at its first occurrence.
 */
export function elementMutants(original: Original): Mutant[] {
  const seen = new Set<string>();
  return original.places.flatMap(({ segment }, index) => {
    const text = bodyOf(original)[index] as EditableSegment;
    const definition = original.definition.segments[segment.id];
    if (definition === undefined) return [];
    const target: Target = { original, index, text };
    const notes = definition.notes.join(' ');
    return [
      ...once(seen, segment.id, () => surplusMutants(target, definition.elements.length)),
      ...definition.elements.flatMap((use, at) => {
        const raw = text.elements[at + 1] ?? '';
        if (raw === '' || isTelling(use.designator) || isDecisive(original, segment.id, at + 1)) return [];
        return once(seen, use.designator, () => useMutants({ ...target, use, element: at + 1, raw }, notes));
      }),
    ];
  });
}

/** Whether a companion guide asks something else by an element, or asks it where the standard is not sure. */
function isDecisive({ mentions, definition, guide }: Original, id: string, element: number): boolean {
  if (mentions.chooses(id, element) || mentions.conditions(id) > 0) return true;
  const isAsked = mentions.elements(id, element) > 0 || guide?.characters !== undefined;
  const use = definition.segments[id]?.elements[element - 1];
  return isAsked && [use, ...(use?.components ?? [])].some((one) => one?.unsure !== undefined);
}

function once(seen: Set<string>, key: string, make: () => Mutant[]): Mutant[] {
  if (seen.has(key)) return [];
  seen.add(key);
  return make();
}

/** A segment of the body. */
interface Target {
  readonly original: Original;
  readonly index: number;
  readonly text: EditableSegment;
}

/** An element of it that has a value, `raw` with its separators. */
interface ElementTarget extends Target {
  readonly use: ElementUse;
  readonly element: number;
  readonly raw: string;
}

/** ST is 1, so the first segment of the body is 2. */
const FIRST_POSITION = 2;

function changed(
  { original, index, text }: Target,
  element: number,
  value: string,
  name: string,
  code: IssueCode,
  place: ExpectedPlace,
): Mutant {
  const body = bodyOf(original).map((segment, at) => (at === index ? withElement(text, element, value) : segment));
  return mutant(original, name, code, { segment: index + FIRST_POSITION, element, ...place }, withBody(original, body));
}

function surplusMutants(target: Target, defined: number): Mutant[] {
  const name = `${target.text.elements[0]} has an element more than defined`;
  return [changed(target, defined + 1, 'X', name, 'element-too-many', {})];
}

function useMutants(target: ElementTarget, notes: string): Mutant[] {
  const { use, element, raw, original } = target;
  const { repetition } = original.delimiters;
  const isRepeated = repetition !== undefined && raw.includes(repetition);
  const blank =
    use.requirement === 'M' && !isNamed(notes, element)
      ? [changed(target, element, '', `${use.designator} is missing`, 'element-missing', requirementOf(use))]
      : [];
  const inner = isRepeated ? [] : use.components ? componentMutants(target, use.components) : plainMutants(target);
  return [...blank, ...inner, ...repeatMutants(target, isRepeated)];
}

/** Whether a syntax note speaks of an element: what it asks for then depends on the others. */
const isNamed = (notes: string, element: number): boolean =>
  [...notes.matchAll(/\d\d/g)].some(([number]) => Number(number) === element);

const requirementOf = ({ unsure }: ElementUse): { severity?: Severity } =>
  unsure === 'requirement' || unsure === 'both' ? { severity: 'information' } : {};

const contentOf = ({ unsure }: ElementUse): { severity?: Severity } =>
  unsure === 'value' || unsure === 'both' ? { severity: 'information' } : {};

function plainMutants(target: ElementTarget): Mutant[] {
  const { use, element, raw, original } = target;
  const { component } = original.delimiters;
  return [
    ...valueMutations(use, original.delimiters).map(({ text, code, what }: ValueMutation) =>
      changed(target, element, text, `${use.designator} ${what}`, code, contentOf(use)),
    ),
    changed(target, element, `${raw}${component}X`, `${use.designator} has components`, 'element-too-many-components', {
      component: 2,
    }),
  ];
}

function repeatMutants(target: ElementTarget, isRepeated: boolean): Mutant[] {
  const { use, element, raw, original } = target;
  const { repetition } = original.delimiters;
  if (repetition === undefined || isRepeated) return [];
  const text = Array<string>(use.repeat + 1)
    .fill(raw)
    .join(repetition);
  return [
    changed(target, element, text, `${use.designator} repeats too often`, 'element-repeated', {
      repeat: use.repeat + 1,
    }),
  ];
}

function componentMutants(target: ElementTarget, uses: readonly ElementUse[]): Mutant[] {
  const { use, element, raw, original } = target;
  const { component: separator } = original.delimiters;
  const parts = raw.split(separator);
  const filled = parts.filter((part) => part !== '').length;
  const notes = (use.notes ?? []).join(' ');
  const withPart = (number: number, text: string): string => {
    const all = Array.from({ length: Math.max(parts.length, number) }, (_, at) => parts[at] ?? '');
    all[number - 1] = text;
    return all.join(separator);
  };
  const surplus = uses.length + 1;
  return [
    changed(
      target,
      element,
      withPart(surplus, 'X'),
      `${use.designator} has a component more than defined`,
      'element-too-many-components',
      {
        component: surplus,
      },
    ),
    ...uses.flatMap((part, at) => {
      const component = at + 1;
      if ((parts[at] ?? '') === '') return [];
      const isAlone = filled === 1 || isNamed(notes, component) || part.requirement !== 'M';
      return [
        ...(isAlone
          ? []
          : [
              changed(target, element, withPart(component, ''), `${part.designator} is missing`, 'element-missing', {
                component,
                ...requirementOf(part),
              }),
            ]),
        ...valueMutations(part, original.delimiters).map(({ text, code, what }) =>
          changed(target, element, withPart(component, text), `${part.designator} ${what}`, code, {
            component,
            ...contentOf(part),
          }),
        ),
      ];
    }),
  ];
}
