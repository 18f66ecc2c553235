import type { Journal } from '@dist/orchestration/runtime';

/** How a durable sequence moves; it has moved when the batch that carries this is committed. */
export interface SequenceMove {
  readonly name: string;
  readonly expected: number;
  readonly next: number;
}

/** A control number taken from a durable sequence, nine digits. */
export interface TakenNumber {
  readonly value: string;
  readonly move: SequenceMove;
}

/** Highest control number of ISA13 and GS06; after it the sequence starts again at 1 (R12). */
const highest = 999_999_999;

/** The next number of a sequence (R12): one sequence for each sender, receiver and usage, and for each GS02 and GS03. */
export async function takeNumber(journal: Pick<Journal, 'sequence'>, name: string): Promise<TakenNumber> {
  const expected = await journal.sequence(name);
  const next = expected >= highest ? 1 : expected + 1;
  return { value: String(next).padStart(9, '0'), move: { name, expected, next } };
}
