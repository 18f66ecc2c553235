import type { Order } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import { takesOrders } from '@dist/orchestration/runtime';
import { type Captured, captureOrder } from '../capture-order.ts';
import type { IntakeSource } from './intake-source.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/** A purchase order (850). Of a partner that is drained or still a draft it is kept for a person, and no order (R29). */
export async function takeOrder(source: IntakeSource, mapped: MapResult<Order>): Promise<Captured> {
  const { gateway, partner } = source;
  const { id } = partner.profile;
  if (!takesOrders(await source.switches(), id, { unknownPartner: gateway.unknownPartner ?? 'live' })) {
    const message = `New orders of ${id} are not taken in now: it is drained, or a draft. Take this one up when it is not, or refuse it.`;
    const item = toWorklist(id, source, 'not-taken', [worklistIssue('not-taken', message)]);
    return { dispatches: item.dispatches, issues: [...mapped.issues, ...item.issues] };
  }
  return captureOrder(partner.profile, mapped, source);
}
