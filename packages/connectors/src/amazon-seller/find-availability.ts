import type { InventoryAvailability } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { findListing, type ListingAccount } from './find-listing.ts';

/**
 * What buyers may buy, as the listings say it: `salable`, in pieces, by fulfillment channel (`DEFAULT` is the seller's own
 * stock). One request for each item.
 */
export async function findAvailability(
  account: ListingAccount,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const found: InventoryAvailability['items'] = [];
  const missing: string[] = [];
  for (const item of items) {
    const listing = await findListing(account, item, { ...call, operation: 'inventory.availability' });
    if (listing.status === 'failed') return listing;
    if (listing.status === 'notFound') {
      missing.push(item);
      continue;
    }
    for (const { fulfillmentChannelCode: channel, quantity } of listing.value.fulfillmentAvailability ?? []) {
      if (quantity === undefined || locations?.includes(channel) === false) continue;
      found.push({
        ids: [{ scheme: 'seller', value: item }],
        location: { scheme: 'channel', value: channel },
        quantities: [{ type: 'salable', quantity: { value: String(quantity), unit: 'C62' } }],
      });
    }
  }
  if (missing.length === items.length) return { status: 'notFound' };
  const head = { kind: 'inventoryAvailability', version: '1', purpose: 'original', extent: 'partial' } as const;
  const availability = {
    ...head,
    number: `amazon-seller-${now}`,
    asOf: now,
    parties: {},
    references: [],
    items: found,
  };
  return { status: 'found', availability, missing };
}
