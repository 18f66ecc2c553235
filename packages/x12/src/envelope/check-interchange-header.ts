import { isDate } from '../element/is-date.ts';
import { isTime } from '../element/is-time.ts';
import type { Address, Issue } from '../issue.ts';
import { isBlank, isLetterOrDigit } from '../lexical/bytes.ts';
import { type InterchangeHeaderScan, WIDTHS } from '../lexical/interchange-header.ts';
import { makeIssue } from '../make-issue.ts';

/** Checks an ISA: widths, the fields with a closed list or a form of their own, and the separators that it declares. */
export function checkInterchangeHeader(scan: InterchangeHeaderScan, address: Address): Issue[] {
  if (!scan.fixedWidth) return [widthIssue(scan, address)];
  const issues: Issue[] = [];
  for (const rule of RULES) {
    const found = scan.fields[rule.element - 1] ?? '';
    if (!rule.fits(found.trim(), scan)) issues.push(fieldIssue(scan, address, rule, found));
  }
  const separators = separatorsIssue(scan, address);
  return separators === undefined ? issues : [...issues, separators];
}

function widthIssue(scan: InterchangeHeaderScan, address: Address): Issue {
  const wrong = WIDTHS.findIndex((width, index) => scan.fields[index]?.length !== width);
  const element = wrong < 0 ? undefined : wrong + 1;
  const found = wrong < 0 ? undefined : scan.fields[wrong];
  const offset = scan.fieldOffsets[wrong] ?? scan.offset;
  return makeIssue('interchange-header-width', {
    message: 'the interchange header does not have its fixed width of 106 characters',
    at: { offset, length: found?.length ?? 0, segment: 1, ...(element === undefined ? {} : { element }) },
    address,
    path: element === undefined ? ['ISA'] : ['ISA', designator(element)],
    expected: wrong < 0 ? '106 characters' : `${WIDTHS[wrong]} characters`,
    found,
  });
}

/** One field: the values that fit, and the TA105 note that says that it does not (X12.5 and the TA1 code list). */
interface Rule {
  readonly element: number;
  readonly expected: string;
  readonly acknowledgment: string;
  readonly fits: (text: string, scan: InterchangeHeaderScan) => boolean;
}

// Element I05, from working knowledge: the qualifiers of 004010 and those that later releases added.
const QUALIFIERS = /^(?:0[1-9]|1[0-9]|2[0-9]|3[0-8]|AM|IR|NR|SA|SN|ZZ)$/;
const VERSIONS = /^(?:0020[0-4]|0030[0-7]|0040[0-6]|0050[0-5]|0060[0-5]|0070[0-6]|0080[0-6])$/;

const RULES: readonly Rule[] = [
  { element: 1, expected: '00 to 06', acknowledgment: 'TA1-010', fits: (text) => /^0[0-6]$/.test(text) },
  { element: 3, expected: '00 or 01', acknowledgment: 'TA1-012', fits: (text) => /^0[01]$/.test(text) },
  { element: 5, expected: 'a sender qualifier', acknowledgment: 'TA1-005', fits: (text) => QUALIFIERS.test(text) },
  { element: 6, expected: 'the id of the sender', acknowledgment: 'TA1-006', fits: isId },
  { element: 7, expected: 'a receiver qualifier', acknowledgment: 'TA1-007', fits: (text) => QUALIFIERS.test(text) },
  { element: 8, expected: 'the id of the receiver', acknowledgment: 'TA1-008', fits: isId },
  {
    element: 9,
    expected: 'a calendar date YYMMDD',
    acknowledgment: 'TA1-014',
    fits: (text) => text.length === 6 && isDate(text),
  },
  {
    element: 10,
    expected: 'a time HHMM',
    acknowledgment: 'TA1-015',
    fits: (text) => text.length === 4 && isTime(text),
  },
  { element: 11, expected: 'U', acknowledgment: 'TA1-016', fits: namesStandard },
  { element: 12, expected: 'a version such as 00401', acknowledgment: 'TA1-017', fits: (text) => VERSIONS.test(text) },
  { element: 13, expected: 'nine digits', acknowledgment: 'TA1-018', fits: (text) => /^\d{9}$/.test(text) },
  { element: 14, expected: '0 or 1', acknowledgment: 'TA1-019', fits: (text) => /^[01]$/.test(text) },
  { element: 15, expected: 'T, P or I', acknowledgment: 'TA1-020', fits: (text) => /^[TPI]$/.test(text) },
];

/** An id that cannot be written cannot be answered: no control characters, nothing beyond ASCII. */
function isId(text: string): boolean {
  return /^[ -~]+$/.test(text);
}

// ISA11 is U before 00402 and the repetition separator after it. Senders mix them up in both directions, harmlessly: a
// sign that separates nothing in 00401 is left alone, and so is a U in 00501.
function namesStandard(text: string): boolean {
  return text === 'U' || (text !== '' && !isLetterOrDigit(text.charCodeAt(0)));
}

function fieldIssue(scan: InterchangeHeaderScan, address: Address, rule: Rule, found: string): Issue {
  // Blank or unprintable, a party can not be put into an answer.
  const isUnanswerable = rule.element >= 5 && rule.element <= 8 && !isId(found.trim());
  const consequence = isUnanswerable ? ', so the interchange can not be answered' : '';
  return makeIssue('interchange-header-field', {
    message: `${designator(rule.element)} of the interchange header is not valid${consequence}`,
    at: {
      offset: scan.fieldOffsets[rule.element - 1] ?? scan.offset,
      length: found.length,
      segment: 1,
      element: rule.element,
    },
    address,
    path: ['ISA', designator(rule.element)],
    expected: rule.expected,
    found,
    acknowledgment: rule.acknowledgment,
  });
}

/** Separators must be four different signs that no value can hold. */
function separatorsIssue(scan: InterchangeHeaderScan, address: Address): Issue | undefined {
  const { element, component, repetition, segment } = scan.separators;
  const bad = (sign: number) => isLetterOrDigit(sign) || sign === 0x20;
  const wrong =
    bad(component) || component === element || component === segment
      ? { place: 16, offset: scan.offset + 104, sign: component, acknowledgment: 'TA1-027' }
      : bad(segment) || segment === element
        ? { place: undefined, offset: scan.offset + 105, sign: segment, acknowledgment: 'TA1-004' }
        : repetition >= 0 && [element, component, segment].includes(repetition)
          ? { place: 11, offset: scan.fieldOffsets[10] ?? scan.offset, sign: repetition, acknowledgment: 'TA1-026' }
          : undefined;
  if (wrong === undefined) return undefined;
  return makeIssue('interchange-separators', {
    message: 'the interchange header declares a separator that can not be one',
    at: { offset: wrong.offset, length: 1, segment: 1, ...(wrong.place === undefined ? {} : { element: wrong.place }) },
    address,
    path: wrong.place === undefined ? ['ISA'] : ['ISA', designator(wrong.place)],
    expected: 'a sign of its own that is neither a letter, a digit nor a blank',
    found: isBlank(wrong.sign) ? undefined : String.fromCharCode(wrong.sign),
    acknowledgment: wrong.acknowledgment,
  });
}

const designator = (element: number): string => `ISA${String(element).padStart(2, '0')}`;
