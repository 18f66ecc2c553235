import { type Codec, Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { AllocRule, Direction, Scalar } from '../map/rule.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import { isAbsent, isScalar, own } from '../run/own.ts';
import type { Run } from '../run/run.ts';
import type { Traced } from '../run/traced.ts';
import { anyShape } from '../shape/shape.ts';
import type { CompileContext, Place } from './compile-context.ts';
import { type ListPath, leafPath, listPath } from './compile-paths.ts';
import { endInside } from './end-inside.ts';
import { type LeafPath, locate, reach, valueAt } from './leaf-path.ts';
import { needsOf } from './needs.ts';
import { type Action, nothing, type Operation } from './operation.ts';

/** SDQ segments ↔ a list of `{ location, quantity }`. */
export function compileAlloc(context: CompileContext, rule: AllocRule, place: Place): Operation {
  const none = { read: nothing, write: nothing };
  const native = listPath(context, rule, 'native', rule.native, place);
  const list = listPath(context, rule, 'canonical', rule.canonical, place);
  if (native === undefined || list === undefined) return none;
  const inside: Place = { ...place, canonical: { ...list.end, trail: `${list.end.trail}{${rule.id}}` } };
  const path = (text: string) => leafPath(context, rule, 'canonical', text, inside);
  const [scheme, location] = [path('location.scheme'), path('location.value')];
  const [quantity, unit] = [path('quantity.value'), path('quantity.unit')];
  const keys = elementKeys(context, rule, native, place);
  const codecs = {
    unit: context.codec(rule, rule.unit.as),
    scheme: context.codec(rule, rule.scheme.as),
    quantity: context.codec(rule, rule.as ?? 'decimal'),
  };
  if (scheme === undefined || location === undefined || quantity === undefined || unit === undefined) return none;
  if (keys === undefined || !isComplete(codecs)) return none;
  const alloc = { rule, native, list, keys, codecs, paths: { scheme, location, quantity, unit } };
  const needs = { read: needsOf(native.path), write: needsOf(list.path) };
  return { read: readAllocations(alloc), write: writeAllocations(alloc), needs };
}

interface Codecs {
  readonly unit: Codec;
  readonly scheme: Codec;
  readonly quantity: Codec;
}

function isComplete(codecs: { [Name in keyof Codecs]: Codec | undefined }): codecs is Codecs {
  return codecs.unit !== undefined && codecs.scheme !== undefined && codecs.quantity !== undefined;
}

interface Keys {
  readonly unit: string;
  readonly scheme: string;
  /** Location, quantity, location, quantity. */
  readonly pairs: readonly string[];
}

interface Alloc {
  readonly rule: AllocRule;
  readonly native: ListPath;
  readonly list: ListPath;
  readonly keys: Keys;
  readonly codecs: Codecs;
  readonly paths: Readonly<Record<'scheme' | 'location' | 'quantity' | 'unit', LeafPath>>;
}

function elementKeys(
  context: CompileContext,
  rule: AllocRule,
  { step, end }: ListPath,
  place: Place,
): Keys | undefined {
  const elements = step.shape.kind === 'object' ? (step.shape.positions ?? []) : [];
  const key = (number: number) => elements[number - 1]?.key;
  const [unit, scheme] = [key(rule.unit.element), key(rule.scheme.element)];
  const pairs = Array.from({ length: rule.pairs * 2 }, (_, at) => key(rule.from + at));
  const complete = pairs.filter((name) => name !== undefined);
  if (unit === undefined || scheme === undefined || complete.length < pairs.length) {
    context.report(rule, 'path-unknown', `${rule.native} has not so many elements`, { side: 'native' });
    return undefined;
  }
  const inside = { ...end, trail: `${end.trail}{${rule.id}}` };
  for (const name of [unit, scheme, ...complete]) {
    context.claim(rule, 'native', endInside(inside, { key: name, shape: anyShape }), place);
  }
  return { unit, scheme, pairs: complete };
}

function readAllocations(alloc: Alloc): Action {
  const { rule, native, list, keys } = alloc;
  return (run, source, target) => {
    const segments = locate(run, source, native)?.list(native.step) ?? [];
    let count = 0;
    let segmentCount = 0;
    for (const segment of segments) {
      const unit = readPart(run, alloc, segment, keys.unit, alloc.codecs.unit);
      const scheme = readPart(run, alloc, segment, keys.scheme, alloc.codecs.scheme);
      if (unit === undefined || scheme === undefined) continue;
      const made: Allocation[] = [];
      for (let pair = 0; pair < keys.pairs.length; pair += 2) {
        const one = readPair(run, alloc, segment, pair, unit, scheme);
        if (one === undefined) continue;
        made.push(one);
        const item = reach(run, target, list).add(list.step, rule.id);
        item.slot = `#${count++}`;
        fillItem(run, alloc, item, one);
        if (run.isTracing) run.traced(trace(alloc, segment, pair, item, one));
      }
      if (made.length === 0) continue;
      segment.slot = `#${segmentCount++}`;
      segment.group = rule.id;
      segment.take(keys.unit);
      segment.take(keys.scheme);
      keepForm(run, alloc, segment, made);
    }
  };
}

interface Allocation {
  readonly scheme: Scalar;
  readonly location: Scalar;
  readonly quantity: Scalar;
  readonly unit: Scalar;
}

function readPart(run: Run, alloc: Alloc, segment: Cursor, key: string, codec: Codec): Scalar | undefined {
  const found = own(segment.value, key);
  const made = isScalar(found) && found !== '' ? convertOne(codec, found, 'read', run) : new Refusal(codec.native);
  return made instanceof Refusal ? refuse(run, alloc, [...segment.path(), key], made, found) : made;
}

function readPair(
  run: Run,
  alloc: Alloc,
  segment: Cursor,
  pair: number,
  unit: Scalar,
  scheme: Scalar,
): Allocation | undefined {
  const [locationKey = '', quantityKey = ''] = alloc.keys.pairs.slice(pair, pair + 2);
  const [location, count] = [own(segment.value, locationKey), own(segment.value, quantityKey)];
  if (isAbsent(location) && isAbsent(count)) return undefined;
  if (!isScalar(location) || isAbsent(location) || isAbsent(count)) {
    const missing = isAbsent(count) ? quantityKey : locationKey;
    return refuse(run, alloc, [...segment.path(), missing], new Refusal('a location and its quantity'), undefined);
  }
  const quantity = readPart(run, alloc, segment, quantityKey, alloc.codecs.quantity);
  if (quantity === undefined) return undefined;
  segment.take(locationKey);
  segment.take(quantityKey);
  return { scheme, location, quantity, unit };
}

function refuse(
  run: Run,
  { rule }: Alloc,
  path: (string | number)[],
  { expected }: Refusal,
  found: unknown,
): undefined {
  const message = `expected ${expected}, found ${JSON.stringify(found ?? '')}`;
  run.report(rule.id, 'value-unmappable', 'error', path, { message, expected, found });
  return undefined;
}

function fillItem(run: Run, { paths }: Alloc, item: Builder, one: Allocation): void {
  for (const name of ['scheme', 'location', 'quantity', 'unit'] as const) {
    reach(run, item, paths[name]).set(paths[name].key, one[name]);
  }
}

function trace({ rule, keys }: Alloc, segment: Cursor, pair: number, item: Builder, one: Allocation): Traced {
  return {
    rule: rule.id,
    as: undefined,
    found: one.location,
    value: one.quantity,
    from: segment,
    fromKeys: [keys.pairs[pair] ?? ''],
    to: item,
    toKeys: [],
  };
}

/** The spellings of a segment, to be restored while its allocations are the same. */
function keepForm(run: Run, alloc: Alloc, segment: Cursor, made: readonly Allocation[]): void {
  const elements = layOutSegment(run, alloc, made);
  if (elements === undefined) return;
  const { unit, scheme, pairs } = alloc.keys;
  const keys = [unit, scheme, ...pairs];
  const form = keys.map((key) => ({ key, made: elements.get(key), sent: own(segment.value, key) }));
  if (form.some((entry) => entry.made !== entry.sent)) run.keep(segment, form);
}

function layOutSegment(run: Run, alloc: Alloc, made: readonly Allocation[]): Map<string, Scalar> | undefined {
  const { keys, codecs } = alloc;
  const elements = new Map<string, Scalar>();
  const put = (key: string | undefined, codec: Codec, value: Scalar, direction: Direction) => {
    const converted = convertOne(codec, value, direction, run);
    if (converted instanceof Refusal || key === undefined) return false;
    elements.set(key, converted);
    return true;
  };
  const [first] = made;
  if (first === undefined) return undefined;
  if (!put(keys.unit, codecs.unit, first.unit, 'write') || !put(keys.scheme, codecs.scheme, first.scheme, 'write'))
    return undefined;
  for (const [at, one] of made.entries()) {
    elements.set(keys.pairs[2 * at] ?? '', one.location);
    if (!put(keys.pairs[2 * at + 1], codecs.quantity, one.quantity, 'write')) return undefined;
  }
  return elements;
}

function writeAllocations(alloc: Alloc): Action {
  const { rule, native, list } = alloc;
  return (run, source, target) => {
    const items = locate(run, source, list)?.list(list.step) ?? [];
    let together: { cursor: Cursor; one: Allocation }[] = [];
    const flush = () => {
      if (together.length > 0) writeSegment(run, alloc, reach(run, target, native), together);
      together = [];
    };
    let count = 0;
    for (const cursor of items) {
      const one = readItem(run, alloc, cursor);
      if (one === undefined) continue;
      cursor.slot = `#${count++}`;
      cursor.group = rule.id;
      const before = together[0]?.one;
      const continues = before !== undefined && before.unit === one.unit && before.scheme === one.scheme;
      if (!continues || together.length >= rule.pairs) flush();
      together.push({ cursor, one });
    }
    flush();
  };
}

function readItem(run: Run, alloc: Alloc, cursor: Cursor): Allocation | undefined {
  const value = (name: keyof Alloc['paths']): Scalar | undefined => {
    const path = alloc.paths[name];
    const owner = locate(run, cursor, path);
    const found = valueAt(owner, path.key);
    return isScalar(found) && found !== '' ? found : undefined;
  };
  const [scheme, location] = [value('scheme'), value('location')];
  const [quantity, unit] = [value('quantity'), value('unit')];
  if (scheme !== undefined && location !== undefined && quantity !== undefined && unit !== undefined) {
    return { scheme, location, quantity, unit };
  }
  return refuse(run, alloc, cursor.path(), new Refusal('a location and its quantity'), undefined);
}

function writeSegment(
  run: Run,
  alloc: Alloc,
  owner: Builder,
  items: readonly { readonly cursor: Cursor; readonly one: Allocation }[],
): void {
  const { native, rule } = alloc;
  const elements = layOutSegment(
    run,
    alloc,
    items.map(({ one }) => one),
  );
  const [first] = items;
  if (elements === undefined && first !== undefined) {
    const expected = `${alloc.codecs.unit.canonical}, ${alloc.codecs.scheme.canonical} and ${alloc.codecs.quantity.canonical}`;
    refuse(run, alloc, first.cursor.path(), new Refusal(expected), first.one.unit);
    return;
  }
  const segment = owner.add(native.step, rule.id);
  segment.slot = `#${owner.count(native.step) - 1}`;
  for (const [key, value] of elements ?? []) segment.set(key, value);
  for (const { cursor } of items) {
    for (const path of Object.values(alloc.paths)) locate(run, cursor, path)?.take(path.key);
  }
}
