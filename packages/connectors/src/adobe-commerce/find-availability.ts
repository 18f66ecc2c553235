import type { AvailableItem } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { searchAll } from './search.ts';

const sourceItemWire = z.object({ sku: z.string(), source_code: z.string(), quantity: numberOrDecimal });

/** Most SKUs in one search, so that its address stays short enough. */
const mostSkus = 20;

/**
 * Stock of two kinds (Multi-Source Inventory): on hand at each source, and what may be sold of the whole stock `stockId`,
 * which is less what orders have reserved. The second has no place and is left out where places are asked for.
 */
export async function findAvailability(
  client: VendorClient,
  { items, locations }: AvailabilityQuery,
  { now, stockId, ...call }: Call & { readonly now: string; readonly stockId: number },
): Promise<AvailabilityOutcome> {
  const wanted = [...new Set(items)];
  const found: AvailableItem[] = [];
  const told = new Set<string>();
  for (let from = 0; from < wanted.length; from += mostSkus) {
    const filter = (field: string) => (value: string) => ({ field, value, condition: 'eq' as const });
    const skus = wanted.slice(from, from + mostSkus);
    const places = locations === undefined ? [] : [locations.map(filter('source_code'))];
    const answer = await searchAll(
      client,
      {
        path: '/inventory/source-items',
        groups: [skus.map(filter('sku')), ...places],
        sort: ['source_item_id'],
        pageSize: 100,
        operation: 'inventory.availability',
        row: sourceItemWire,
      },
      call,
    );
    if (!answer.ok) return { status: 'failed', failure: answer.failure };
    for (const { sku, source_code: source, quantity } of answer.rows) {
      if (!skus.includes(sku)) continue;
      told.add(sku);
      found.push(itemOf(sku, 'onHand', quantity, source));
    }
  }
  if (told.size === 0) return { status: 'notFound' };
  for (const sku of locations === undefined ? told : []) {
    const salable = await salableOf(client, { sku, stockId }, call);
    if (typeof salable !== 'string') return { status: 'failed', failure: salable };
    found.push(itemOf(sku, 'salable', salable, undefined));
  }
  const missing = items.filter((item) => !told.has(item));
  return {
    status: 'found',
    availability: { ...report, number: `adobe-commerce-${now}`, asOf: now, items: found },
    missing,
  };
}

const report = {
  kind: 'inventoryAvailability' as const,
  version: '1' as const,
  purpose: 'original' as const,
  extent: 'partial' as const,
  parties: {},
  references: [],
};

async function salableOf(
  client: VendorClient,
  { sku, stockId }: { readonly sku: string; readonly stockId: number },
  call: Call,
): Promise<string | ConnectorFailure> {
  const path = `/inventory/get-product-salable-quantity/${encodeURIComponent(sku)}/${stockId}`;
  const answer = await client.call('read', { method: 'GET', path, operation: 'inventory.availability' }, call);
  if (!answer.ok) return answer.failure;
  const read = numberOrDecimal.safeParse(answer.json);
  if (read.success) return read.data;
  return client.fail('contract-drift', `${sku}: what may be sold is no number`, { safeToReplay: true });
}

function itemOf(sku: string, type: 'onHand' | 'salable', value: string, source: string | undefined): AvailableItem {
  return {
    ids: [{ scheme: 'seller', value: sku }],
    ...(source === undefined ? {} : { location: { scheme: 'channel', value: source } }),
    quantities: [{ type, quantity: { value, unit: 'C62' } }],
  };
}
