import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { Element, Segment } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import { checkProperties, isObject, type Path, type Placed, propertyOf, valueFault } from './document.ts';

type Report = (issue: Issue) => void;

/** One segment from its object of elements by name; separators behind the last filled element are left out. */
export function encodeSegment(
  definition: SegmentDefinition,
  { value: object, path }: Placed,
  position: number,
  report: Report,
): Segment {
  checkProperties(object, namesOf(definition.elements), path, report);
  const elements = definition.elements.map((use) =>
    encodeElement(use, propertyOf(object, use.name), [...path, use.name], report),
  );
  return { id: definition.id, elements: trimmed(elements), offset: 0, length: 0, position };
}

const knownNames = new WeakMap<readonly ElementUse[], readonly string[]>();

function namesOf(uses: readonly ElementUse[]): readonly string[] {
  let names = knownNames.get(uses);
  if (names === undefined) {
    names = uses.map(({ name }) => name);
    knownNames.set(uses, names);
  }
  return names;
}

const EMPTY: Element = { repeats: [['']] };

function encodeElement(use: ElementUse, value: unknown, path: Path, report: Report): Element {
  if (value === undefined) return EMPTY;
  if (use.repeat === 1) return { repeats: [encodeRepeat(use, value, path, report)] };
  if (!Array.isArray(value)) {
    report(valueFault(path, 'an array of values', value));
    return EMPTY;
  }
  const repeats = value.map((item: unknown, index) => encodeRepeat(use, item, [...path, index], report));
  return repeats.length === 0 ? EMPTY : { repeats };
}

function encodeRepeat(use: ElementUse, value: unknown, path: Path, report: Report): readonly string[] {
  if (use.components === undefined) return [textOf(value, path, report)];
  if (!isObject(value)) {
    report(valueFault(path, 'an object of components', value));
    return [''];
  }
  checkProperties(value, namesOf(use.components), path, report);
  const components = use.components.map(({ name }) => textOf(propertyOf(value, name), [...path, name], report));
  while (components.length > 1 && components.at(-1) === '') components.pop();
  return components;
}

function textOf(value: unknown, path: Path, report: Report): string {
  if (typeof value === 'string') return value;
  // Numbers are refused and not written out: 0.1 + 0.2 or 1e21 would come out as nobody meant them.
  if (value !== undefined) report(valueFault(path, 'text', value));
  return '';
}

function trimmed(elements: Element[]): readonly Element[] {
  while (elements.length > 0 && isEmpty(elements[elements.length - 1] as Element)) elements.pop();
  return elements;
}

const isEmpty = (element: Element): boolean => element.repeats.every((repeat) => repeat.every((text) => text === ''));
