import { Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { Scalar } from '../map/rule.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { isScalar } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { slotOf } from '../run/slot-of.ts';
import { layOut, type Outcome, type PairCoding } from './lay-out-pairs.ts';
import { type LeafPath, locate, reach, valueAt } from './leaf-path.ts';
import type { Action } from './operation.ts';
import type { Pairs } from './pairs.ts';

/** Writes a list of identifiers as qualifier and value elements. */
export function writePairs(pairs: Pairs): Action {
  const { rule, segment, list, scheme, value, keys, codings } = pairs;
  return (run, source, target) => {
    const items = locate(run, source, list)?.list(list.step) ?? none;
    const made = reach(run, target, segment);
    if (items.length === 0 || writeInOrder(run, pairs, items, made)) return;
    const found = items.map((item) => ({
      item,
      scheme: scalarAt(run, item, scheme),
      value: scalarAt(run, item, value),
    }));
    const identifiers = found.map((one) => ({ scheme: one.scheme ?? '', value: one.value ?? '' }));
    const { elements, outcome } = layOut(codings, identifiers, keys.length, rule.positional === true, run);
    elements.forEach((element, at) => {
      if (element !== undefined) made.set(keys[at], element);
    });
    outcome.forEach((result, at) => {
      const one = found[at];
      if (one !== undefined) settle(run, pairs, one, result);
    });
  };
}

const none: never[] = [];

/**
 * Writes identifiers whose schemes stand in the order of the rule, each of which the first code of its scheme takes: most are
 * so, and nothing need be laid out. False, and nothing is written, where it is not so.
 */
function writeInOrder(run: Run, pairs: Pairs, items: readonly Cursor[], target: Builder): boolean {
  const { rule, scheme, value, keys, codings } = pairs;
  if (rule.positional === true || 2 * items.length > keys.length) return false;
  const elements: Scalar[] = [];
  let last = -1;
  for (const item of items) {
    const coding = codings.byScheme.get(scalarAt(run, item, scheme))?.[0];
    const found = scalarAt(run, item, value);
    if (coding === undefined || found === undefined || coding.place <= last) return false;
    const made = convertOne(coding.codec, found, 'write', run);
    if (made instanceof Refusal) return false;
    last = coding.place;
    elements.push(coding.code, made);
  }
  for (let at = 0; at < elements.length; at++) target.set(keys[at], elements[at] as Scalar);
  for (let place = 0; place < items.length; place++) takeItem(run, pairs, items[place] as Cursor, place);
  return true;
}

function takeItem(run: Run, { rule, scheme, value }: Pairs, item: Cursor, place: number): void {
  item.slot = slotOf(place);
  item.group = rule.id;
  locate(run, item, scheme)?.take(scheme.key);
  locate(run, item, value)?.take(value.key);
}

interface Found {
  readonly item: Cursor;
  readonly value: Scalar | undefined;
}

/** Notes what became of an identifier, and reports what is wrong with it. */
function settle(run: Run, pairs: Pairs, { item, value: given }: Found, result: Outcome): void {
  const { rule, value, keys } = pairs;
  if (result === 'unknown') return;
  const found = JSON.stringify(given);
  if (result === 'full') {
    const what = { message: 'no elements are left for this identifier', expected: `at most ${keys.length / 2} pairs` };
    run.report(rule.id, 'pairs-overflow', 'error', item.path(), { ...what, found: given });
  } else if (result instanceof Refusal) {
    const { expected } = result;
    const message = `expected ${expected}, found ${found}`;
    run.report(rule.id, 'value-unmappable', 'error', item.path(), { message, expected, found: given });
  } else {
    takeItem(run, pairs, item, result.place);
    if (result.refused === undefined || given === undefined) return;
    keepRefused(run, item, value, given, result.coding);
    const { expected } = result.refused;
    const message = `expected ${expected}, found ${found}; it is written as it is under ${result.coding.code}`;
    run.report(rule.id, 'value-unmappable', 'warning', item.path(), { message, expected, found: given });
  }
}

/** What was written as it is may read as another value: twelve digits of an item number as fourteen. */
function keepRefused(run: Run, item: Cursor, { key, ...path }: LeafPath, sent: Scalar, { codec }: PairCoding): void {
  const owner = locate(run, item, path);
  const again = convertOne(codec, sent, 'read', run);
  if (owner === undefined || again instanceof Refusal || again === sent) return;
  run.keep(owner, [{ key, made: again, sent }]);
}

function scalarAt(run: Run, item: Cursor, path: LeafPath): Scalar | undefined {
  const owner = locate(run, item, path);
  const found = valueAt(owner, path.key);
  return isScalar(found) && found !== '' ? found : undefined;
}
