import type { Journal } from '@dist/orchestration/runtime';
import { type SequenceMove, takeNumbers } from '../control-numbers.ts';

/** Control numbers that one batch takes: several of one sequence are one move. */
export interface NumberBook {
  take(sequence: string): Promise<string>;
  readonly moves: () => readonly SequenceMove[];
}

/** A book of the journal's sequences; they have moved when the batch with its moves is committed. */
export function numberBook(journal: Pick<Journal, 'sequence'>): NumberBook {
  const taken = new Map<string, { count: number; move: SequenceMove }>();
  return {
    async take(sequence) {
      const count = (taken.get(sequence)?.count ?? 0) + 1;
      const { values, move } = await takeNumbers(journal, sequence, count);
      taken.set(sequence, { count, move });
      return values.at(-1) ?? '';
    },
    moves: () => [...taken.values()].map(({ move }) => move),
  };
}
