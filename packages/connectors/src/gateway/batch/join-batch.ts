import type { Journal } from '@dist/orchestration/runtime';
import { type BatchName, type BatchRecord, batchKeys, emptyBatch, type WaitingMember } from './batch-records.ts';

/** `closed`: the batch takes nothing any more. `known`: another worker has given the effect its place meanwhile. */
export type Joined = 'joined' | 'closed' | 'known';

/** A transaction set on its way into a batch. */
export interface Joining {
  readonly member: WaitingMember;
  /** What the journal has of the effect's place. */
  readonly before: string | undefined;
}

/** Puts a transaction set into an open batch, durably. */
export type JoinBatch = (journal: Journal, batch: BatchName, joining: Joining) => Promise<Joined>;

interface Asked extends Joining {
  readonly answer: (joined: Joined) => void;
  readonly fail: (error: unknown) => void;
}

/** Most sets that are put in by one commit. */
const mostTogether = 200;

const mostConflicts = 50;

/**
 * Those who come while a commit is on its way share the next one: a thousand documents that are ready at once are some
 * commits, not a thousand that race for the count of the batch.
 */
export function batchJoiner(): JoinBatch {
  const queues = new Map<string, Asked[]>();
  return (journal, batch, joining) =>
    new Promise((answer, fail) => {
      const name = batchKeys.batch(batch);
      const asked = { ...joining, answer, fail };
      const queue = queues.get(name);
      if (queue !== undefined) {
        queue.push(asked);
        return;
      }
      const opened = [asked];
      queues.set(name, opened);
      void drain(journal, batch, opened, () => queues.delete(name));
    });
}

async function drain(journal: Journal, batch: BatchName, queue: Asked[], end: () => void): Promise<void> {
  while (queue.length > 0) {
    const together = queue.splice(0, mostTogether);
    await joinTogether(journal, batch, together).catch((error: unknown) => {
      for (const { fail } of together) fail(error);
    });
  }
  end();
}

async function joinTogether(journal: Journal, batch: BatchName, together: readonly Asked[]): Promise<void> {
  let left = together;
  for (let conflicts = 0; left.length > 0; conflicts++) {
    const key = batchKeys.batch(batch);
    const expected = await journal.mark(key);
    const record = expected === undefined ? emptyBatch : (JSON.parse(expected) as BatchRecord);
    if (record.status === 'closing') return answerAll(left, 'closed');
    const value = JSON.stringify({ ...record, count: record.count + left.length });
    const members = left.flatMap((asked, index) => marksOf({ batch, index: record.count + index }, asked));
    const result = await journal.append({ marks: [{ key, expected, value }, ...members] });
    if (result.status === 'appended') return answerAll(left, 'joined');
    const other = left.find(({ member }) => batchKeys.place(member.effect) === result.key);
    other?.answer('known');
    left = left.filter((asked) => asked !== other);
    if (conflicts >= mostConflicts) throw new Error(`${result.key} keeps changing.`);
  }
}

function marksOf(place: { readonly batch: BatchName; readonly index: number }, { member, before }: Joining) {
  return [
    { key: batchKeys.member(place), expected: undefined, value: JSON.stringify(member) },
    { key: batchKeys.place(member.effect), expected: before, value: JSON.stringify(place) },
  ];
}

function answerAll(all: readonly Asked[], joined: Joined): void {
  for (const { answer } of all) answer(joined);
}
