import { type ConfirmedLine, check, type FulfillmentConfirmation } from '@dist/canonical';
import { compare, isZero } from '@dist/canonical/arithmetic';
import type { MapResult } from '@dist/mapping';
import type { OrderEvent } from '@dist/orchestration';
import type { Captured } from '../capture-order.ts';
import { eventBase } from './event-base.ts';
import type { IntakeSource } from './intake-source.ts';
import { warehouseRequests } from './warehouse-requests.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/** What a warehouse has shipped of a request (945), for the order that the request is of (R21). */
export async function takeConfirmation(
  source: IntakeSource,
  { value: confirmation, issues }: MapResult<FulfillmentConfirmation>,
): Promise<Captured> {
  if (confirmation === undefined) return { dispatches: [], issues };
  const { gateway, partner } = source;
  const { id, confirmsInParts = false } = partner.profile;
  const request = confirmation.requestNumber;
  const owner = await warehouseRequests.find(gateway.journal, request);
  if (owner === undefined || owner.warehouse !== id) {
    const why = owner === undefined ? 'was asked of nobody' : `was asked of ${owner.warehouse}, not of ${id}`;
    const item = toWorklist(id, source, 'unmatched', [
      worklistIssue('unmatched', `The 945 for request ${request}, which ${why}.`),
    ]);
    return { dispatches: item.dispatches, issues: [...issues, ...item.issues] };
  }
  const event: OrderEvent = {
    ...eventBase(source),
    type: 'warehouse.confirmed',
    partId: owner.partId,
    request,
    confirmation,
    final: !confirmsInParts || isWhole(confirmation),
  };
  return { dispatches: [{ id: owner.order, events: [event] }], issues: [...issues, ...check(confirmation)] };
}

/** Nothing is left of any line that it tells of. */
function isWhole({ packages }: FulfillmentConfirmation): boolean {
  return packages.flatMap(({ lines }) => lines).every(isAll);
}

function isAll({ ordered, quantity, difference }: ConfirmedLine): boolean {
  if (difference !== undefined) return isZero(difference);
  return ordered === undefined || compare(quantity.value, ordered) >= 0;
}
