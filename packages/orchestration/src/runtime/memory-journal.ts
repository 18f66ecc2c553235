import { changesOf } from './changes-of.ts';
import type { Journal } from './journal.ts';
import { append, copyOf } from './memory/append.ts';
import { claim, waitAgain, waiting } from './memory/claim.ts';
import { closed } from './memory/closed.ts';
import { compact } from './memory/compact.ts';
import { depth } from './memory/depth.ts';
import { emptyMemory, type Memory, type MemoryRow } from './memory/memory.ts';
import { positionOf } from './position-of.ts';

/** A journal in memory, for tests and trials: the same contract as the durable ones, gone with the process. */
export function memoryJournal(): Journal {
  const memory = emptyMemory();
  return {
    load: async (id) => {
      const order = memory.orders.get(id);
      return order && { version: order.version, snapshot: order.snapshot, log: order.log.slice(order.snapshotAt) };
    },
    append: async (batch) => append(memory, batch),
    claim: async (request) => claim(memory, request),
    waiting: async (request) => waiting(memory, request),
    release: async (worker, unstarted = []) => {
      for (const row of [...memory.held]) if (row.worker === worker) giveBack(memory, row, unstarted);
    },
    due: async (now, limit) => dueTimers(memory, now).slice(0, limit),
    next: async () => earliest(memory),
    depth: async (now) => depth(memory, now),
    closed: async (before, limit) => closed(memory, before, limit),
    compact: async (id, expectedVersion, snapshot) => compact(memory, id, expectedVersion, snapshot),
    ...reading(memory),
    close: async () => undefined,
  };
}

function giveBack(memory: Memory, row: MemoryRow, unstarted: readonly string[]): void {
  row.leaseUntil = '';
  if (row.claims === 1 && row.lease !== undefined && unstarted.includes(row.lease)) row.lease = undefined;
  waitAgain(memory, row);
}

function dueTimers(memory: Memory, now: string): { id: string; timer: string; due: string }[] {
  const due: { id: string; timer: string; due: string }[] = [];
  for (const [id, { timers }] of memory.orders)
    for (const timer of timers) if (timer.due <= now) due.push({ id, ...timer });
  return due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
}

function earliest(memory: Memory): string | undefined {
  let first: string | undefined;
  for (const row of memory.outbox.values()) {
    if (row.queue !== undefined && memory.queues.get(row.queue)?.[0] !== row) continue;
    let at = row.since;
    if (row.leaseUntil > at) at = row.leaseUntil;
    if (first === undefined || at < first) first = at;
  }
  for (const { timers } of memory.orders.values())
    for (const { due } of timers) if (first === undefined || due < first) first = due;
  return first;
}

function reading(
  memory: Memory,
): Pick<Journal, 'sequence' | 'mark' | 'document' | 'documents' | 'orders' | 'events' | 'notes' | 'changed'> {
  return {
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
    async *orders(after = '') {
      const ids = [...memory.orders.keys()];
      yield* ids.slice(ids.indexOf(after) + 1);
    },
    async *events(id) {
      for (const { event } of memory.orders.get(id)?.log.slice() ?? []) yield event;
    },
    async *notes(id) {
      for (const { note } of [...memory.notes]) if (id === undefined || note.order === id) yield note;
    },
    changed: async (place, limit) => {
      const after = positionOf(place);
      const later = memory.notes.filter(({ position }) => position > after).slice(0, limit);
      return changesOf(
        later.map(({ position, note }) => ({ id: note.order, position: String(position) })),
        place,
      );
    },
  };
}
