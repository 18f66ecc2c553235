import type { DecimalString } from '../value/value.ts';
import type { RoundingMode } from './round.ts';

/** A decimal as a whole number of units of 10^-places, which a double holds exactly. */
export interface SmallDecimal {
  readonly units: number;
  readonly places: number;
}

/** The last is the greatest that a double times a digit still counts one by one. */
const powersOfTen: readonly number[] = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
const mostDigits = 15;
const [minus, point, zero] = [45, 46, 48];

/**
 * The decimal that a text states in at most fifteen digits, with or without a minus and a point between digits; undefined
 * for any other text. Nearly all quantities and amounts are one, and whole numbers take a tenth of the library's time.
 */
export function smallDecimal(text: DecimalString): SmallDecimal | undefined {
  if (typeof text !== 'string' || text.length > mostDigits + 2) return undefined;
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  let units = 0;
  let pointAt = -1;
  for (let index = first; index < text.length; index++) {
    const digit = text.charCodeAt(index) - zero;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (digit === point - zero && pointAt < 0) pointAt = index;
    else return undefined;
  }
  const digits = text.length - first - (pointAt < 0 ? 0 : 1);
  if (digits === 0 || digits > mostDigits || pointAt === first || pointAt === text.length - 1) return undefined;
  return { units: first === 1 && units !== 0 ? -units : units, places: pointAt < 0 ? 0 : text.length - 1 - pointAt };
}

/** The canonical text of units of 10^-places; undefined when they are more than a double counts one by one. */
export function writeSmall(units: number, places: number): DecimalString | undefined {
  if (!Number.isSafeInteger(units)) return undefined;
  let [rest, left] = [units, places];
  while (left > 0 && rest % 10 === 0) {
    rest /= 10;
    left--;
  }
  if (left === 0) return String(rest);
  const digits = String(Math.abs(rest)).padStart(left + 1, '0');
  const whole = digits.length - left;
  return `${rest < 0 ? '-' : ''}${digits.slice(0, whole)}.${digits.slice(whole)}`;
}

/** `a + sign × b`, exact; undefined where a double is too small for it. */
export function smallSum(a: DecimalString, b: DecimalString, sign: 1 | -1): DecimalString | undefined {
  const [x, y] = [smallDecimal(a), smallDecimal(b)];
  if (x === undefined || y === undefined) return undefined;
  const places = Math.max(x.places, y.places);
  return writeSmall(unitsAt(x, places) + sign * unitsAt(y, places), places);
}

/** How two decimals compare; undefined where a double is too small to say it. */
export function smallOrder(a: DecimalString, b: DecimalString): -1 | 0 | 1 | undefined {
  const [x, y] = [smallDecimal(a), smallDecimal(b)];
  if (x === undefined || y === undefined) return undefined;
  const places = Math.max(x.places, y.places);
  const [left, right] = [unitsAt(x, places), unitsAt(y, places)];
  if (left < right) return -1;
  if (left > right) return 1;
  return left === right ? 0 : undefined;
}

/** `a × b`, exact; its units are no safe whole number where a double is too small for it. */
export function smallProduct(a: SmallDecimal, b: SmallDecimal): SmallDecimal {
  return { units: a.units * b.units, places: a.places + b.places };
}

/** `a / b`, rounded once to `places`; undefined where a double is too small for it, and when `b` is zero. */
export function smallQuotient(
  a: SmallDecimal,
  b: SmallDecimal,
  places: number,
  mode: RoundingMode,
): DecimalString | undefined {
  const shift = places + b.places - a.places;
  const top = times(Math.abs(a.units), Math.max(shift, 0));
  const bottom = times(Math.abs(b.units), Math.max(-shift, 0));
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom) || bottom === 0) return undefined;
  const rest = top % bottom;
  const down = (top - rest) / bottom;
  const size = goesAway(down, rest, bottom, mode) ? down + 1 : down;
  return writeSmall(a.units < 0 === b.units < 0 ? size : -size, places);
}

function goesAway(down: number, rest: number, bottom: number, mode: RoundingMode): boolean {
  if (rest === 0 || mode === 'down') return false;
  if (mode === 'up') return true;
  const half = rest * 2 - bottom;
  return half > 0 || (half === 0 && (mode === 'halfUp' || down % 2 === 1));
}

/** NaN when a double does not hold it. */
function unitsAt({ units, places }: SmallDecimal, more: number): number {
  const scaled = times(units, more - places);
  return Number.isSafeInteger(scaled) ? scaled : Number.NaN;
}

function times(units: number, exponent: number): number {
  return exponent === 0 ? units : units * (powersOfTen[exponent] ?? Number.NaN);
}
