import { last } from '../core/instant.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Note, OrderState, Timer } from '../word/state.ts';
import type { AppendResult, Batch, Claimed, ClaimRequest, Journal, OutboxEffect, StoredDocument } from './journal.ts';
import { queueOf } from './queue-of.ts';

/** A journal in memory, for tests and trials: the same contract as the durable ones, gone with the process. */
export function memoryJournal(): Journal {
  const memory = emptyMemory();
  return {
    load: async (id) => {
      const order = memory.orders.get(id);
      return order && { version: order.version, state: order.state };
    },
    append: async (batch) => append(memory, batch),
    claim: async (request) => claim(memory, request),
    release: async (worker) => {
      for (const row of memory.outbox.values()) if (row.worker === worker) row.leaseUntil = '';
    },
    due: async (now, limit) => dueTimers(memory, now).slice(0, limit),
    sequence: async (name) => memory.sequences.get(name) ?? 0,
    mark: async (key) => memory.marks.get(key),
    document: async (key) => copyOf(memory.documents.get(key)),
    async *documents({ direction, partner } = {}) {
      for (const document of [...memory.documents.values()])
        if (
          (direction ?? document.direction) === document.direction &&
          (partner ?? document.partner) === document.partner
        )
          yield copyOf(document);
    },
    async *orders() {
      yield* [...memory.orders.keys()];
    },
    async *events(id) {
      yield* [...(memory.orders.get(id)?.events ?? [])];
    },
    async *notes(id) {
      for (const note of [...memory.notes]) if (id === undefined || note.order === id) yield note;
    },
    next: async () => earliest(memory),
    close: async () => undefined,
  };
}

interface Memory {
  readonly orders: Map<string, { version: number; state: OrderState; events: OrderEvent[]; timers: readonly Timer[] }>;
  readonly outbox: Map<string, Row>;
  readonly sequences: Map<string, number>;
  readonly marks: Map<string, string>;
  readonly documents: Map<string, StoredDocument>;
  readonly notes: Note[];
  position: number;
}

interface Row {
  readonly effect: OutboxEffect;
  readonly position: number;
  /** Position of the first attempt. */
  readonly place: number;
  claims: number;
  worker?: string;
  lease?: string;
  leaseUntil?: string;
}

function emptyMemory(): Memory {
  return {
    orders: new Map(),
    outbox: new Map(),
    sequences: new Map(),
    marks: new Map(),
    documents: new Map(),
    notes: [],
    position: 0,
  };
}

function append(memory: Memory, batch: Batch): AppendResult {
  const conflict = firstConflict(memory, batch);
  if (conflict) return conflict;
  for (const stream of batch.streams ?? []) {
    const events = [...(memory.orders.get(stream.id)?.events ?? []), ...stream.events];
    memory.orders.set(stream.id, {
      version: stream.expectedVersion + 1,
      state: stream.state,
      events,
      timers: stream.timers,
    });
    memory.notes.push(...stream.notes);
    for (const effect of stream.effects) enqueue(memory, effect);
  }
  for (const effect of batch.effects ?? []) enqueue(memory, effect);
  // After the new attempts, which have no lease yet, so that they find the place of the ones before.
  for (const { key, lease } of batch.settle ?? [])
    if (memory.outbox.get(key)?.lease === lease) memory.outbox.delete(key);
  for (const { name, next } of batch.sequences ?? []) memory.sequences.set(name, next);
  for (const { key, value } of batch.marks ?? []) memory.marks.set(key, value);
  for (const document of batch.documents ?? [])
    if (!memory.documents.has(document.key)) memory.documents.set(document.key, copyOf(document));
  return { status: 'appended' };
}

/** Bytes belong to the caller before and after; a journal's are its own. */
function copyOf<Document extends StoredDocument | undefined>(document: Document): Document {
  return document && { ...document, bytes: document.bytes.slice() };
}

type Conflict = Extract<AppendResult, { status: 'conflict' }>;

function firstConflict(memory: Memory, batch: Batch): Conflict | undefined {
  const conflict = (what: Conflict['what'], key: string): Conflict => ({ status: 'conflict', what, key });
  for (const { id, expectedVersion } of batch.streams ?? [])
    if ((memory.orders.get(id)?.version ?? 0) !== expectedVersion) return conflict('version', id);
  for (const { key, lease } of batch.settle ?? [])
    if (memory.outbox.get(key)?.lease !== lease) return conflict('lease', key);
  for (const { name, expected } of batch.sequences ?? [])
    if ((memory.sequences.get(name) ?? 0) !== expected) return conflict('sequence', name);
  for (const { key, expected } of batch.marks ?? [])
    if (memory.marks.get(key) !== expected) return conflict('mark', key);
  for (const { key, hash } of batch.documents ?? []) {
    const known = memory.documents.get(key);
    if (known && known.hash !== hash) return conflict('document', key);
  }
  return undefined;
}

function enqueue(memory: Memory, effect: OutboxEffect): void {
  const position = memory.position++;
  const place = memory.outbox.get(effect.key)?.place ?? position;
  memory.outbox.set(effect.key, { effect, position, place, claims: 0 });
}

function claim(memory: Memory, { now, worker, limit, lease: milliseconds, lanes }: ClaimRequest): readonly Claimed[] {
  const free = heads(memory).filter(
    (row) =>
      row.effect.notBefore <= now &&
      (row.lease === undefined || (row.leaseUntil ?? '') <= now) &&
      (lanes === undefined || lanes.includes(row.effect.lane)),
  );
  free.sort((a, b) => a.effect.priority - b.effect.priority || a.position - b.position);
  return free.slice(0, limit).map((row) => {
    const reclaimed = row.lease !== undefined;
    row.claims++;
    row.worker = worker;
    row.lease = `${worker}/${row.position}/${row.claims}`;
    row.leaseUntil = new Date(Date.parse(now) + milliseconds).toISOString();
    return { effect: row.effect, lease: row.lease, reclaimed };
  });
}

/** The rows that wait for no other: of each queue the first. */
function heads(memory: Memory): readonly Row[] {
  const rows = [...memory.outbox.values()].map((row) => ({ row, queue: queueOf(row.effect) }));
  const first = new Map<string, number>();
  for (const { row, queue } of rows)
    if (queue !== undefined) first.set(queue, Math.min(row.place, first.get(queue) ?? row.place));
  return rows.flatMap(({ row, queue }) => (queue === undefined || first.get(queue) === row.place ? [row] : []));
}

function dueTimers(memory: Memory, now: string): { id: string; timer: string; due: string }[] {
  const due = [...memory.orders].flatMap(([id, { timers }]) =>
    timers.filter((timer) => timer.due <= now).map((timer) => ({ id, ...timer })),
  );
  return due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
}

function earliest(memory: Memory): string | undefined {
  const effects = heads(memory).map(({ effect, leaseUntil = '' }) => last([effect.notBefore, leaseUntil]));
  const timers = [...memory.orders.values()].flatMap((order) => order.timers.map((timer) => timer.due));
  return [...effects, ...timers].sort()[0];
}
