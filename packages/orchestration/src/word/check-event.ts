import type { Issue } from '@dist/canonical';
import { eventVersion, type OrderEvent } from './event.ts';
import { readEvent } from './read-event.ts';

/**
 * The event that came from outside, a message or a form, or the first thing that is wrong with it (`event-wrong`,
 * `event-version-unknown`, `event-type-unknown`), where, and what to do. Nothing is thrown. `dispatch` of a runtime asks
 * this of every event; ask it before, where a stranger is to be told.
 */
export function checkEvent(event: unknown): OrderEvent | Issue {
  return readEvent(event, {
    noObject: 'An event is an object. Bring it as JSON',
    tooDeep: 'Correct what made it, and bring it again',
    unknownType: 'There is no such event. Correct its type, and bring it again',
    noVersion: `An event has the version ${eventVersion}. Correct what made it, and bring it again`,
    wrong: (type, what) => `The ${type} is not as it must be: ${what}. Correct what made it, and bring it again`,
  });
}
