import { conflictInBatch } from '../conflict-in-batch.ts';
import type { AppendResult, Batch, StoredDocument, StreamAppend } from '../journal.ts';
import type { Memory } from './memory.ts';
import { enterOutbox, leaveOutbox } from './outbox.ts';

/** Writes a batch, or nothing of it when something in it does not fit what is stored. */
export function append(memory: Memory, batch: Batch): AppendResult {
  const conflict = conflictInBatch(batch) ?? firstConflict(memory, batch);
  if (conflict) return conflict;
  for (const stream of batch.streams ?? []) appendStream(memory, stream);
  for (const effect of batch.effects ?? []) enterOutbox(memory, effect);
  for (const effect of batch.postponed ?? []) enterOutbox(memory, effect, false);
  // After the new attempts, which have no lease yet, so that they find the place of the ones before.
  for (const { key, lease } of batch.settle ?? []) {
    const row = memory.outbox.get(key);
    if (row !== undefined && row.lease === lease) leaveOutbox(memory, row);
  }
  for (const { name, next } of batch.sequences ?? []) memory.sequences.set(name, next);
  for (const { key, value } of batch.marks ?? []) memory.marks.set(key, value);
  for (const document of batch.documents ?? [])
    if (!memory.documents.has(document.key)) memory.documents.set(document.key, copyOf(document));
  return { status: 'appended' };
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

function appendStream(memory: Memory, stream: StreamAppend): void {
  const { id, expectedVersion, snapshot, timers, closedAt } = stream;
  const before = memory.orders.get(id);
  const log = before?.log ?? [];
  log.push(...stream.log);
  memory.orders.set(id, {
    version: expectedVersion + 1,
    snapshot: snapshot ?? before?.snapshot,
    snapshotAt: snapshot ? log.length : (before?.snapshotAt ?? 0),
    log,
    timers,
    closedAt,
    compactedVersion: before?.compactedVersion,
  });
  for (const note of stream.notes) memory.notes.push({ position: ++memory.noted, note });
  const issued = new Map(stream.log.flatMap((entry) => entry.issued.map((effect) => [effect.key, effect] as const)));
  for (const effect of issued.values()) enterOutbox(memory, effect);
}

/** Bytes belong to the caller before and after; a journal's are its own. */
export function copyOf<Document extends StoredDocument | undefined>(document: Document): Document {
  return document && { ...document, bytes: document.bytes.slice() };
}
