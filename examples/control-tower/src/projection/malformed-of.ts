import type { Note } from '@dist/orchestration';
import type { MalformedTable } from '../database/tables.ts';
import { causeOf } from './cause-of.ts';
import { textOf } from './text-of.ts';

/** Reasons for which the gateway holds a document that a partner did not write as it was agreed. */
const malformed: ReadonlySet<string> = new Set(['guide', 'not-mapped', 'map-missing', 'quarantine', 'unstorable']);

/** Documents of a partner that were held because of how they are written, with their faults in words; each once. */
export function malformedOf(id: string, partner: string, notes: readonly Note[]): readonly MalformedTable[] {
  const found = new Map<string, MalformedTable>();
  for (const note of notes) {
    const hold = note.type === 'held' ? textOf(note, 'hold') : undefined;
    if (hold === undefined || found.has(hold) || !malformed.has(causeOf(hold))) continue;
    const reason = textOf(note, 'reason') ?? note.message;
    found.set(hold, { order_id: id, hold, partner, cause: causeOf(hold), at: note.at, reason });
  }
  return [...found.values()];
}
