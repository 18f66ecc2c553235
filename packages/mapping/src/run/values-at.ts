import type { Path, Step } from '../path/path.ts';
import { holds } from './cursor.ts';
import { isAbsent, own } from './own.ts';

/** All values at a path of plain data, without marking them as read. `data` is where the path begins. */
export function valuesAt(data: unknown, { steps }: Pick<Path, 'steps'>): readonly unknown[] {
  const found: unknown[] = [];
  gather(found, data, steps, 0);
  return found;
}

function gather(found: unknown[], value: unknown, steps: readonly Step[], at: number): void {
  const step = steps[at];
  if (step === undefined) {
    if (!isAbsent(value)) found.push(value);
    return;
  }
  const inner = own(value, step.key);
  if (inner === undefined) return;
  if (!Array.isArray(inner)) {
    if (holds(inner, step.select)) gather(found, inner, steps, at + 1);
    return;
  }
  for (const item of itemsOf(inner, step, at === steps.length - 1)) gather(found, item, steps, at + 1);
}

function itemsOf(list: readonly unknown[], step: Step, isLast: boolean): readonly unknown[] {
  if (step.index !== undefined) return list.slice(step.index, step.index + 1);
  // Conditions on the levels of a tree choose among all of them, however deep.
  const isDeep = step.children !== undefined && (step.all || step.select.length > 0);
  const all = isDeep ? descend(list, step.children ?? '') : list;
  const chosen = step.select.length === 0 ? all : all.filter((item) => holds(item, step.select));
  return step.all || isLast || isDeep ? chosen : chosen.slice(0, 1);
}

/** A forest as a list, without recursion: how deep a document nests is up to its sender. */
function descend(roots: readonly unknown[], children: string): unknown[] {
  const all: unknown[] = [];
  const waiting = [...roots].reverse();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    all.push(item);
    const below = own(item, children);
    if (Array.isArray(below)) for (let index = below.length - 1; index >= 0; index--) waiting.push(below[index]);
  }
  return all;
}
