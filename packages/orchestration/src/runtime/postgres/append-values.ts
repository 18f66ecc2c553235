import type { Effect } from '../../word/effect.ts';
import type { Batch, OutboxEffect, StreamAppend } from '../journal.ts';
import { laneGroupOf } from '../lane-group-of.ts';
import { queueOf } from '../queue-of.ts';
import type { PostgresValue } from './postgres-pool.ts';

/** The parameters of `postgresAppend`, column by column in its order. */
export function appendValues(batch: Batch): PostgresValue[] {
  const { streams = [], settle = [], sequences = [], marks = [], documents = [] } = batch;
  const outbox = outboxOf(batch);
  const effects = effectsOf(streams);
  const put = new Set(outbox.map(({ effect }) => effect.key));
  const settled = settle.map(({ key }) => key);
  return [
    ...columns(streams, ({ id, expectedVersion, snapshot, closedAt }) => [
      id,
      expectedVersion,
      json(snapshot),
      closedAt ?? null,
    ])(4),
    ...columns(settle, ({ key, lease }) => [key, lease])(2),
    ...columns(sequences, ({ name, expected, next }) => [name, expected, next])(3),
    ...columns(marks, ({ key, expected, value }) => [key, expected ?? null, value])(3),
    ...columns(documents, (one) => [
      one.key,
      one.direction,
      one.partner,
      one.type,
      one.name,
      one.bytes,
      one.hash,
      JSON.stringify(one.controlNumbers),
      one.at,
    ])(9),
    // Deliveries of an order take their places under its lock, as its own effects do.
    [...new Set([...streams.map(({ id }) => id), ...outbox.map(({ effect }) => effect.order)])],
    [...new Set([...settled, ...put])],
    ...streamColumns(streams, effects),
    ...columns(outbox, (row) => outboxRow(row, effects))(14),
    settled.filter((key) => !put.has(key)),
    ...columns(
      streams.flatMap(({ id, timers }) => timers.map(({ timer, due }) => [id, timer, due])),
      (row) => row,
    )(3),
    ...columns(
      streams.flatMap(({ notes, id }) => notes.map((note) => [id, JSON.stringify(note)])),
      (row) => row,
    )(2),
  ];
}

type Cell = string | number | null | Uint8Array;

/** Turns rows into as many columns as are asked for. */
function columns<Row>(rows: readonly Row[], cells: (row: Row) => readonly Cell[]): (count: number) => PostgresValue[] {
  const table = rows.map(cells);
  return (count) => Array.from({ length: count }, (_, column) => table.map((row) => row[column] ?? null));
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** One content of an effect, the text that is stored, and its place among those of the batch. */
interface StoredText {
  readonly place: number;
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

/** The different effects of a batch, each as often as it has another content. */
type Effects = ReadonlyMap<string, StoredText>;

function effectsOf(streams: readonly StreamAppend[]): Effects {
  const effects = new Map<string, StoredText>();
  for (const { id, log } of streams)
    for (const effect of log.flatMap(({ issued }) => issued)) {
      const name = nameOf(id, effect);
      if (!effects.has(name)) effects.set(name, { place: effects.size + 1, id, key: effect.key, text: textOf(effect) });
    }
  return effects;
}

/** What is the same in each attempt. */
function textOf({ attempt: _attempt, notBefore: _notBefore, ...effect }: Effect): string {
  return JSON.stringify(effect);
}

function nameOf(id: string, effect: Effect): string {
  return JSON.stringify([id, textOf(effect)]);
}

/** Log, what each entry issued, and the effects themselves, each once. */
function streamColumns(streams: readonly StreamAppend[], effects: Effects): PostgresValue[] {
  const entries = streams.flatMap(({ id, expectedVersion, log }) =>
    log.map((entry, ordinal) => ({ ...entry, at: [id, expectedVersion + 1, ordinal] as const })),
  );
  const issues = entries.flatMap(({ at, issued }) =>
    issued.map((effect, item) => {
      const { attempt, notBefore } = effect;
      return [...at, item, attempt, notBefore, effects.get(nameOf(at[0], effect))?.place ?? null] as const;
    }),
  );
  return [
    ...columns(entries, ({ at, event }) => [...at, JSON.stringify(event)])(4),
    ...columns(issues, (row) => row)(7),
    ...columns([...effects.values()], ({ id, key, text }) => [id, key, text])(3),
  ];
}

interface OutboxRow {
  readonly effect: OutboxEffect;
  /** What the effect of an order is stored under; a delivery has none. */
  readonly name: string | undefined;
  /** Order of the last and of the first time that the batch puts it in. */
  readonly position: number;
  readonly place: number;
  readonly order: string;
}

/** Of one key the last effect in the batch, in the place of the first. */
function outboxOf({ streams = [], effects = [] }: Batch): readonly OutboxRow[] {
  const rows = new Map<string, OutboxRow>();
  let position = 0;
  const put = (effect: OutboxEffect, order: string, name?: string): void => {
    rows.set(effect.key, { effect, order, name, position, place: rows.get(effect.key)?.place ?? position });
    position++;
  };
  for (const { id, log } of streams)
    for (const effect of log.flatMap(({ issued }) => issued)) put(effect, id, nameOf(id, effect));
  for (const effect of effects) put(effect, effect.order);
  return [...rows.values()];
}

function outboxRow({ effect, order, name, position, place }: OutboxRow, effects: Effects): readonly Cell[] {
  const { class: group, partner } = laneGroupOf(effect);
  return [
    effect.key,
    order,
    position,
    place,
    effect.lane,
    group,
    partner,
    queueOf(effect) ?? null,
    effect.priority,
    effect.notBefore,
    effect.attempt,
    effect.body.type,
    name === undefined ? JSON.stringify(effect) : null,
    name === undefined ? null : (effects.get(name)?.place ?? null),
  ];
}
