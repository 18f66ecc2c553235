import type { Path, Step } from '../path/path.ts';
import { Builder } from './builder.ts';
import { finish } from './finish.ts';
import { isAbsent, own } from './own.ts';
import { valuesAt } from './values-at.ts';

/** All values at a path of what has been built so far below a place: what `valuesAt` would find in its data. */
export function valuesBuilt(from: Builder, path: Pick<Path, 'steps'>): readonly unknown[] {
  if (path.steps.every(isPlain)) return valuesIn(from, path.steps, 0);
  return valuesAt(finish(from, undefined, { fills: false, copies: true, unplaced: 0 }) ?? {}, path);
}

function isPlain({ select, index, children }: Step): boolean {
  return select.length === 0 && index === undefined && children === undefined;
}

function valuesIn(at: Builder, steps: readonly Step[], depth: number): readonly unknown[] {
  const step = steps[depth];
  if (step === undefined) return [at.self ?? at.out];
  const isLast = depth === steps.length - 1;
  const kid = at.kid(step.key);
  if (kid === undefined) {
    const value = own(at.out, step.key);
    return isLast && !isAbsent(value) ? [value] : [];
  }
  if (kid instanceof Builder) return kid.touched ? valuesIn(kid, steps, depth + 1) : [];
  const items = kid.items.filter(({ touched }) => touched);
  return (step.all || isLast ? items : items.slice(0, 1)).flatMap((item) => valuesIn(item, steps, depth + 1));
}
