import { conflictInBatch } from '../conflict-in-batch.ts';
import type { AppendResult, Batch } from '../journal.ts';
import { appendRows } from './append-rows.ts';
import { boundValues } from './append-tables.ts';
import { appendText } from './append-text.ts';
import { foreseenConflict } from './foreseen-conflict.ts';
import { inGroups } from './in-groups.ts';
import type { Postgres } from './open-postgres.ts';
import { triedAgain } from './tried-again.ts';
import { wasRefused } from './was-refused.ts';

/** Most batches of one statement: more make it no faster, and hold each of them up for longer. */
const most = 64;

/** One is written while the next is gathered and sent. */
const atOnce = 2;

/**
 * Appends, those that wait at the same time together: one statement, one transaction, one write to the disk for all of
 * them. A batch that is in conflict holds nobody up, and one that the server refuses fails alone.
 */
export function groupAppend(postgres: Postgres): (batch: Batch) => Promise<AppendResult> {
  const run = (batches: readonly Batch[]) => append(postgres, batches);
  const grouped = inGroups({ most, atOnce, touches, run, foreseen: foreseenConflict, isUndone: wasRefused });
  return async (batch) => conflictInBatch(batch) ?? grouped(batch);
}

async function append(postgres: Postgres, batches: readonly Batch[]): Promise<readonly AppendResult[]> {
  const values = boundValues(appendRows(batches));
  const found = await triedAgain(() => postgres.rows<ConflictRow>('append', appendText, values));
  const conflicts = new Map(found.map(({ batch, what, key }) => [batch, { status: 'conflict', what, key } as const]));
  return batches.map((_, index) => conflicts.get(index + 1) ?? { status: 'appended' });
}

type ConflictRow = Omit<Extract<AppendResult, { status: 'conflict' }>, 'status'> & { readonly batch: number };

/** Two batches that have one of these in common can not be compared with what is stored at the same time. */
function touches(batch: Batch): readonly string[] {
  const { streams = [], effects = [], postponed = [], settle = [], sequences = [], marks = [], documents = [] } = batch;
  const issued = streams.flatMap(({ log }) => log.flatMap((entry) => entry.issued));
  return [
    ...streams.map(({ id }) => `order ${id}`),
    ...[...settle, ...effects, ...postponed, ...issued].map(({ key }) => `effect ${key}`),
    ...sequences.map(({ name }) => `sequence ${name}`),
    ...marks.map(({ key }) => `mark ${key}`),
    ...documents.map(({ key }) => `document ${key}`),
  ];
}
