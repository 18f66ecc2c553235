import { compare, normalize } from '@dist/canonical/arithmetic';
import type { PlacedValue } from './places-at.ts';
import type { ValueTest } from './value-test.ts';

/** What a test asked for and what was there instead, at a place. */
export interface ValueFault {
  readonly expected: string;
  readonly found?: string | undefined;
  readonly keys?: PlacedValue['keys'] | undefined;
}

/** What is wrong with values by a test; `others` are those of `differsFrom`. Nothing when all is right. */
export function testValues(
  test: ValueTest,
  values: readonly PlacedValue[],
  others: readonly PlacedValue[],
): readonly ValueFault[] {
  const forbidden = new Set(others.map(({ value }) => textOf(value)));
  const allowed = test.oneOf === undefined ? undefined : new Set(test.oneOf);
  const faults = values.flatMap(({ value, keys }) => {
    const text = textOf(value);
    const expected =
      faultOf(test, text, allowed) ?? (forbidden.has(text) ? `another than ${test.differsFrom}` : undefined);
    return expected === undefined ? [] : [{ expected, found: text.length > 80 ? `${text.slice(0, 79)}…` : text, keys }];
  });
  return [...faults, ...countFaults(test, values.length)];
}

/** What was expected of a text that is not it. */
function faultOf(test: ValueTest, text: string, allowed: ReadonlySet<string> | undefined): string | undefined {
  const length = test.minLength === undefined && test.maxLength === undefined ? 0 : [...text].length;
  if (length < (test.minLength ?? 0)) return `at least ${test.minLength} characters`;
  if (length > (test.maxLength ?? length)) return `at most ${test.maxLength} characters`;
  if (test.digits !== undefined && !(text.length === test.digits && formats.digits(text)))
    return `${test.digits} digits`;
  if (test.format !== undefined && !formats[test.format](text)) return test.format.replaceAll('-', ' ');
  if (test.starts !== undefined && !text.startsWith(test.starts)) return `a beginning with ${test.starts}`;
  if (allowed !== undefined && !allowed.has(text)) return `one of ${[...allowed].slice(0, 20).join(', ')}`;
  if (test.minimum === undefined && test.maximum === undefined) return undefined;
  const number = decimalOf(text);
  if (number === undefined) return 'a decimal';
  if (test.minimum !== undefined && compare(number, test.minimum) < 0) return `at least ${test.minimum}`;
  if (test.maximum !== undefined && compare(number, test.maximum) > 0) return `at most ${test.maximum}`;
  return undefined;
}

const formats: Readonly<Record<NonNullable<ValueTest['format']>, (text: string) => boolean>> = {
  digits: (text) => /^[0-9]*$/.test(text),
  letters: (text) => /^[A-Za-z]*$/.test(text),
  'letters-and-digits': (text) => /^[A-Za-z0-9]*$/.test(text),
  'upper-case': (text) => text === text.toUpperCase(),
  'no-blanks': (text) => !/\s/.test(text),
};

function countFaults({ path, least, most }: ValueTest, count: number): ValueFault[] {
  const found = `${count} at ${path}`;
  if (count < (least ?? 0)) return [{ expected: `at least ${least}`, found }];
  return count > (most ?? count) ? [{ expected: `at most ${most}`, found }] : [];
}

/** The decimal that a text states; undefined where it is none, or longer than any amount or quantity. */
function decimalOf(text: string): string | undefined {
  return /^[+-]?\d{1,60}(?:\.\d{1,60})?$/.test(text) ? normalize(text) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value);
}
