import type { InventoryAvailability } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { optionalText } from '../wire/optional-text.ts';
import { v3Page } from './v3-page.ts';

const count = z.number().int();
const itemWire = z.object({
  identity: z.object({ sku: optionalText }),
  locations: z.array(z.object({ location_id: count, available_to_sell: count, total_inventory_onhand: count })),
});

type ItemWire = z.output<typeof itemWire>;

/** Most SKUs in one request, so that its address stays short enough. */
const mostSkus = 50;
const limit = 1000;

/**
 * Stock by item and location (its id), in pieces: on hand, and what may be sold of it, which is on hand less the safety
 * stock (OpenAPI inventory.v3).
 */
export async function findAvailability(
  client: VendorClient,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  // A comma parts the SKUs of a filter; BigCommerce has no way to write one inside.
  const askable = [...new Set(items)].filter((item) => item !== '' && !item.includes(','));
  const found: ItemWire[] = [];
  for (let from = 0; from < askable.length; from += mostSkus) {
    const wanted = new Set(askable.slice(from, from + mostSkus));
    const filter = {
      'sku:in': [...wanted].join(','),
      ...(locations === undefined ? {} : { 'location_id:in': locations.join(',') }),
    };
    for (let page = 1, pages = 1; page <= pages; page++) {
      const query = { ...filter, page: String(page), limit: String(limit) };
      const request = { path: '/inventory/items', query, operation: 'inventory.availability', row: itemWire };
      const answer = await v3Page(client, request, call);
      if (!answer.ok) return { status: 'failed', failure: answer.failure };
      if (answer.pages > 1000) {
        const failure = client.fail('contract-drift', 'the pages do not end', { safeToReplay: true });
        return { status: 'failed', failure };
      }
      pages = answer.pages;
      found.push(...answer.rows.filter(({ identity }) => wanted.has(identity.sku ?? '')));
    }
  }
  const told = new Set(found.map(({ identity }) => identity.sku));
  if (told.size === 0) return { status: 'notFound' };
  const missing = items.filter((item) => !told.has(item));
  return { status: 'found', availability: availabilityOf(found, now), missing };
}

function availabilityOf(found: readonly ItemWire[], asOf: string): InventoryAvailability {
  const quantity = (value: number) => ({ value: String(value), unit: 'C62' });
  return {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number: `bigcommerce-${asOf}`,
    extent: 'partial',
    asOf,
    parties: {},
    references: [],
    items: found.flatMap(({ identity, locations }) =>
      locations.map((place) => ({
        ids: [{ scheme: 'seller' as const, value: identity.sku ?? '' }],
        location: { scheme: 'channel' as const, value: String(place.location_id) },
        quantities: [
          { type: 'onHand' as const, quantity: quantity(place.total_inventory_onhand) },
          { type: 'salable' as const, quantity: quantity(place.available_to_sell) },
        ],
      })),
    ),
  };
}
