import type { Issue } from '@dist/canonical';
import type { OrderEvent } from './event.ts';
import { readEvent } from './read-event.ts';

/**
 * Reads a stored event, of this release or an earlier one, as the event that it is today. Nothing is thrown: what cannot
 * be read is an issue (`event-wrong`, `event-version-unknown`, `event-type-unknown`) that says what to do. Fields that
 * no release wrote are issues as well, because the machine would pass them by in silence.
 */
export function upcast(stored: unknown): OrderEvent | Issue {
  return readEvent(stored, {
    noObject: 'A stored event is an object',
    tooDeep: 'Restore the journal from a copy',
    unknownType: 'This release knows no such event. Update @dist/orchestration, or leave the order to a person',
    noVersion: 'No release wrote such a version. Restore the journal from a copy, or leave the order to a person',
    wrong: (type, what) =>
      `A stored ${type} is not as it was written: ${what}. Restore the journal from a copy, or have a person correct the fact`,
  });
}
