import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import { checkValue } from '../element/check-value.ts';
import { datePeriod } from '../element/date-period.ts';
import { isDatePeriod } from '../element/is-date-period.ts';
import { nameInWords } from '../element/name-in-words.ts';
import type { Element, Segment } from '../envelope/interchange.ts';
import type { Address, Issue, Severity } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { makeIssue } from '../make-issue.ts';
import { elementSpan } from './element-span.ts';
import { type SyntaxNote, syntaxNote } from './syntax-note.ts';

/**
 * What the check of a segment needs to say where a fault is. In a segment that was never bytes issues point at its offset
 * with length 0.
 */
export interface SegmentContext {
  readonly address: Address;
  /** Path of the segment: loops, repeats and its id, for instance `['PO1Loop', 2, 'PO1']`. */
  readonly path: readonly (string | number)[];
  readonly report: (issue: Issue) => void;
}

/** Where in the segment, and how it is called there. */
interface Place {
  readonly element: number;
  readonly repeat?: number | undefined;
  readonly component?: number | undefined;
}

interface Fault {
  readonly code: IssueCode;
  readonly place: Place;
  readonly use?: ElementUse | undefined;
  readonly message: string;
  readonly expected: string;
  readonly found?: string | undefined;
  readonly severity?: Severity | undefined;
}

type Report = (fault: Fault) => void;

/**
 * Checks the elements of one segment against its definition: requirement, number of elements, repeats and components,
 * values, syntax notes. One cause gives one issue: a note is silent about an element that has an issue already.
 */
export function checkSegment(definition: SegmentDefinition, segment: Segment, context: SegmentContext): void {
  const faulty = new Set<number>();
  const report: Report = (fault) => {
    faulty.add(fault.place.element);
    context.report(issueOf(fault, definition, segment, context));
  };
  const { elements } = definition;
  for (let index = 0; index < elements.length; index++)
    checkElement(elements[index] as ElementUse, segment.elements[index], { element: index + 1 }, report);
  checkSurplus(definition, segment, report);
  for (const note of notesOf(definition)) checkNote(note, elements, segment, faulty, report);
  const textAt = (number: number) => segment.elements[number - 1]?.repeats[0]?.[0] ?? '';
  checkDatePeriods(elements, textAt, faulty, (number) => ({ element: number }), report);
}

/** Dates and periods against the format that stands in front of them, where neither has an issue. */
function checkDatePeriods(
  uses: readonly ElementUse[],
  textAt: (number: number) => string,
  faulty: ReadonlySet<number>,
  placeAt: (number: number) => Place,
  report: Report,
): void {
  for (let number = 2; number <= uses.length; number++) {
    const use = uses[number - 1];
    if (use === undefined || !isDatePeriod(uses, number - 1)) continue;
    const text = textAt(number);
    if (text === '' || faulty.has(number) || faulty.has(number - 1)) continue;
    const code = textAt(number - 1);
    const format = datePeriod(code);
    if (format === undefined || format.fits(text)) continue;
    const message = `${nameInWords(use)} does not have the format ${code}`;
    const severity = isUnsure(use, 'value') ? 'information' : undefined;
    const { code: kind, expected } = format;
    report({ code: kind, place: placeAt(number), use, message, expected, found: text, severity });
  }
}

function checkElement(use: ElementUse, element: Element | undefined, place: Place, report: Report): void {
  if (isEmpty(element)) {
    if (use.requirement === 'M') report(missing(use, place));
    return;
  }
  const { repeats } = element;
  if (repeats.length > use.repeat) {
    const repeat = use.repeat + 1;
    const message = `${nameInWords(use)} repeats too often`;
    const expected = use.repeat === 1 ? 'one value' : `at most ${use.repeat} repeats`;
    const found = repeats[use.repeat]?.join(' ');
    report({ code: 'element-repeated', place: { ...place, repeat }, use, message, expected, found });
    return;
  }
  for (let index = 0; index < repeats.length; index++)
    checkRepeat(
      use,
      repeats[index] as readonly string[],
      repeats.length === 1 ? place : inRepeat(place, index + 1),
      report,
    );
}

function checkRepeat(use: ElementUse, components: readonly string[], place: Place, report: Report): void {
  if (use.components !== undefined) {
    checkComposite(use, use.components, components, place, report);
    return;
  }
  const surplus = components.findIndex((text, index) => index > 0 && text !== '');
  if (surplus < 0) checkText(use, components[0] as string, place, report);
  else report(surplusComponent(use, 'one value without components', inComponent(place, surplus + 1), components));
}

function checkComposite(
  use: ElementUse,
  uses: readonly ElementUse[],
  components: readonly string[],
  place: Place,
  report: Report,
): void {
  if (components.every((text) => text === '')) return;
  const faulty = new Set<number>();
  const reportComponent: Report = (fault) => {
    faulty.add(fault.place.component ?? 0);
    report(fault);
  };
  for (let index = 0; index < uses.length; index++) {
    const component = uses[index] as ElementUse;
    const text = components[index] ?? '';
    const at = inComponent(place, index + 1);
    if (text !== '') checkText(component, text, at, reportComponent);
    else if (component.requirement === 'M') reportComponent(missing(component, at));
  }
  const surplus = components.findIndex((text, index) => index >= uses.length && text !== '');
  if (surplus >= 0)
    reportComponent(
      surplusComponent(use, `at most ${uses.length} components`, inComponent(place, surplus + 1), components),
    );
  checkDatePeriods(
    uses,
    (number) => components[number - 1] ?? '',
    faulty,
    (number) => inComponent(place, number),
    report,
  );
  for (const note of componentNotesOf(use)) {
    const fault = note((number) => (components[number - 1] ?? '') !== '');
    if (fault && !faulty.has(fault.element))
      reportComponent(
        noteFault(fault, uses[fault.element - 1], inComponent(place, fault.element), components[fault.element - 1]),
      );
  }
}

/** Named one by one, as in `inComponent`: to copy a place and add to it takes longer than to check what is there. */
const inRepeat = ({ element }: Place, repeat: number): Place => ({ element, repeat });

const inComponent = ({ element, repeat }: Place, component: number): Place =>
  repeat === undefined ? { element, component } : { element, repeat, component };

function checkText(use: ElementUse, text: string, place: Place, report: Report): void {
  if (text === '') return;
  const fault = checkValue(use, text);
  if (fault === undefined) return;
  const severity = isUnsure(use, 'value') ? 'information' : undefined;
  const message = `${nameInWords(use)} ${COMPLAINTS[fault.code] ?? 'is invalid'}`;
  report({ ...fault, place, use, message, found: text, severity });
}

const COMPLAINTS: Partial<Record<IssueCode, string>> = {
  'element-too-long': 'is too long',
  'element-too-short': 'is too short',
  'element-invalid-character': 'holds a character that its type does not allow',
  'element-invalid-code': 'is not in the code list',
  'element-invalid-date': 'is no date',
  'element-invalid-time': 'is no time',
};

/** Elements behind the last one that the segment has; empty ones are only superfluous separators. */
function checkSurplus(definition: SegmentDefinition, segment: Segment, report: Report): void {
  for (let index = definition.elements.length; index < segment.elements.length; index++) {
    const element = segment.elements[index];
    if (isEmpty(element)) continue;
    const expected = `at most ${definition.elements.length} elements`;
    const message = `${definition.id} has more elements than its definition`;
    report({
      code: 'element-too-many',
      place: { element: index + 1 },
      message,
      expected,
      found: textOf(element),
    });
    return;
  }
}

function checkNote(
  note: SyntaxNote,
  uses: readonly ElementUse[],
  segment: Segment,
  faulty: ReadonlySet<number>,
  report: Report,
): void {
  const fault = note((number) => !isEmpty(segment.elements[number - 1]));
  if (fault === undefined || faulty.has(fault.element)) return;
  const element = segment.elements[fault.element - 1];
  report(
    noteFault(
      fault,
      uses[fault.element - 1],
      { element: fault.element },
      isEmpty(element) ? undefined : textOf(element),
    ),
  );
}

function noteFault(
  fault: { code: IssueCode; expected: string },
  use: ElementUse | undefined,
  place: Place,
  found: string | undefined,
): Fault {
  const name = use === undefined ? 'an element' : nameInWords(use);
  const message = `${name} ${fault.code === 'element-excluded' ? 'is one too many' : 'is missing'}`;
  return { ...fault, place, use, message, found: found === '' ? undefined : found };
}

const missing = (use: ElementUse, place: Place): Fault => ({
  code: 'element-missing',
  place,
  use,
  message: `${nameInWords(use)} is missing`,
  expected: 'a value',
  severity: isUnsure(use, 'requirement') ? 'information' : undefined,
});

const surplusComponent = (use: ElementUse, expected: string, place: Place, components: readonly string[]): Fault => ({
  code: 'element-too-many-components',
  place,
  use,
  message: `${nameInWords(use)} has too many components`,
  expected,
  found: components[(place.component ?? 1) - 1],
});

function issueOf(fault: Fault, definition: SegmentDefinition, segment: Segment, context: SegmentContext): Issue {
  const { place, use } = fault;
  const span = elementSpan(segment, place);
  const designator = use?.designator ?? `${definition.id}${String(place.element).padStart(2, '0')}`;
  return makeIssue(fault.code, {
    message: fault.message,
    at: { ...span, segment: segment.position, ...place },
    address: context.address,
    path: [...context.path, designator],
    expected: fault.expected,
    found: fault.found,
    severity: fault.severity,
  });
}

const isUnsure = (use: ElementUse, of: 'requirement' | 'value'): boolean => use.unsure === of || use.unsure === 'both';

const isEmpty = (element: Element | undefined): element is undefined =>
  element === undefined ||
  (isBare(element)
    ? element.repeats[0]?.[0] === ''
    : element.repeats.every((repeat) => repeat.every((text) => text === '')));

/** One component in one repeat: almost all elements, so they are looked at without a loop. */
const isBare = (element: Element): boolean => element.repeats.length === 1 && element.repeats[0]?.length === 1;

const textOf = (element: Element | undefined): string => element?.repeats.flat().find((text) => text !== '') ?? '';

const compiledNotes = new WeakMap<SegmentDefinition | ElementUse, readonly SyntaxNote[]>();

function notesOf(definition: SegmentDefinition): readonly SyntaxNote[] {
  return compiled(definition, definition.notes, (element) => `${definition.id}${String(element).padStart(2, '0')}`);
}

function componentNotesOf(use: ElementUse): readonly SyntaxNote[] {
  return compiled(use, use.notes ?? [], (component) => `${use.designator}-${component}`);
}

function compiled(key: SegmentDefinition | ElementUse, notes: readonly string[], nameOf: (element: number) => string) {
  let found = compiledNotes.get(key);
  if (found === undefined) {
    found = notes.map((note) => syntaxNote(note, nameOf));
    compiledNotes.set(key, found);
  }
  return found;
}
