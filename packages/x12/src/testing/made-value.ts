import type { ElementUse } from '../definition/definition.ts';
import type { Chance } from './chance.ts';
import { oneOf } from './one-of.ts';

const CODE = [...'ABCXYZ0189'];
/** Data elements 1250 and 1251. */
const FORMAT = '1250';
const PERIOD = '1251';
const DIGITS = [...'0123456789'];
/** Most characters more than the least that a value has: long values show little and cost much. */
const MOST_EXTRA = 12;

/**
 * A value that an element takes: of its type, within its lengths, from its code list where that is closed. Text is made of
 * `signs`; a string begins with a letter or digit, so that it is never blank.
 */
export function madeValue(use: ElementUse, signs: readonly string[], chance: Chance): string {
  // The format of a date or period stands in front of it, and is always the same.
  if (use.element === FORMAT && (use.codes?.has('D8') ?? true)) return 'D8';
  if (use.element === PERIOD) return dateOf({ minimum: 8, maximum: 8 }, chance);
  if (use.codes) return oneOf([...use.codes], chance);
  const length = use.minimum + chance(Math.min(use.maximum - use.minimum, MOST_EXTRA) + 1);
  switch (use.type) {
    case 'AN':
      return oneOf(CODE, chance) + textOf(signs, length - 1, chance);
    case 'ID':
    case 'B':
      return textOf(CODE, length, chance);
    case 'R':
      return sign(chance) + pointed(textOf(DIGITS, length, chance), chance(4));
    case 'DT':
      return dateOf(use, chance);
    case 'TM':
      return timeOf(length, chance);
    default:
      return sign(chance) + textOf(DIGITS, length, chance);
  }
}

const textOf = (from: readonly string[], count: number, chance: Chance): string =>
  Array.from({ length: count }, () => oneOf(from, chance)).join('');

const sign = (chance: Chance): string => oneOf(['', '', '-'], chance);

const pointed = (text: string, places: number): string =>
  places === 0 || places > text.length ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;

function dateOf(use: Pick<ElementUse, 'minimum' | 'maximum'>, chance: Chance): string {
  const day = new Date(Date.UTC(1990, 0, 1 + chance(36_500))).toISOString().slice(0, 10).replaceAll('-', '');
  return use.maximum < 8 || (use.minimum <= 6 && chance(2) === 0) ? day.slice(2) : day;
}

/** HHMM, HHMMSS, or one with decimal seconds. */
function timeOf(length: number, chance: Chance): string {
  const parts = [chance(24), chance(60), chance(60), chance(100)].map((part) => String(part).padStart(2, '0'));
  // Five digits are no time.
  return parts.join('').slice(0, length === 5 ? 4 : length);
}
