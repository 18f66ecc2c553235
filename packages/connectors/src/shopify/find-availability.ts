import type { AvailabilityType, AvailableItem } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import type { AdminClient } from './admin-client.ts';
import { globalId } from './global-id.ts';
import type { InventoryItem } from './inventory-queries.ts';
import { numberOfId } from './number-of-id.ts';
import { readInventory } from './read-inventory.ts';

/** Stock by item and location, in pieces. A location is known by its number, of scheme `channel`. */
export async function findAvailability(
  admin: AdminClient,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const found = await readInventory(admin, items, call);
  if (!found.ok) return { status: 'failed', failure: found.failure };
  if (found.data.length === 0) return { status: 'notFound' };
  const places = locations?.map((location) => globalId('Location', location));
  const rows = found.data.flatMap((item) => rowsOf(item, places));
  const missing = items.filter((sku) => !found.data.some((item) => item.sku === sku));
  if (rows.length === 0) return { status: 'notFound' };
  return {
    status: 'found',
    missing,
    availability: {
      kind: 'inventoryAvailability',
      version: '1',
      purpose: 'original',
      number: `shopify-${now}`,
      extent: 'partial',
      asOf: now,
      parties: {},
      references: [],
      items: rows,
    },
  };
}

/**
 * What Shopify's names of quantities are (Shopify: Inventory states): `available` can be sold; on hand is available and
 * committed and reserved and damaged and safety stock and quality control.
 */
const types: readonly (readonly [AvailabilityType, readonly string[]])[] = [
  ['onHand', ['on_hand']],
  ['salable', ['available']],
  ['allocated', ['committed']],
  ['reserved', ['reserved', 'safety_stock']],
  ['inbound', ['incoming']],
  ['unsalable', ['damaged', 'quality_control']],
];

function rowsOf(
  { id, sku, inventoryLevels }: InventoryItem,
  places: readonly (string | undefined)[] | undefined,
): AvailableItem[] {
  return inventoryLevels.nodes
    .filter(({ location }) => places === undefined || places.includes(location.id))
    .map(({ location, quantities }) => ({
      ids: [
        { scheme: 'seller' as const, value: sku ?? '' },
        { scheme: 'channel' as const, value: id },
      ],
      location: { scheme: 'channel' as const, value: numberOfId(location.id) },
      quantities: types.flatMap(([type, names]) => {
        const told = quantities.filter(({ name }) => names.includes(name)).map(({ quantity }) => String(quantity));
        return told.length === 0 ? [] : [{ type, quantity: { value: sum(told), unit: 'C62' } }];
      }),
    }))
    .filter(({ quantities }) => quantities.length > 0);
}
