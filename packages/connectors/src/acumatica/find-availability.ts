import { type AvailableItem, validate } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimalValue } from './decimal-value.ts';
import { errorOf } from './error-of.ts';
import type { Tenant } from './tenant.ts';
import { textValue } from './text-value.ts';

const row = z.object({
  WarehouseID: textValue,
  BaseUOM: textValue,
  QtyOnHand: decimalValue,
  QtyAvailableForShipment: decimalValue,
  QtyNotAvailable: decimalValue,
});

/** What is read of `InventorySummaryInquiry`, with its entity Results. */
const inquiry = z.object({ Results: z.array(row) });

type Row = z.output<typeof row>;

/**
 * Stock by item and warehouse, of the inquiry of form IN401000 ("Inventory Summary"), which is a PUT with criteria and changes
 * nothing; it takes one item, so that each is a request. `QtyOnHand` is `onHand`; `QtyAvailableForShipment` is `salable`: what is
 * on hand less what was shipped, allocated or lies at places that do not count; `QtyNotAvailable`, at those places, is
 * `unsalable`. `QtyAvailable` is left out: what it counts (purchase orders, say) is a rule of each item class.
 */
export async function findAvailability(
  tenant: Tenant,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const found: AvailableItem[] = [];
  const missing: string[] = [];
  for (const item of items) {
    const read = await readItem(tenant, item, call);
    if (!read.ok) return { status: 'failed', failure: read.failure };
    if (read.rows === undefined) missing.push(item);
    else found.push(...placesOf(item, read.rows, tenant, locations));
  }
  if (missing.length === items.length) return { status: 'notFound' };
  return {
    status: 'found',
    missing,
    availability: {
      kind: 'inventoryAvailability',
      version: '1',
      purpose: 'original',
      number: `acumatica-${now}`,
      extent: 'partial',
      asOf: now,
      parties: {},
      references: [],
      items: found,
    },
  };
}

/** The rows of one item; undefined where Acumatica does not know it. */
async function readItem(
  { client }: Tenant,
  item: string,
  call: Call,
): Promise<
  | { readonly ok: true; readonly rows: readonly Row[] | undefined }
  | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const path = '/InventorySummaryInquiry';
  const request = {
    method: 'PUT',
    path,
    query: { $expand: 'Results' },
    body: { InventoryID: { value: item } },
  } as const;
  const answer = await client.call('read', { ...request, operation: 'inventory.availability' }, call);
  if (!answer.ok) {
    return isUnknown(answer.failure.message) ? { ok: true, rows: undefined } : { ok: false, failure: answer.failure };
  }
  const said = errorOf(answer.json)?.message;
  if (said !== undefined && isUnknown(said)) return { ok: true, rows: undefined };
  const read = validate(inquiry, answer.json);
  if (read.ok && said === undefined) return { ok: true, rows: read.value.Results };
  const text = `the answer cannot be read: ${said ?? read.issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}

function isUnknown(message: string): boolean {
  return message.includes('cannot be found in the system');
}

/** One item at each warehouse, its locations together. A row without a warehouse is the form's total. */
function placesOf(
  item: string,
  rows: readonly Row[],
  { units }: Tenant,
  locations: readonly string[] | undefined,
): readonly AvailableItem[] {
  const warehouses = [...new Set(rows.flatMap(({ WarehouseID }) => WarehouseID ?? []))];
  const wanted = locations === undefined ? warehouses : warehouses.filter((one) => locations.includes(one));
  return wanted.map((warehouse): AvailableItem => {
    const place = rows.filter(({ WarehouseID }) => WarehouseID === warehouse);
    const unit = place.find(({ BaseUOM }) => BaseUOM !== undefined)?.BaseUOM ?? '';
    const total = (field: 'QtyOnHand' | 'QtyAvailableForShipment' | 'QtyNotAvailable') => ({
      value: sum(place.map((one) => one[field] ?? '0')),
      unit: unitOf(units, unit),
    });
    return {
      ids: [{ scheme: 'seller', value: item }],
      location: { scheme: 'erp', value: warehouse },
      quantities: [
        { type: 'onHand', quantity: total('QtyOnHand') },
        { type: 'salable', quantity: total('QtyAvailableForShipment') },
        { type: 'unsalable', quantity: total('QtyNotAvailable') },
      ],
    };
  });
}
