import { sum } from '@dist/canonical/arithmetic';
import { Builder } from '../run/builder.ts';
import { Cursor } from '../run/cursor.ts';
import { isAbsent, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { Level, Nest } from './nest.ts';
import { replaceIn } from './nest-replace.ts';

/** Writes items that are equal apart from the summed values as one level: the first of them, with the sums. */
export function writeSum(nest: Nest, run: Run, level: Level, parts: readonly Cursor[], target: Builder): void {
  const [first] = parts;
  if (first === undefined) return;
  let value = first.value;
  for (const keys of nest.sums) {
    const values = parts.map((part) => keys.reduce(own, part.value));
    if (!values.some(isAbsent)) value = replaceIn(value, keys, sum(values.map(String)));
  }
  const whole = new Cursor(value, first.parent, first.key);
  // How the sum is spelt says nothing of how its parts were.
  run.muting(['forms'], () => level.operation.write(run, whole, target));
  // A codec may take the sum and not each part, for instance whole numbers.
  const taken = nest.sums.filter((keys) => holder(whole, keys)?.isDone(last(keys)));
  for (const part of parts) {
    takePart(nest, run, level, part);
    for (const keys of taken) takeValue(nest, run, { part, whole, keys, target });
  }
}

/** Notes that a part was read as the whole was. */
function takePart(nest: Nest, run: Run, { operation }: Level, part: Cursor): void {
  const { length } = run.gaps;
  const nowhere = new Builder(nest.native.step.shape);
  run.muting(['issues', 'trace'], () => operation.write(run, part, nowhere));
  run.gaps.length = length;
}

interface Summed {
  readonly part: Cursor;
  readonly whole: Cursor;
  readonly keys: readonly string[];
  readonly target: Builder;
}

/** Notes that a value went into the sum, and says so in the trace. */
function takeValue({ rule }: Nest, run: Run, { part, whole, keys, target }: Summed): void {
  const [found, value] = [keys.reduce(own, part.value), keys.reduce(own, whole.value)];
  if (isAbsent(found)) return;
  holder(part, keys)?.take(last(keys));
  run.traced({ rule: rule.id, as: undefined, found, value, from: part, fromKeys: keys, to: target, toKeys: [] });
}

function holder(item: Cursor, keys: readonly string[]): Cursor | undefined {
  return keys.slice(0, -1).reduce<Cursor | undefined>((at, key) => at?.child(key), item);
}

function last(keys: readonly string[]): string {
  return keys[keys.length - 1] ?? '';
}
