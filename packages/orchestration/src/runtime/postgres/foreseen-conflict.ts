import type { AppendResult, Batch } from '../journal.ts';

type Conflict = Extract<AppendResult, { status: 'conflict' }>;

/**
 * The conflict of a batch with others that were appended while it waited: a version, a sequence or a mark is not what it
 * expects any more. Undefined when they leave all of it as it was.
 */
export function foreseenConflict(
  { streams = [], sequences = [], marks = [] }: Batch,
  done: readonly Batch[],
  answers: readonly AppendResult[],
): Conflict | undefined {
  const appended = done.filter((_, index) => answers[index]?.status === 'appended');
  const moved = <Value>(expected: Value, now: readonly Value[]): boolean => now.some((value) => value !== expected);
  const of = <Row>(rows: (batch: Batch) => readonly Row[] | undefined): readonly Row[] =>
    appended.flatMap((batch) => rows(batch) ?? []);
  for (const { id, expectedVersion } of streams) {
    const now = of((batch) => batch.streams).filter((one) => one.id === id);
    if (
      moved(
        expectedVersion,
        now.map((one) => one.expectedVersion + 1),
      )
    )
      return conflict('version', id);
  }
  for (const { name, expected } of sequences) {
    const now = of((batch) => batch.sequences).filter((one) => one.name === name);
    if (
      moved(
        expected,
        now.map((one) => one.next),
      )
    )
      return conflict('sequence', name);
  }
  for (const { key, expected } of marks) {
    const now = of((batch) => batch.marks).filter((one) => one.key === key);
    if (
      moved<string | undefined>(
        expected,
        now.map((one) => one.value),
      )
    )
      return conflict('mark', key);
  }
  return undefined;
}

function conflict(what: Conflict['what'], key: string): Conflict {
  return { status: 'conflict', what, key };
}
