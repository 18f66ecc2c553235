import type { FunctionalGroup, Interchange, Segment } from './interchange.ts';
import { type OpenInterchange, toInterchange } from './open-interchange.ts';
import { sourceOf } from './set-source.ts';

/** By the ISA of an interchange: what was read with it. */
const sources = new WeakMap<Segment, { readonly of: Interchange; readonly bytes: Uint8Array }>();

/** An interchange that knows its bytes in the whole input. */
export function interchangeOf(
  open: OpenInterchange,
  groups: readonly FunctionalGroup[],
  source: Uint8Array,
): Interchange {
  const interchange = { ...toInterchange(open), groups };
  const { segment, offset, length } = interchange;
  sources.set(segment, { of: interchange, bytes: source.subarray(offset, offset + length) });
  return interchange;
}

/** The bytes of an interchange as it was read; nothing where a header, group or set of it was replaced. */
export function bytesOf(interchange: Interchange): Uint8Array | undefined {
  const source = sources.get(interchange.segment);
  if (source === undefined) return undefined;
  const { of, bytes } = source;
  const { header, acknowledgments, groups } = interchange;
  const isSame =
    of.header === header && of.acknowledgments === acknowledgments && sameItems(of.groups, groups, sameGroup);
  return isSame ? bytes : undefined;
}

function sameItems<T>(some: readonly T[], others: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return some.length === others.length && some.every((one, index) => same(one, others[index] as T));
}

const sameGroup = (one: FunctionalGroup, other: FunctionalGroup): boolean =>
  one.header === other.header &&
  sameItems(one.sets, other.sets, (set, its) => {
    const source = sourceOf(its);
    return source !== undefined && source === sourceOf(set);
  });
