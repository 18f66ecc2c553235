import { checkEvent } from '@dist/orchestration';
import type { Captured, Source } from '../capture-order.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/**
 * What a journal cannot keep, a name with a NUL or half of a character, comes from the partner and is no fault of ours: such
 * a document waits for a person, as what cannot be read does.
 */
export function checkedDispatches(partner: string, source: Source, captured: Captured): Captured {
  const events = captured.dispatches.flatMap((dispatch) => dispatch.events);
  for (const event of [...events, ...(captured.decided ?? [])]) {
    const checked = checkEvent(event);
    if (!('severity' in checked)) continue;
    const issue = worklistIssue('unstorable', checked.message);
    const item = toWorklist(partner, source, 'unstorable', [issue]);
    return { dispatches: item.dispatches, issues: [...captured.issues, ...item.issues] };
  }
  return captured;
}
