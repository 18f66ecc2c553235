import { checkEvent } from '@dist/orchestration';
import type { Captured, Source } from '../capture-order.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/** An index of PostgreSQL takes about 2,700 bytes. */
const longestId = 600;

/**
 * What a journal cannot keep, a name with a NUL or half of a character, comes from the partner and is no fault of ours: such
 * a document waits for a person, as what cannot be read does.
 */
export function checkedDispatches(partner: string, source: Source, captured: Captured): Captured {
  const unstorable = (message: string): Captured => {
    const item = toWorklist(partner, source, 'unstorable', [worklistIssue('unstorable', message)]);
    return { dispatches: item.dispatches, issues: [...captured.issues, ...item.issues] };
  };
  const long = captured.dispatches.find(({ id }) => id.length > longestId);
  if (long !== undefined) return unstorable(`an order of ${long.id.length} characters is more than a journal keeps`);
  const events = captured.dispatches.flatMap((dispatch) => dispatch.events);
  for (const event of [...events, ...(captured.decided ?? [])]) {
    const checked = checkEvent(event);
    if (!('severity' in checked)) continue;
    return unstorable(checked.message);
  }
  return captured;
}
