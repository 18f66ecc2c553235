import type { Path, Step } from '../path/path.ts';
import { Builder } from './builder.ts';
import { finish } from './finish.ts';
import { isAbsent, own } from './own.ts';
import { valuesAt } from './values-at.ts';

/** All values at a path of what has been built so far below a place: what `valuesAt` would find in its data. */
export function valuesBuilt(from: Builder, path: Pick<Path, 'steps'>): readonly unknown[] {
  if (path.steps.every(isPlain)) {
    const found: unknown[] = [];
    gather(found, from, path.steps, 0);
    return found;
  }
  return valuesAt(finish(from, undefined, { fills: false, copies: true, unplaced: 0 }) ?? {}, path);
}

function isPlain({ select, index, children }: Step): boolean {
  return select.length === 0 && index === undefined && children === undefined;
}

function gather(found: unknown[], at: Builder, steps: readonly Step[], depth: number): void {
  const step = steps[depth];
  if (step === undefined) {
    found.push(at.self ?? at.out);
    return;
  }
  const isLast = depth === steps.length - 1;
  const kid = at.kid(step.key);
  if (kid === undefined) {
    const value = own(at.out, step.key);
    if (isLast && !isAbsent(value)) found.push(value);
  } else if (kid instanceof Builder) {
    if (kid.touched) gather(found, kid, steps, depth + 1);
  } else {
    for (const item of kid.items) {
      if (!item.touched) continue;
      gather(found, item, steps, depth + 1);
      if (!step.all && !isLast) return;
    }
  }
}
