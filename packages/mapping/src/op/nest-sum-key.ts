import { isDecimal } from '@dist/canonical/arithmetic';
import { Builder } from '../run/builder.ts';
import { Cursor } from '../run/cursor.ts';
import { finish } from '../run/finish.ts';
import { isAbsent, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { Level, Nest } from './nest.ts';
import { replaceIn } from './nest-replace.ts';

/**
 * What two items must have in common to become one level: all that the rules read of them, make of them and find wrong
 * with them, apart from the summed values. Undefined where an item stands alone: what it has cannot be summed.
 */
export function sumKey(nest: Nest, run: Run, { operation }: Level, item: Cursor): string | undefined {
  const values = nest.sums.map((keys) => keys.reduce(own, item.value));
  if (values.every(isAbsent) || !values.every((value) => isAbsent(value) || isShortDecimal(value))) return undefined;
  const alike = nest.sums.reduce<unknown>(
    (made, keys, at) => (isAbsent(values[at]) ? made : replaceIn(made, keys, placeholder)),
    item.value,
  );
  const apart = new Cursor(alike, item.parent, item.key);
  const trial = new Builder(nest.native.step.shape);
  const faults = faultsFound(run, () => operation.write(run, apart, trial));
  // Values may be written alike, as units with one code, or not at all: their numbers cannot be added nevertheless.
  const made = finish(trial, undefined, { fills: false, unplaced: 0 });
  return JSON.stringify([made, valuesRead(apart), faults, values.map(isAbsent)]);
}

/** Stands for every summed value: a quantity that any codec of quantities takes. */
const placeholder = '1';

/** Exact arithmetic takes time by the number of digits, and how many there are is up to the sender. */
function isShortDecimal(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 64 && isDecimal(value);
}

/** What rules find wrong with what they run over. They run over it again, and say it then. */
function faultsFound(run: Run, action: () => void): unknown[] {
  const said = [run.issues, run.after, run.gaps];
  const before = said.map(({ length }) => length);
  run.muting(['forms', 'trace'], action);
  const faults = run.issues.slice(before[0]).map(({ rule, code, found }) => [rule, code, found]);
  said.forEach((list, at) => {
    list.length = before[at] ?? 0;
  });
  return faults;
}

/** The values that rules read of a place, in an order of their own: that of properties and items shows in what was made. */
function valuesRead(cursor: Cursor): unknown {
  const { value } = cursor;
  if (typeof value !== 'object' || value === null) return value;
  const read = Object.keys(value).flatMap((key) => {
    const name = Array.isArray(value) ? '' : key;
    const kid = cursor.visited(Array.isArray(value) ? Number(key) : key);
    if (cursor.isDone(key)) return isAbsent(own(value, key)) ? [] : [JSON.stringify([name, own(value, key)])];
    return kid === undefined ? [] : [JSON.stringify([name, valuesRead(kid)])];
  });
  return read.sort();
}
