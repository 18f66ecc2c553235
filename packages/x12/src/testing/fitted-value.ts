import type { ElementUse } from '../definition/definition.ts';
import { checkValue } from '../element/check-value.ts';
import type { ValueRule } from '../guide/guide.ts';
import type { Chance } from './chance.ts';
import { madeValue } from './made-value.ts';

/** What a guide asks of a value. */
export interface ValueWish extends ValueRule {
  readonly codes?: ReadonlySet<string> | undefined;
}

const MOST_TRIES = 40;

/** A value that an element takes and that a guide allows; undefined where none was found. */
export function fittedValue(
  use: ElementUse,
  { codes, minimum = 0, maximum = Number.POSITIVE_INFINITY, format, starts = '' }: ValueWish,
  signs: readonly string[],
  chance: Chance,
): string | undefined {
  const narrow: ElementUse = {
    ...use,
    minimum: Math.max(use.minimum, minimum),
    maximum: Math.min(use.maximum, maximum),
    codes: codes ?? use.codes,
  };
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const made = madeValue(narrow, signs, chance);
    const formed = format === undefined ? made : FORMS[format](made, /^[NR]/.test(use.type));
    const text = starts + formed.slice(starts.length);
    const isAllowed = codes === undefined || codes.has(text);
    if (isAllowed && checkValue({ ...narrow, codes: use.codes }, text) === undefined) return text;
  }
  return undefined;
}

/** A text made to fit a format; of a number, what is no digit is left out. */
const FORMS: Readonly<Record<NonNullable<ValueRule['format']>, (text: string, isNumber: boolean) => string>> = {
  digits: (text, isNumber) => text.replaceAll(/\D/gu, isNumber ? '' : '7'),
  letters: (text) => text.replaceAll(/[^A-Za-z]/gu, 'L'),
  'letters-and-digits': (text) => text.replaceAll(/[^A-Za-z0-9]/gu, 'A'),
  'upper-case': (text) => text.toUpperCase(),
  'no-blanks': (text) => text.replaceAll(/\s/gu, 'B'),
};
