import type { ElementUse } from '../definition/definition.ts';
import type { GuidePath } from '../guide/guide-path.ts';
import { headOf, type Instance } from '../guide/set-index.ts';
import type { IssueCode } from '../issue-codes.ts';
import { type EditableSegment, withElement } from './editable-interchange.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, mutant, type Original, withBody } from './original.ts';
import { isTelling } from './telling-elements.ts';

/** One element or component of one segment that a guide speaks of, to put a fault into. */
export interface ElementTarget {
  readonly id: string;
  /** Element number, from 1. */
  readonly element: number;
  readonly use: ElementUse;
  /** The value as it is; empty where there is none. */
  readonly value: string;
  /** Whether a syntax note of the segment, or of the composite, speaks of it. */
  readonly isNoted: boolean;
  /** Whether it is the only value of its segment or composite. */
  readonly isAlone: boolean;
  /** The mutant that has another value there, or none. */
  mutant(name: string, code: IssueCode, acknowledgment: string, value: string): Mutant;
}

/** ST is 1, so the first segment of the body is 2. */
const FIRST_POSITION = 2;

/** The element of a path in a segment or the first one of a loop; undefined where there is no single value to change. */
export function elementTarget(original: Original, instance: Instance, path: GuidePath): ElementTarget | undefined {
  const segment = headOf(instance)?.segment;
  const { element, component, use } = path;
  const definition = original.definition.segments[segment?.id ?? ''];
  const whole = definition?.elements[(element ?? 0) - 1];
  if (segment === undefined || element === undefined || use === undefined || whole === undefined) return undefined;
  const text = bodyOf(original)[segment.position - FIRST_POSITION] as EditableSegment;
  const raw = text.elements[element] ?? '';
  const { component: separator, repetition } = original.delimiters;
  if (use.components !== undefined || isTelling(use.designator)) return undefined;
  // A format (1250) and the date or period (1251) behind it are right or wrong together.
  if (use.element === '1250' || use.element === '1251') return undefined;
  if (repetition !== undefined && raw.includes(repetition)) return undefined;
  const parts = component === undefined ? [raw] : raw.split(separator);
  const index = (component ?? 1) - 1;
  const notes = component === undefined ? (definition?.notes ?? []) : (whole.notes ?? []);
  const beside = component === undefined ? text.elements.slice(1) : parts;
  return {
    id: segment.id,
    element,
    use,
    value: parts[index] ?? '',
    isNoted: [...notes.join(' ').matchAll(/\d\d/g)].some(([noted]) => Number(noted) === (component ?? element)),
    isAlone: beside.filter((part) => part !== '').length === 1,
    mutant(name, code, acknowledgment, value) {
      const changed = Array.from({ length: Math.max(parts.length, index + 1) }, (_, at) => parts[at] ?? '');
      changed[index] = value;
      const body = bodyOf(original);
      body[segment.position - FIRST_POSITION] = withElement(text, element, changed.join(separator));
      const place = { segment: segment.position, element, acknowledgment };
      const inner = component === undefined ? {} : { component };
      return mutant(original, name, code, { ...place, ...inner }, withBody(original, body));
    },
  };
}
