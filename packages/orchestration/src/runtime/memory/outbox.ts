import type { OutboxEffect } from '../journal.ts';
import { candidateOf } from '../lanes/candidate.ts';
import { queueOf } from '../queue-of.ts';
import type { Memory, MemoryRow } from './memory.ts';

/** Puts an effect in the outbox; a new attempt takes the place of the one before, and what is not `queued` waits for its time only. */
export function enterOutbox(memory: Memory, effect: OutboxEffect, queued = true): void {
  const position = memory.position++;
  const before = memory.outbox.get(effect.key);
  if (before !== undefined) takeOut(memory, before);
  const queue = queued ? queueOf(effect) : undefined;
  const place = before !== undefined && before.queue === queue ? before.place : position;
  // Spread first and written out after it: of one shape for all that read it, and made in one copy.
  const row: MemoryRow = {
    ...candidateOf(effect, position),
    effect,
    place,
    queue,
    claims: 0,
    worker: undefined,
    lease: undefined,
    leaseUntil: '',
  };
  memory.outbox.set(row.key, row);
  if (row.queue === undefined) memory.waiting.put(row);
  else line(memory, row, row.queue);
  // It may have changed its lane, and with it the queue.
  if (before !== undefined && before.queue !== row.queue) comeForward(memory, before.queue);
}

/** Takes an effect out of the outbox; the one behind it in its queue comes to the front. */
export function leaveOutbox(memory: Memory, row: MemoryRow): void {
  takeOut(memory, row);
  comeForward(memory, row.queue);
}

function comeForward(memory: Memory, queue: string | undefined): void {
  const [first] = queue === undefined ? [] : (memory.queues.get(queue) ?? []);
  if (first !== undefined && !memory.held.has(first)) memory.waiting.put(first);
}

function takeOut(memory: Memory, row: MemoryRow): void {
  memory.outbox.delete(row.key);
  memory.waiting.remove(row.key);
  memory.held.delete(row);
  if (row.queue === undefined) return;
  const rest = (memory.queues.get(row.queue) ?? []).filter((other) => other !== row);
  if (rest.length === 0) memory.queues.delete(row.queue);
  else memory.queues.set(row.queue, rest);
}

/** Places a row in its queue; only the first of a queue waits for a worker. */
function line(memory: Memory, row: MemoryRow, queue: string): void {
  const rows = [...(memory.queues.get(queue) ?? []), row].sort((a, b) => a.place - b.place);
  memory.queues.set(queue, rows);
  if (rows[0] === row) memory.waiting.put(row);
}
