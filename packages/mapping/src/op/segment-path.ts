import type { Rule } from '../map/rule.ts';
import type { Path, Step } from '../path/path.ts';
import type { Field, ObjectShape, Shape } from '../shape/shape.ts';
import type { CompileContext, End, Place } from './compile-context.ts';
import { endInside } from './end-inside.ts';

/** A path to an X12 segment, and its elements by number. */
export interface SegmentPath {
  readonly path: Path;
  readonly hops: readonly Step[];
  readonly elements: readonly Field[];
  /** The segment's end, for what its elements cover. */
  readonly end: End;
}

/** The segment at a path; of a loop, its first one. Reported where there is none. */
export function segmentPath(context: CompileContext, rule: Rule, text: string, place: Place): SegmentPath | undefined {
  const parsed = context.path(rule, 'native', text, place);
  if (parsed === undefined) return undefined;
  const { path: found, end } = parsed;
  const shape = segmentOf(found.shape);
  if (shape?.positions === undefined) {
    context.report(rule, 'path-not-value', `${text} is no segment with numbered elements`, { side: 'native' });
    return undefined;
  }
  const first = found.shape.kind === 'object' ? found.shape.first : undefined;
  const hops = context.way(first === undefined ? found.steps : [...found.steps, into(first)]);
  return { path: found, hops, elements: shape.positions, end: first === undefined ? end : endInside(end, first) };
}

function segmentOf(shape: Shape): ObjectShape | undefined {
  if (shape.kind !== 'object') return undefined;
  return shape.first === undefined ? shape : segmentOf(shape.first.shape);
}

function into({ key, many, shape }: Field): Step {
  return {
    key,
    many,
    select: [],
    index: undefined,
    all: false,
    takesFirst: true,
    slot: '',
    children: undefined,
    shape,
  };
}
