import type { Side } from '../issue.ts';
import type { Rule } from '../map/rule.ts';
import type { Path, Step } from '../path/path.ts';
import type { CompileContext, End, Place } from './compile-context.ts';
import { type LeafPath, toLeafPath } from './leaf-path.ts';

/** A path to a value that the rule fills when the side is made. */
export function leafPath(
  context: CompileContext,
  rule: Rule,
  side: Side,
  text: string,
  place: Place,
): LeafPath | undefined {
  const parsed = context.path(rule, side, text, place);
  if (parsed === undefined) return undefined;
  const { shape } = parsed.path;
  const last = parsed.path.steps[parsed.path.steps.length - 1];
  const list = last !== undefined && (last.all || isWholeList(last));
  if (shape.kind === 'object' || list) {
    context.report(rule, 'path-not-value', `${text} is ${list ? 'a list' : 'an object'}, not a value`, { side });
    return undefined;
  }
  context.claim(rule, side, parsed.end, place);
  return toLeafPath(parsed.path, context);
}

function isWholeList({ many, index, select, takesFirst }: Step): boolean {
  return many && index === undefined && select.length === 0 && !takesFirst;
}

/** A path to an object: every step is one down. */
export interface ObjectPath {
  readonly path: Path;
  readonly hops: readonly Step[];
  readonly end: End;
}

export function objectPath(
  context: CompileContext,
  rule: Rule,
  side: Side,
  text: string,
  place: Place,
): ObjectPath | undefined {
  const parsed = context.path(rule, side, text, place);
  if (parsed === undefined) return undefined;
  if (parsed.path.shape.kind === 'leaf') {
    context.report(rule, 'path-not-value', `${text} is a value, not an object`, { side });
    return undefined;
  }
  return { path: parsed.path, hops: context.way(parsed.path.steps), end: parsed.end };
}

/** A path to a list, cut into the way to the object that holds it and the step into its items. */
export interface ListPath extends ObjectPath {
  readonly step: Step;
}

export function listPath(
  context: CompileContext,
  rule: Rule,
  side: Side,
  text: string,
  place: Place,
): ListPath | undefined {
  const parsed = context.path(rule, side, text, place);
  const last = parsed?.path.steps[parsed.path.steps.length - 1];
  if (parsed === undefined) return undefined;
  if (last === undefined || last.index !== undefined || last.all) {
    context.report(rule, 'path-not-value', `${text} is not a list: leave out [] and [0]`, { side });
    return undefined;
  }
  // Where the shape is not known, the rule says that a list stands there.
  const step = last.shape.kind === 'any' ? { ...last, many: true } : last;
  return { path: parsed.path, hops: context.way(parsed.path.steps.slice(0, -1)), end: parsed.end, step };
}
