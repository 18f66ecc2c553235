import type { Note } from '../word/state.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/**
 * Tells of what was committed. One that is not taken stops neither the others nor what goes on: the commit stands, and a
 * caller who heard of a failure would bring it again.
 */
export function tellNotes(
  { onNote, onNoteLost }: Pick<RuntimeOptions, 'onNote' | 'onNoteLost'>,
  notes: readonly Note[],
): void {
  if (onNote === undefined) return;
  for (const note of notes) {
    try {
      onNote(note);
    } catch (error) {
      if (onNoteLost !== undefined) onNoteLost(note, error);
      else console.error(`onNote has thrown at ${note.type} of ${note.order}, which is committed`, error);
    }
  }
}
