import type { Effect } from '../../word/effect.ts';
import type { OrderEvent } from '../../word/event.ts';
import type { Batch, OutboxEffect, StreamAppend } from '../journal.ts';
import { laneGroupOf } from '../lane-group-of.ts';
import { queueOf } from '../queue-of.ts';
import type { AppendRows } from './append-tables.ts';

/** Some batches as the rows of `appendText`. No two of them may touch the same. */
export function appendRows(batches: readonly Batch[]): AppendRows {
  const stored = new Map<string, StoredText>();
  const numbered = batches.map((batch, index) => {
    const { streams = [] } = batch;
    const number = index + 1;
    return { batch, number, streams, entries: streams.flatMap((stream) => entriesOf(stream, number, stored)) };
  });
  const outbox = outboxOf(numbered);
  const orders = numbered.flatMap(({ streams }) => streams.map(({ id }) => id));
  return {
    ...plainRows(numbered),
    ...streamRows(numbered),
    ...logRows(numbered),
    ...keyRows(numbered, outbox),
    held_order: [...new Set([...orders, ...outbox.map(({ order }) => order)])].map((id) => ({ id })),
    effect: [...stored.values()].map(({ number, id, key, text }) => ({
      batch: number,
      order_id: id,
      key,
      effect: text,
    })),
    outbox: outbox.map(outboxRow),
    group: numbered.map(({ number }) => ({ batch: number })),
  };
}

/** A batch, its number in the group, and the logs of its streams. */
interface NumberedBatch {
  readonly batch: Batch;
  readonly number: number;
  readonly streams: readonly StreamAppend[];
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly at: {
    readonly batch: number;
    readonly order_id: string;
    readonly version: number;
    readonly ordinal: number;
  };
  readonly event: OrderEvent;
  readonly policy: string | null;
  readonly issued: readonly { readonly effect: Effect; readonly line: number }[];
}

/** One content of an effect, the text that is stored, and its line among those of the group. */
interface StoredText {
  readonly line: number;
  readonly number: number;
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

function entriesOf(
  { id, expectedVersion, log }: StreamAppend,
  number: number,
  stored: Map<string, StoredText>,
): readonly Entry[] {
  const lineOf = (effect: Effect): number => {
    // What is the same in each attempt; `JSON.stringify` leaves the others out.
    const text = JSON.stringify({ ...effect, attempt: undefined, notBefore: undefined });
    const name = `${text} ${id}`;
    const known = stored.get(name) ?? { line: stored.size + 1, number, id, key: effect.key, text };
    stored.set(name, known);
    return known.line;
  };
  return log.map(({ event, issued, policy = null }, ordinal) => ({
    at: { batch: number, order_id: id, version: expectedVersion + 1, ordinal },
    event,
    policy,
    issued: issued.map((effect) => ({ effect, line: lineOf(effect) })),
  }));
}

/** What needs nothing but its batch. */
function plainRows(batches: readonly NumberedBatch[]): Pick<AppendRows, 'settled' | 'sequence' | 'mark' | 'document'> {
  return {
    settled: batches.flatMap(({ number, batch: { settle = [] } }) =>
      settle.map(({ key, lease }) => ({ batch: number, key, lease })),
    ),
    sequence: batches.flatMap(({ number, batch: { sequences = [] } }) =>
      sequences.map(({ name, expected, next }) => ({ batch: number, name, expected, next })),
    ),
    mark: batches.flatMap(({ number, batch: { marks = [] } }) =>
      marks.map(({ key, expected = null, value }) => ({ batch: number, key, expected, value })),
    ),
    document: batches.flatMap(({ number, batch: { documents = [] } }) =>
      [...new Map(documents.map((one) => [one.key, one])).values()].map(
        ({ key, direction, partner, type, name, bytes, hash, controlNumbers, at }) => {
          const numbers = JSON.stringify(controlNumbers);
          return { batch: number, key, direction, partner, type, name, bytes, hash, control_numbers: numbers, at };
        },
      ),
    ),
  };
}

function streamRows(batches: readonly NumberedBatch[]): Pick<AppendRows, 'stream' | 'timer' | 'note'> {
  const streams = batches.flatMap(({ number, streams }) => streams.map((stream) => ({ number, ...stream })));
  return {
    stream: streams.map(({ number, id, expectedVersion, snapshot, closedAt = null }) => {
      const text = snapshot === undefined ? null : JSON.stringify(snapshot);
      return { batch: number, id, expected: expectedVersion, snapshot: text, closed_at: closedAt };
    }),
    timer: streams.flatMap(({ number, id, timers }) =>
      timers.map(({ timer, due }) => ({ batch: number, order_id: id, timer, due })),
    ),
    note: streams.flatMap(({ number, id, notes }) =>
      notes.length > 0 ? [{ batch: number, order_id: id, note: JSON.stringify(notes) }] : [],
    ),
  };
}

/** The entries of the logs, and what each issued. */
function logRows(batches: readonly NumberedBatch[]): Pick<AppendRows, 'entry' | 'issue'> {
  const all = batches.flatMap(({ entries }) => entries);
  return {
    entry: all.map(({ at, event, policy }) => ({ ...at, event: JSON.stringify(event), policy })),
    issue: all.flatMap(({ at, issued }) =>
      issued.map(({ effect: { attempt, notBefore }, line }, item) => {
        return { ...at, item, attempt, not_before: notBefore, effect: line };
      }),
    ),
  };
}

interface OutboxRow {
  readonly number: number;
  readonly effect: OutboxEffect;
  /** Line of what an order has issued; a delivery has none. */
  readonly line: number | undefined;
  readonly queue: string | null;
  /** Order of the last and of the first time that the batch puts it in. */
  readonly position: number;
  readonly place: number;
  readonly order: string;
}

/** Of one key the last effect in its batch, in the place of the first. */
function outboxOf(batches: readonly NumberedBatch[]): readonly OutboxRow[] {
  const rows = new Map<string, OutboxRow>();
  let position = 0;
  for (const { number, entries, batch } of batches) {
    const put = (effect: OutboxEffect, order: string, line?: number, queued = true): void => {
      const queue = queued ? (queueOf(effect) ?? null) : null;
      const place = rows.get(effect.key)?.place ?? position;
      rows.set(effect.key, { number, effect, order, line, queue, position, place });
      position++;
    };
    for (const { at, issued } of entries) for (const { effect, line } of issued) put(effect, at.order_id, line);
    for (const effect of batch.effects ?? []) put(effect, effect.order);
    for (const effect of batch.postponed ?? []) put(effect, effect.order, undefined, false);
  }
  return [...rows.values()];
}

function outboxRow({ number, effect, line, queue, position, place, order }: OutboxRow): AppendRows['outbox'][number] {
  const { key, lane, priority, notBefore, attempt, body } = effect;
  const { class: group, partner } = laneGroupOf(effect);
  return {
    batch: number,
    key,
    order_id: order,
    position,
    place,
    lane,
    class: group,
    partner,
    queue,
    priority,
    not_before: notBefore,
    attempt,
    type: body.type,
    delivery: line === undefined ? JSON.stringify(effect) : null,
    effect: line ?? null,
  };
}

/** Keys that leave the outbox, and those that are put there. */
function keyRows(
  batches: readonly NumberedBatch[],
  outbox: readonly OutboxRow[],
): Pick<AppendRows, 'touched' | 'gone'> {
  const put = new Set(outbox.map(({ effect }) => effect.key));
  const gone = batches.flatMap(({ number, batch: { settle = [] } }) =>
    settle.flatMap(({ key }) => (put.has(key) ? [] : [{ batch: number, key }])),
  );
  return { gone, touched: [...gone, ...outbox.map(({ number, effect: { key } }) => ({ batch: number, key }))] };
}
