import type { Path, Step } from '../path/path.ts';
import { holds } from './cursor.ts';
import { isAbsent, own } from './own.ts';

/** All values at a path of plain data, without marking them as read. `data` is where the path begins. */
export function valuesAt(data: unknown, path: Pick<Path, 'steps'>): readonly unknown[] {
  let found: unknown[] = [data];
  path.steps.forEach((step, index) => {
    found = found.flatMap((value) => stepInto(value, step, index === path.steps.length - 1));
  });
  return found.filter((value) => !isAbsent(value));
}

function stepInto(value: unknown, step: Step, last: boolean): readonly unknown[] {
  const inner = own(value, step.key);
  if (inner === undefined) return [];
  if (!Array.isArray(inner)) return holds(inner, step.select) ? [inner] : [];
  if (step.index !== undefined) return inner.slice(step.index, step.index + 1);
  const chosen = inner.filter((item) => holds(item, step.select));
  if (!step.all && !last) return chosen.slice(0, 1);
  return step.children === undefined || !step.all ? chosen : descend(chosen, step.children);
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
