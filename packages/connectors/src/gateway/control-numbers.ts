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

/** Several numbers of one sequence, taken in one move. */
export interface TakenNumbers {
  readonly values: readonly string[];
  readonly move: SequenceMove;
}

/** Highest control number of ISA13 and GS06; after it the sequence starts again at 1 (R12). */
const highest = 999_999_999;

/** The next number of a sequence (R12): one sequence for each sender, receiver and usage, and for each GS02 and GS03. */
export async function takeNumber(journal: Pick<Journal, 'sequence'>, name: string): Promise<TakenNumber> {
  const { values, move } = await takeNumbers(journal, name, 1);
  return { value: values[0] ?? '', move };
}

/** The next numbers of a sequence, for an interchange with several groups between the same two parties. */
export async function takeNumbers(
  journal: Pick<Journal, 'sequence'>,
  name: string,
  count: number,
): Promise<TakenNumbers> {
  const expected = await journal.sequence(name);
  const values: string[] = [];
  let next = expected;
  for (let taken = 0; taken < count; taken++) {
    next = next >= highest ? 1 : next + 1;
    values.push(String(next).padStart(9, '0'));
  }
  return { values, move: { name, expected, next } };
}
