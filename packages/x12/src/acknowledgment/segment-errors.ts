import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { Delimiters, Segment } from '../envelope/interchange.ts';
import type { FunctionalAcknowledgment997AK2AK3Loop } from '../generated/005010/functional-acknowledgment-997.ts';
import type { AK4 } from '../generated/005010/segments.ts';
import type { Issue } from '../issue.ts';
import type { AcknowledgedSet } from './acknowledged.ts';
import { acknowledgmentCode } from './acknowledgment-code.ts';
import type { AcknowledgmentForm } from './acknowledgment-form.ts';

type Loop = FunctionalAcknowledgment997AK2AK3Loop;

/** A segment of a set with what is said of it. */
interface Faulty {
  readonly id: string;
  readonly position: number;
  readonly segment: Segment | undefined;
  readonly issues: Issue[];
}

/** The AK3 loops of a set, in the order of its segments: one per faulty segment, its elements in AK4. */
export function segmentErrors(
  set: AcknowledgedSet,
  issues: readonly Issue[],
  delimiters: Delimiters,
  form: AcknowledgmentForm,
): Loop[] {
  const faulty = new Map<string, Faulty>();
  const segments = new Map(set.segments.map((segment) => [segment.position, segment]));
  for (const issue of issues) {
    const position = issue.at.segment;
    if (position === undefined || !/^AK[34]0[34]-/.test(issue.acknowledgment ?? '')) continue;
    const segment = segments.get(position);
    const id = issue.at.element === undefined ? String(issue.path.at(-1) ?? '') : (segment?.id ?? '');
    const key = `${position} ${id}`;
    const known = faulty.get(key);
    if (known) known.issues.push(issue);
    else faulty.set(key, { id, position, segment, issues: [issue] });
  }
  return [...faulty.values()]
    .sort((left, right) => left.position - right.position)
    .flatMap((fault) => toLoop(fault, set.definition?.segments[fault.id], delimiters, form));
}

/** AK304 8: the segment has data element errors. */
const HAS_ELEMENT_ERRORS = '8';
/** AK302 has six digits. */
const LAST_POSITION = 999_999;
/** Most AK4 of one AK3. */
const MOST_ELEMENTS = 99;

function toLoop(
  fault: Faulty,
  definition: SegmentDefinition | undefined,
  delimiters: Delimiters,
  form: AcknowledgmentForm,
): Loop[] {
  // An id that is none can not be put into AK301; AK5 says that segments are in error.
  if (!/^[A-Z0-9]{2,3}$/.test(fault.id) || fault.position > LAST_POSITION) return [];
  const own = fault.issues.map((issue) => acknowledgmentCode(issue, 'AK304', form)).find((code) => code !== undefined);
  const elements = fault.issues
    .flatMap((issue) => elementError(issue, definition, delimiters, form))
    .sort(byPosition)
    .slice(0, MOST_ELEMENTS);
  const AK3 = {
    segment: fault.id,
    segmentPosition: String(fault.position),
    segmentError: own ?? HAS_ELEMENT_ERRORS,
  };
  return [elements.length === 0 ? { AK3 } : { AK3, AK4: elements }];
}

function byPosition({ positionInTheSegment: left }: AK4, { positionInTheSegment: right }: AK4): number {
  const byElement = Number(left.elementPosition) - Number(right.elementPosition);
  return byElement || Number(left.componentPosition ?? 0) - Number(right.componentPosition ?? 0);
}

function elementError(
  issue: Issue,
  definition: SegmentDefinition | undefined,
  delimiters: Delimiters,
  form: AcknowledgmentForm,
): AK4[] {
  const { element, component, repeat } = issue.at;
  const code = acknowledgmentCode(issue, 'AK403', form);
  if (code === undefined || element === undefined || element > 99) return [];
  const number = useAt(definition, element, component)?.element ?? '';
  const bad = badValue(issue.found, delimiters);
  return [
    {
      positionInTheSegment: {
        elementPosition: String(element),
        ...(component === undefined || component > 99 ? {} : { componentPosition: String(component) }),
        // 005010 tells the repetition too.
        ...(repeat === undefined || form.definition.release < '005010' ? {} : { repetitionPosition: String(repeat) }),
      },
      ...(/^\d{1,4}$/.test(number) ? { elementNumber: number } : {}),
      elementError: code,
      ...(bad === undefined ? {} : { badValue: bad }),
    },
  ];
}

function useAt(
  definition: SegmentDefinition | undefined,
  element: number,
  component: number | undefined,
): ElementUse | undefined {
  const use = definition?.elements[element - 1];
  return component === undefined ? use : use?.components?.[component - 1];
}

/** AK404: at most 99 characters of the value, and only where it can stand between these separators. */
function badValue(found: string | undefined, delimiters: Delimiters): string | undefined {
  if (found === undefined || found.trim() === '' || /[\p{Cc}\p{Cs}]/u.test(found)) return undefined;
  if (Object.values(delimiters).some((separator: string | undefined) => separator && found.includes(separator)))
    return undefined;
  return Array.from(found.slice(0, 200)).slice(0, 99).join('');
}
