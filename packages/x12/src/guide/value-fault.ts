import type { ElementUse } from '../definition/definition.ts';
import { checkValue } from '../element/check-value.ts';
import type { IssueCode } from '../issue-codes.ts';
import type { ValueFormat, ValueRule } from './guide.ts';

/** Why a value is not what a guide asks for. */
export interface ValueFault {
  readonly code: IssueCode;
  readonly complaint: string;
  readonly expected: string;
  readonly acknowledgment: string;
}

/** Checks one value that is present against a guide's codes, lengths and format; the first that does not fit is told. */
export function valueFault(
  rule: ValueRule,
  codes: ReadonlySet<string> | undefined,
  use: ElementUse,
  text: string,
): ValueFault | undefined {
  if (codes !== undefined && !codes.has(text) && !codes.has(text.trimEnd()))
    return {
      code: 'guide-code',
      complaint: 'is a code that the guide does not allow',
      expected: `one of ${[...codes].slice(0, 40).join(', ')}${codes.size > 40 ? ', …' : ''}`,
      acknowledgment: 'AK403-7',
    };
  return lengthFault(rule, use, text) ?? formatFault(rule, text);
}

function lengthFault({ minimum, maximum }: ValueRule, use: ElementUse, text: string): ValueFault | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  const { codes: _, ...open } = use;
  const found = checkValue({ ...open, minimum: minimum ?? 0, maximum: maximum ?? Number.POSITIVE_INFINITY }, text);
  const code = found && LENGTHS[found.code];
  if (code === undefined) return undefined;
  const unit = /^[NR]/.test(use.type) ? 'digit' : 'character';
  const expected = minimum === maximum ? `exactly ${maximum} ${unit}${maximum === 1 ? '' : 's'}` : found?.expected;
  return {
    code: 'guide-length',
    complaint: code.complaint,
    expected: expected ?? '',
    acknowledgment: code.acknowledgment,
  };
}

const LENGTHS: Partial<Record<IssueCode, { readonly complaint: string; readonly acknowledgment: string }>> = {
  'element-too-short': { complaint: 'is shorter than the guide allows', acknowledgment: 'AK403-4' },
  'element-too-long': { complaint: 'is longer than the guide allows', acknowledgment: 'AK403-5' },
};

function formatFault({ format, starts }: ValueRule, text: string): ValueFault | undefined {
  const wrong = { code: 'guide-format', complaint: 'is not in the form that the guide asks for' } as const;
  if (format !== undefined && !FORMATS[format].fits(text))
    return { ...wrong, expected: FORMATS[format].expected, acknowledgment: 'AK403-6' };
  if (starts === undefined || text.startsWith(starts)) return undefined;
  return { ...wrong, expected: `text that begins with ${starts}`, acknowledgment: 'AK403-7' };
}

const FORMATS: Readonly<Record<ValueFormat, { readonly expected: string; fits(text: string): boolean }>> = {
  digits: { expected: 'digits only', fits: (text) => /^\d+$/.test(text) },
  letters: { expected: 'letters only', fits: (text) => /^[A-Za-z]+$/.test(text) },
  'letters-and-digits': { expected: 'letters and digits only', fits: (text) => /^[A-Za-z0-9]+$/.test(text) },
  'upper-case': { expected: 'no small letters', fits: (text) => text === text.toUpperCase() },
  'no-blanks': { expected: 'text without blanks', fits: (text) => !/\s/.test(text) },
};
