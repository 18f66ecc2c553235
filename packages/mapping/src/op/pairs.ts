import type { PairsRule } from '../map/rule.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { type ListPath, leafPath, listPath } from './compile-paths.ts';
import { endInside } from './end-inside.ts';
import { type PairCoding, type PairCodings, toPairCodings } from './lay-out-pairs.ts';
import type { LeafPath } from './leaf-path.ts';
import { needsOf } from './needs.ts';
import { nothing, type Operation } from './operation.ts';
import { readPairs } from './pairs-read.ts';
import { writePairs } from './pairs-write.ts';
import { type SegmentPath, segmentPath } from './segment-path.ts';

/** Qualifier and value in neighbouring elements ↔ a list of `{ scheme, value }`. */
export function compilePairs(context: CompileContext, rule: PairsRule, place: Place): Operation {
  const none = { read: nothing, write: nothing };
  const segment = segmentPath(context, rule, rule.native ?? '.', place);
  const list = listPath(context, rule, 'canonical', rule.canonical, place);
  if (segment === undefined || list === undefined) return none;
  const inside: Place = { ...place, canonical: { ...list.end, trail: `${list.end.trail}{${rule.id}}` } };
  const scheme = leafPath(context, rule, 'canonical', 'scheme', inside);
  const value = leafPath(context, rule, 'canonical', 'value', inside);
  const keys = elementKeys(context, rule, segment, place);
  const codings = compileCodes(context, rule);
  if (scheme === undefined || value === undefined || keys === undefined || codings === undefined) return none;
  const places = new Map(keys.map((key, at) => [key, at]));
  const pairs = { rule, segment, list, scheme, value, keys, places, codings };
  const needs = needsOf({ ...segment.path, steps: segment.hops });
  return { read: readPairs(pairs), write: writePairs(pairs), needs: { read: needs, write: [] } };
}

/** A `pairs` rule, compiled. */
export interface Pairs {
  readonly rule: PairsRule;
  readonly segment: SegmentPath;
  readonly list: ListPath;
  readonly scheme: LeafPath;
  readonly value: LeafPath;
  /** Keys of the elements: qualifier, value, qualifier, value. */
  readonly keys: readonly string[];
  /** The place of each of them there. */
  readonly places: ReadonlyMap<string, number>;
  readonly codings: PairCodings;
}

function elementKeys(
  context: CompileContext,
  rule: PairsRule,
  { elements, end }: SegmentPath,
  place: Place,
): string[] | undefined {
  const chosen = elements.slice(rule.from - 1, rule.to ?? elements.length);
  const whole = chosen.slice(0, chosen.length - (chosen.length % 2));
  if (whole.length === 0 || (rule.to !== undefined && (chosen.length % 2 === 1 || rule.to > elements.length))) {
    context.report(rule, 'path-unknown', `elements ${rule.from} to ${rule.to ?? elements.length} are no pairs`, {
      side: 'native',
    });
    return undefined;
  }
  for (const field of whole) context.claim(rule, 'native', endInside(end, field), place);
  return whole.map(({ key }) => key);
}

function compileCodes(context: CompileContext, rule: PairsRule): PairCodings | undefined {
  const order = rule.order ?? Object.keys(rule.codes);
  const codings: PairCoding[] = [];
  const meanings = new Map<string, string>();
  for (const [code, { scheme, as }] of Object.entries(rule.codes)) {
    const codec = context.codec(rule, as);
    if (codec === undefined) return undefined;
    if (!order.includes(code))
      context.report(rule, 'rule-dead', `code ${code} is not in order: it is never written`, { severity: 'warning' });
    const meaning = `${scheme} as ${as ?? 'text'}`;
    const other = meanings.get(meaning);
    if (other !== undefined && rule.lossy !== true) {
      context.report(rule, 'pairs-ambiguous', `${other} and ${code} both mean ${meaning}`);
    }
    meanings.set(meaning, code);
    codings.push({ code, scheme, as, codec, place: order.indexOf(code) });
  }
  for (const code of order) {
    if (!Object.hasOwn(rule.codes, code)) context.report(rule, 'rule-dead', `${code} of order is not in codes`);
  }
  return toPairCodings(codings.sort((a, b) => rank(a) - rank(b)));
}

function rank({ place }: PairCoding): number {
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}
