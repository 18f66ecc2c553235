import type { Issue } from '@dist/x12';
import type { Captured } from '../capture-order.ts';
import type { IntakeSource } from './intake-source.ts';
import { placeHold } from './place-hold.ts';
import { toWorklist } from './worklist.ts';

/**
 * A document that only the partner's guide faults (R10): an order, or a change of one, is taken and held; anything else waits
 * on the worklist, because what it says can not be taken back.
 */
export function holdForGuide(source: IntakeSource, captured: Captured, faults: readonly Issue[]): Captured {
  if (source.set !== '850' && source.set !== '860') {
    const item = toWorklist(source.partner.profile.id, source, 'guide', faults);
    return { dispatches: item.dispatches, issues: captured.issues };
  }
  const hold = {
    hold: `guide/${source.key.split('/').slice(-3).join('/')}`,
    key: `${source.key}/guide`,
    at: source.receivedAt,
  };
  const dispatches = captured.dispatches.map((dispatch) => ({
    ...dispatch,
    events: [...dispatch.events, placeHold(hold, faults)],
  }));
  return { dispatches, issues: captured.issues };
}
