import type { Format } from '../format/format.ts';
import type { Condition } from '../map/rule.ts';
import { isFault, type Path, type Step } from '../path/path.ts';
import type { Constraint } from '../profile/constraint.ts';
import { type PlacedValue, placesAt } from '../profile/places-at.ts';
import type { ValueTest } from '../profile/value-test.ts';
import { own } from '../run/own.ts';
import { replacedAt } from './altered-document.ts';

/** Documents near a given one that may break a constraint: each place that it asks of with another value, or without one. */
export function violationsOf(constraint: Constraint, document: unknown, format: Format): unknown[] {
  const root: PlacedValue = { value: document, keys: [] };
  const list = constraint.at === undefined ? undefined : format.parsePath(constraint.at, format.shape);
  const items = list === undefined || isFault(list) ? [root] : placesAt(root, list);
  const from = list === undefined || isFault(list) ? format.shape : list.shape;
  return [...asked(constraint.then), ...conditionsOf(constraint.if ?? true)].flatMap((question) => {
    const path = format.parsePath(question.path, from);
    if (isFault(path)) return [];
    const starts = path.absolute ? [root] : items;
    return starts.flatMap((start) =>
      changesAt(start, path, question).map(([keys, value]) => replacedAt(document, keys, value)),
    );
  });
}

type Change = readonly [keys: PlacedValue['keys'], value: unknown];

function changesAt(start: PlacedValue, path: Path, { values, most, differsFrom }: Asked): Change[] {
  const places = placesAt(start, path);
  const changes = places.flatMap(({ keys, value }) =>
    [...values(value), undefined].map((other): Change => [keys, other]),
  );
  const last = path.steps.at(-1);
  const owner = placesAt(start, { steps: path.steps.slice(0, -1) })[0] ?? start;
  if (places.length === 0 && last !== undefined && !last.many) {
    changes.push(...values('').map((other): Change => [[...owner.keys, last.key], other]));
  }
  if (differsFrom !== undefined) {
    const sameNames = placesAt(start, { steps: [{ ...(last as Step), key: differsFrom }] });
    changes.push(...places.flatMap(({ keys }) => sameNames.map(({ value }): Change => [keys, value])));
  }
  return most === undefined ? changes : [...changes, ...repeated(start, places, most)];
}

/** The list that the first place stands in, with more of its item than are allowed. */
function repeated(start: PlacedValue, [place]: readonly PlacedValue[], most: number): Change[] {
  const keys = place?.keys ?? [];
  const index = keys.findLastIndex((key) => typeof key === 'number');
  if (index < start.keys.length || most > MOST_COPIES) return [];
  const item = keys.slice(start.keys.length, index + 1).reduce<unknown>(own, start.value);
  return [[keys.slice(0, index), Array.from({ length: most + 1 }, () => item)]];
}

const MOST_COPIES = 10_000;

interface Asked {
  readonly path: string;
  readonly values: (found: unknown) => readonly unknown[];
  readonly most?: number | undefined;
  readonly differsFrom?: string | undefined;
}

function asked(then: Constraint['then']): Asked[] {
  if (then === true || !('path' in then)) return conditionsOf(then);
  if ('is' in then || 'present' in then) return conditionsOf(then);
  const { path, most, differsFrom } = then;
  return [{ path, most, differsFrom, values: (found) => otherValues(then, String(found)) }];
}

/** What a condition holds of, and what it does not. */
function conditionsOf(condition: Condition): Asked[] {
  if (condition === true) return [];
  if ('all' in condition) return condition.all.flatMap(conditionsOf);
  if ('any' in condition) return condition.any.flatMap(conditionsOf);
  if ('not' in condition) return conditionsOf(condition.not);
  const values = 'is' in condition ? [condition.is].flat() : ['X'];
  return [{ path: condition.path, values: () => [...values, 'none of these'] }];
}

/** Values that a test of values may refuse. */
function otherValues({ maxLength, minLength, digits, minimum, maximum }: ValueTest, found: string): string[] {
  return [
    'x y',
    'none of these',
    '-',
    '1',
    ...(maxLength === undefined ? [] : [found.padEnd(maxLength + 1, 'X'), found.padEnd(maxLength + 1, '1')]),
    ...(minLength === undefined ? [] : [found.slice(0, Math.max(0, minLength - 1))]),
    ...(digits === undefined ? [] : [`${'1'.repeat(digits)}1`]),
    ...(minimum === undefined ? [] : [`-${minimum.replace('-', '')}1`]),
    ...(maximum === undefined ? [] : [`1${maximum.replace('-', '').padStart(60, '0').slice(-50)}`, '9'.repeat(50)]),
  ];
}
