import type { ElementUse } from '../definition/definition.ts';
import type { IssueCode } from '../issue-codes.ts';
import { isDate } from './is-date.ts';
import { isTime } from './is-time.ts';

/** Why a value does not fit its element: the kind of fault and, in words, what would fit. */
export interface ValueFault {
  readonly code: IssueCode;
  readonly expected: string;
}

/**
 * Checks one value that is present (an empty element is no value) against type, lengths and closed code list.
 * Lengths count characters; the minus sign and the decimal point of a number do not count (X12.6, data element types).
 */
export function checkValue(use: ElementUse, text: string): ValueFault | undefined {
  switch (use.type) {
    case 'AN':
      return checkLength(use, characters(text)) ?? checkString(text);
    case 'ID':
      return checkLength(use, characters(text)) ?? checkString(text) ?? checkCode(use, text);
    case 'R':
      return checkDecimal(use, text);
    case 'DT':
      return checkLength(use, text.length) ?? (isDate(text) ? undefined : fault('element-invalid-date', dateForm(use)));
    case 'TM':
      return (
        checkLength(use, text.length) ??
        (isTime(text) ? undefined : fault('element-invalid-time', 'a time HHMM, HHMMSS or HHMMSSDD'))
      );
    case 'B':
      return checkLength(use, text.length);
    default:
      return checkNumeric(use, text);
  }
}

const fault = (code: IssueCode, expected: string): ValueFault => ({ code, expected });

function checkLength(use: ElementUse, length: number, unit = 'character'): ValueFault | undefined {
  if (length > use.maximum) return fault('element-too-long', `at most ${counted(use.maximum, unit)}`);
  if (length < use.minimum) return fault('element-too-short', `at least ${counted(use.minimum, unit)}`);
  return undefined;
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Characters, not UTF-16 units: a sign outside the basic plane is one. */
function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      at++;
    }
  }
  return count;
}

// Control characters and halves of a surrogate pair: neither set of X12.6 has them, and the latter can not be written.
const NOT_TEXT = /[\p{Cc}\p{Cs}]/u;

/**
 * X12.6 asks a string for one character that is no blank. Leading blanks are data; trailing ones "should" be left out,
 * which is no reason to reject them.
 */
function checkString(text: string): ValueFault | undefined {
  if (NOT_TEXT.test(text)) return fault('element-invalid-character', 'text without control characters');
  return text.trimEnd() === ''
    ? fault('element-invalid-character', 'at least one character that is not a blank')
    : undefined;
}

function checkCode(use: ElementUse, text: string): ValueFault | undefined {
  if (use.codes === undefined || use.codes.has(text) || use.codes.has(text.trimEnd())) return undefined;
  return fault('element-invalid-code', `one of ${[...use.codes].join(', ')}`);
}

const WHOLE = /^-?\d+$/;
const DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** N0 to N9: digits with an implied point. A written point is refused, because it would change the value a hundredfold. */
function checkNumeric(use: ElementUse, text: string): ValueFault | undefined {
  if (!WHOLE.test(text)) return fault('element-invalid-character', numericForm(use));
  return checkLength(use, text.length - (text.startsWith('-') ? 1 : 0), 'digit');
}

function numericForm(use: ElementUse): string {
  const places = Number(use.type.slice(1));
  return places === 0 ? 'a whole number' : `digits without a point, the last ${places} after the implied point`;
}

function checkDecimal(use: ElementUse, text: string): ValueFault | undefined {
  if (!DECIMAL.test(text)) return fault('element-invalid-character', 'a decimal number');
  return checkLength(use, text.length - (text.startsWith('-') ? 1 : 0) - (text.includes('.') ? 1 : 0), 'digit');
}

function dateForm(use: ElementUse): string {
  if (use.minimum > 6) return 'a calendar date CCYYMMDD';
  return use.maximum < 8 ? 'a calendar date YYMMDD' : 'a calendar date YYMMDD or CCYYMMDD';
}
