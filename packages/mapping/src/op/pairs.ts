import { Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { PairsRule, Scalar } from '../map/rule.ts';
import type { Cursor } from '../run/cursor.ts';
import { isAbsent, isScalar, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { type ListPath, leafPath, listPath } from './compile-paths.ts';
import { endInside } from './end-inside.ts';
import { type IdentifierRead, isLaidOutSo } from './is-laid-out-so.ts';
import {
  type Identifier,
  layOut,
  type Outcome,
  type PairCoding,
  type PairCodings,
  toPairCodings,
} from './lay-out-pairs.ts';
import { type LeafPath, locate, reach, valueAt } from './leaf-path.ts';
import { type Action, nothing, type Operation } from './operation.ts';
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
  const pairs = { rule, segment, list, scheme, value, keys, codings };
  return { read: readPairs(pairs), write: writePairs(pairs) };
}

interface Pairs {
  readonly rule: PairsRule;
  readonly segment: SegmentPath;
  readonly list: ListPath;
  readonly scheme: LeafPath;
  readonly value: LeafPath;
  /** Keys of the elements: qualifier, value, qualifier, value. */
  readonly keys: readonly string[];
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

function readPairs(pairs: Pairs): Action {
  const { rule, segment, list, scheme, value, keys, codings } = pairs;
  return (run, source, target) => {
    const owner = locate(run, source, segment);
    if (owner === undefined) return;
    const read: IdentifierRead[] = [];
    const texts: unknown[] = [];
    const unread: unknown[][] = [];
    let isInRow = rule.positional !== true;
    for (let at = 0; at < keys.length; at += 2) {
      const code = own(owner.value, keys[at] ?? '');
      const text = own(owner.value, keys[at + 1] ?? '');
      if (code === undefined && text === undefined) continue;
      if (read.length * 2 !== at) isInRow = false;
      if (isAbsent(code) && isAbsent(text)) continue;
      const identifier = readPair(run, pairs, owner, at, code, text);
      if (identifier === undefined) {
        unread.push([code, text]);
        continue;
      }
      owner.take(keys[at]);
      owner.take(keys[at + 1]);
      const item = reach(run, target, list).add(list.step, rule.id);
      item.slot = `#${read.length}`;
      reach(run, item, scheme).set(scheme.key, identifier.scheme);
      reach(run, item, value).set(value.key, identifier.value);
      read.push(identifier);
      texts.push(text);
      if (!run.isTracing) continue;
      run.traced(() => {
        const from = [...owner.path(), keys[at + 1] ?? ''];
        return { rule: rule.id, from, to: item.path(), found: text, value: identifier.value };
      });
    }
    if (isInRow && unread.length === 0 && isLaidOutSo(codings, read, texts, run)) return;
    keepSequence(run, pairs, owner, read, unread);
  };
}

function readPair(
  run: Run,
  { rule, codings, keys }: Pairs,
  owner: Cursor,
  at: number,
  code: unknown,
  text: unknown,
): IdentifierRead | undefined {
  const coding = codings.byCode.get(code);
  const place = () => [...owner.path(), keys[coding === undefined ? at : at + 1] ?? ''];
  if (coding === undefined) {
    const expected = codings.all.map((candidate) => candidate.code).join(', ');
    const message = `no rule for qualifier ${JSON.stringify(code ?? '')}; the pair is kept`;
    run.report(rule.id, 'qualifier-unknown', 'information', place(), { message, expected, found: code });
    return undefined;
  }
  const value =
    isScalar(text) && text !== '' ? convertOne(coding.codec, text, 'read', run) : new Refusal(coding.codec.native);
  if (!(value instanceof Refusal)) return { scheme: coding.scheme, value, coding };
  const { expected } = value;
  const message = `expected ${expected} for ${coding.code}, found ${JSON.stringify(text ?? '')}; it is kept as sent`;
  run.report(rule.id, 'value-unmappable', 'warning', place(), { message, expected, found: text });
  // A wrong number is still the partner's: it is looked for, shown and sent back as it came.
  return typeof text === 'string' && text !== '' ? { scheme: coding.scheme, value: text, coding } : undefined;
}

/** The elements as they were sent, to be restored as one where writing gives another order or width. */
function keepSequence(
  run: Run,
  { codings, keys, rule }: Pairs,
  owner: Cursor,
  read: readonly Identifier[],
  unread: readonly unknown[][],
): void {
  const { elements } = layOut(codings, read, keys.length, rule.positional === true, run);
  if (keys.every((key, at) => elements[at] === own(owner.value, key))) return;
  const form = keys.map((key, at) => ({ key, made: elements[at], sent: own(owner.value, key) }));
  run.keep(owner, form, unread.length > 0 ? { keys, pairs: unread } : undefined);
}

function writePairs({ rule, segment, list, scheme, value, keys, codings }: Pairs): Action {
  return (run, source, target) => {
    const items = locate(run, source, list)?.list(list.step) ?? [];
    const found = items.map((item) => ({
      item,
      scheme: scalarAt(run, item, scheme),
      value: scalarAt(run, item, value),
    }));
    const identifiers = found.map((one) => ({ scheme: one.scheme ?? '', value: one.value ?? '' }));
    const { elements, outcome } = layOut(codings, identifiers, keys.length, rule.positional === true, run);
    const made = reach(run, target, segment);
    elements.forEach((element, at) => {
      if (element !== undefined) made.set(keys[at], element);
    });
    outcome.forEach((result, at) => {
      const one = found[at];
      if (one !== undefined) settle(run, { rule, scheme, value, keys }, one, result);
    });
  };
}

interface Found {
  readonly item: Cursor;
  readonly value: Scalar | undefined;
}

/** Notes what became of an identifier, and reports what is wrong with it. */
function settle(
  run: Run,
  { rule, scheme, value, keys }: Pick<Pairs, 'rule' | 'scheme' | 'value' | 'keys'>,
  { item, value: given }: Found,
  result: Outcome,
): void {
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
    item.slot = `#${result.place}`;
    item.group = rule.id;
    locate(run, item, scheme)?.take(scheme.key);
    locate(run, item, value)?.take(value.key);
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
