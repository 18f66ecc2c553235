import { Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { isAbsent, isScalar, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import { slotOf } from '../run/slot-of.ts';
import { type IdentifierRead, isLaidOutSo } from './is-laid-out-so.ts';
import { type Identifier, layOut } from './lay-out-pairs.ts';
import { locate, reach } from './leaf-path.ts';
import type { Action } from './operation.ts';
import type { Pairs } from './pairs.ts';

/** Reads the qualifier and value elements of a segment into a list of identifiers. */
export function readPairs(pairs: Pairs): Action {
  const { rule, segment, list, keys, codings } = pairs;
  return (run, source, target) => {
    const owner = locate(run, source, segment);
    if (owner === undefined) return;
    const read: IdentifierRead[] = [];
    const unread: unknown[][] = [];
    let isInRow = rule.positional !== true;
    const end = endOf(pairs, owner.value);
    for (let at = 0; at < end; at += 2) {
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
      item.slot = slotOf(read.length);
      fillItem(run, pairs, item, identifier);
      read.push(identifier);
      if (run.isTracing) trace(run, pairs, owner, at, item, identifier);
    }
    if (isInRow && unread.length === 0 && isLaidOutSo(codings, read, run)) return;
    keepSequence(run, pairs, owner, read, unread);
  };
}

/** How far the elements that stand there go: most segments have room for many more pairs than they hold. */
function endOf({ places }: Pairs, value: unknown): number {
  let end = 0;
  for (const key in value as object) {
    const place = places.get(key);
    if (place !== undefined && place >= end) end = place + 1;
  }
  return end;
}

function fillItem(run: Run, { scheme, value }: Pairs, item: Builder, identifier: Identifier): void {
  reach(run, item, scheme).set(scheme.key, identifier.scheme, scheme.bit);
  reach(run, item, value).set(value.key, identifier.value, value.bit);
}

function trace(run: Run, { rule, keys }: Pairs, owner: Cursor, at: number, item: Builder, read: IdentifierRead): void {
  run.traced({
    rule: rule.id,
    as: undefined,
    found: read.text,
    value: read.value,
    from: owner,
    fromKeys: [keys[at + 1] ?? ''],
    to: item,
    toKeys: [],
  });
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
  if (isScalar(text) && !(value instanceof Refusal))
    return { scheme: coding.scheme, value, coding, text, isRefused: false };
  const { expected } = value as Refusal;
  const message = `expected ${expected} for ${coding.code}, found ${JSON.stringify(text ?? '')}; it is kept as sent`;
  run.report(rule.id, 'value-unmappable', 'warning', place(), { message, expected, found: text });
  // A wrong number is still the partner's: it is looked for, shown and sent back as it came.
  if (typeof text !== 'string' || text === '') return undefined;
  return { scheme: coding.scheme, value: text, coding, text, isRefused: true };
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
