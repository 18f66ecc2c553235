import type { Shipment } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { AdminClient } from './admin-client.ts';
import { createFulfillment } from './create-fulfillment.ts';
import { findFulfillment } from './find-fulfillment.ts';
import { globalId } from './global-id.ts';
import { lookUpOrder } from './look-up-order.ts';
import { parcelOf } from './parcel.ts';
import { planFulfillment } from './plan-fulfillment.ts';
import { refusedByUser } from './refused-by-user.ts';
import type { UnitsByItem } from './unit-of-item.ts';

/**
 * Tells the shop that goods have left. It looks before it writes, so that publishing again after a lost answer is safe
 * once the lost request has ended; two at the same time are not.
 */
export async function publishShipment(
  admin: AdminClient,
  { channelOrderId, shipment }: { readonly channelOrderId: string; readonly shipment: Shipment },
  {
    notifyCustomer,
    units,
    ...call
  }: Call & { readonly notifyCustomer: boolean; readonly units?: UnitsByItem | undefined },
): Promise<PublishOutcome> {
  const id = globalId('Order', channelOrderId);
  if (id === undefined) {
    return { status: 'failed', failure: admin.fail('not-found', `${channelOrderId} is no id of a Shopify order`) };
  }
  const sized = parcelOf(shipment, units);
  if (!sized.ok) return { status: 'rejected', reason: sized.reason, message: sized.message };
  const { parcel } = sized;
  const order = await lookUpOrder(admin, id, call);
  if (!order.ok) return { status: 'failed', failure: order.failure };
  const known = await findFulfillment(admin, parcel, order.data.fulfillments, call);
  if (!known.ok) return { status: 'failed', failure: known.failure };
  if (known.data !== undefined) return { status: 'already', id: known.data.id };
  const plan = planFulfillment(parcel, order.data.fulfillmentOrders);
  if (plan.status === 'onHold') return { status: 'failed', failure: admin.fail('business-hold', plan.message) };
  if (plan.status === 'rejected') return plan;

  const { name, scac } = shipment.carrier;
  const trackingInfo = { company: name ?? scac, numbers: parcel.numbers };
  const { lineItemsByFulfillmentOrder } = plan;
  const fulfillment = { lineItemsByFulfillmentOrder, notifyCustomer, trackingInfo };
  const answer = await admin.run(createFulfillment, { fulfillment }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const { fulfillmentCreate: made } = answer.data;
  const refused = refusedByUser(made?.userErrors);
  if (refused !== undefined) return refused;
  if (made?.fulfillment) return { status: 'published', id: made.fulfillment.id };
  const failure = admin.fail('contract-drift', 'neither a fulfillment nor an error came', { safeToReplay: true });
  return { status: 'unknown', failure };
}
