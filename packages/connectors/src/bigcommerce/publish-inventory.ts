import type { InventoryAvailability } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { sellerItem } from '../order/seller-item.ts';
import type { WriteCall } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';

/** Most items of one adjustment (OpenAPI inventory.v3, PUT /inventory/adjustments/absolute). */
const mostItems = 2000;

interface Adjustment {
  readonly location_id: number;
  readonly sku: string;
  readonly quantity: number;
}

/**
 * Sets what is on hand, item by item and location by location, by absolute adjustments: sent twice they change nothing. The
 * relative ones of BigCommerce add up, and are not used.
 */
export async function publishInventory(
  client: VendorClient,
  { availability, locationId }: { readonly availability: InventoryAvailability; readonly locationId: number },
  call: WriteCall,
): Promise<PublishOutcome> {
  const encoded = encodeAdjustments(availability, locationId);
  if (!encoded.ok) return { status: 'rejected', reason: encoded.reason, message: `BigCommerce: ${encoded.message}` };
  let id = '';
  for (let from = 0; from < encoded.items.length; from += mostItems) {
    const body = { reason: availability.number, items: encoded.items.slice(from, from + mostItems) };
    const request = { method: 'PUT', path: '/v3/inventory/adjustments/absolute', body } as const;
    const answer = await client.call('write', { ...request, operation: 'inventory.publish' }, call);
    if (!answer.ok) {
      const { failure } = answer;
      if (failure.class === 'validation') return { status: 'rejected', reason: 'validation', message: failure.message };
      if (failure.safeToReplay) return { status: 'failed', failure };
      return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
    }
    const transaction = textOf(fieldOf(answer.json, 'transaction_id'));
    if (transaction === undefined) {
      const failure = client.fail('contract-drift', 'the answer has no transaction_id', { safeToReplay: true });
      return { status: 'unknown', failure };
    }
    id = transaction;
  }
  return { status: 'published', id };
}

/** Pure: the items of absolute adjustments. Only `onHand` is a number that BigCommerce can be told. */
export function encodeAdjustments(
  { items }: Pick<InventoryAvailability, 'items'>,
  locationId: number,
):
  | { readonly ok: true; readonly items: readonly Adjustment[] }
  | { readonly ok: false; readonly reason: string; readonly message: string } {
  const adjustments: Adjustment[] = [];
  for (const [at, item] of items.entries()) {
    const sku = sellerItem(item);
    if (sku === undefined)
      return { ok: false, reason: 'sku-missing', message: `item ${at} has no number of the seller` };
    const onHand = item.quantities.find(({ type }) => type === 'onHand');
    if (onHand === undefined) {
      return { ok: false, reason: 'on-hand-missing', message: `${sku}: what is on hand is set, and is not told` };
    }
    const { value, unit } = onHand.quantity;
    if (unit !== 'C62') return { ok: false, reason: 'unit', message: `${sku}: counted in pieces, not in ${unit}` };
    if (!/^\d{1,10}$/.test(value))
      return { ok: false, reason: 'quantity-not-whole', message: `${sku}: ${value} pieces` };
    const place = item.location === undefined ? String(locationId) : item.location.value;
    if (!/^\d{1,10}$/.test(place)) {
      return { ok: false, reason: 'location', message: `${sku}: ${place} is no id of a location` };
    }
    adjustments.push({ location_id: Number(place), sku, quantity: Number(value) });
  }
  return { ok: true, items: adjustments };
}
