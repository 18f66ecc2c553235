import type { InventoryAvailability } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import { sellerItem } from '../order/seller-item.ts';
import type { WriteCall } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';

/** Most source items in one request; Commerce's own default limit for bulk input (Web API guide, Input limiting). */
const mostItems = 500;

/** An item at a source (OpenAPI 2.4.8, inventory-api-data-source-item-interface). */
export interface SourceItem {
  readonly sku: string;
  readonly source_code: string;
  readonly quantity: number;
  /** 1 in stock, 0 out of stock. */
  readonly status: 0 | 1;
}

/** Sets what is on hand at each source. A source item is known by SKU and source: sent twice it changes nothing. */
export async function publishInventory(
  client: VendorClient,
  { availability, sourceCode }: { readonly availability: InventoryAvailability; readonly sourceCode: string },
  call: WriteCall,
): Promise<PublishOutcome> {
  const encoded = encodeSourceItems(availability, sourceCode);
  if (!encoded.ok) return { status: 'rejected', reason: encoded.reason, message: `Adobe Commerce: ${encoded.message}` };
  for (let from = 0; from < encoded.items.length; from += mostItems) {
    const body = { sourceItems: encoded.items.slice(from, from + mostItems) };
    const request = { method: 'POST', path: '/inventory/source-items', body, operation: 'inventory.publish' } as const;
    const answer = await client.call('write', request, call);
    if (!answer.ok) {
      const { failure } = answer;
      if (failure.class === 'validation') return { status: 'rejected', reason: 'validation', message: failure.message };
      if (failure.safeToReplay) return { status: 'failed', failure };
      return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
    }
    if (!Array.isArray(answer.json) || answer.json.length > 0) {
      const failure = client.fail('contract-drift', 'an empty list was to come', { safeToReplay: true });
      return { status: 'unknown', failure };
    }
  }
  return { status: 'published', id: availability.number };
}

/** Pure: the source items of a report. Only `onHand` is a number that Commerce can be told: it works out what is salable. */
export function encodeSourceItems(
  { items }: Pick<InventoryAvailability, 'items'>,
  sourceCode: string,
):
  | { readonly ok: true; readonly items: readonly SourceItem[] }
  | { readonly ok: false; readonly reason: string; readonly message: string } {
  const found: SourceItem[] = [];
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
    // A decimal of 12 digits, 4 of them behind the point (inventory_source_item.quantity).
    if (!/^\d{1,8}(\.\d{1,4})?$/.test(value))
      return { ok: false, reason: 'quantity', message: `${sku}: ${value} pieces` };
    const source = item.location?.value ?? sourceCode;
    found.push({ sku, source_code: source, quantity: Number(value), status: isZero(value) ? 0 : 1 });
  }
  return { ok: true, items: found };
}
