import { type AvailableItem, validate } from '@dist/canonical';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { unitOf } from '../unit/unit-of.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { type BusinessUnit, fusionRoot } from './business-unit.ts';
import { type ItemWire, readItem } from './read-item.ts';

/** What is read of `availableQuantityDetails`. The first is there from release 24D on. */
const wire = z.object({
  AvailableToReserve: numberOrDecimal.nullish(),
  AvailableToTransact: numberOrDecimal.nullish(),
});

/** Stock is of an inventory organization, and the unit of the item's. */
export interface StockSettings {
  readonly unit: BusinessUnit;
  /** Codes of the inventory organizations that are asked where a query names none. */
  readonly organizations: readonly string[];
  /** Units by their names, which items have in place of codes. */
  readonly unitNames: Readonly<Record<string, string>>;
}

/**
 * Stock by item and inventory organization: a POST that creates nothing ("Create details" of Available Quantity Details), one for
 * each pair. `AvailableToReserve` is `salable`: what is there for new demand; before 24D it is `AvailableToTransact`, of
 * which reservations are taken off, too.
 */
export async function findAvailability(
  { unit, organizations, unitNames }: StockSettings,
  { items, locations = organizations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const found: AvailableItem[] = [];
  const missing: string[] = [];
  for (const item of items) {
    const read = await readItem(unit, item, 'inventory.availability', call);
    if (!read.ok) return { status: 'failed', failure: read.failure };
    if (read.value.length === 0) missing.push(item);
    for (const row of read.value.filter(({ OrganizationCode }) => locations.includes(OrganizationCode))) {
      const stock = await readStock(unit, row, call);
      if (!stock.ok) return { status: 'failed', failure: stock.failure };
      found.push(placeOf(row, stock.salable, unitNames));
    }
  }
  if (missing.length === items.length) return { status: 'notFound' };
  return {
    status: 'found',
    missing,
    availability: {
      kind: 'inventoryAvailability',
      version: '1',
      purpose: 'original',
      number: `oracle-fusion-${now}`,
      extent: 'partial',
      asOf: now,
      parties: {},
      references: [],
      items: found,
    },
  };
}

async function readStock(
  { client }: BusinessUnit,
  { ItemNumber, OrganizationCode }: ItemWire,
  call: Call,
): Promise<
  { readonly ok: true; readonly salable: string } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const path = `${fusionRoot}/availableQuantityDetails`;
  const request = { method: 'POST', path, body: { OrganizationCode, ItemNumber }, operation: 'inventory.availability' };
  const answer = await client.call('read', { ...request, method: 'POST' }, call);
  if (!answer.ok) return answer;
  const read = validate(wire, answer.json);
  const salable = read.ok ? (read.value.AvailableToReserve ?? read.value.AvailableToTransact) : undefined;
  if (salable !== undefined && salable !== null) return { ok: true, salable };
  const text = 'the answer cannot be read: expected is AvailableToReserve or AvailableToTransact';
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}

function placeOf(
  { ItemNumber, OrganizationCode, PrimaryUOMValue: name }: ItemWire,
  value: string,
  unitNames: StockSettings['unitNames'],
): AvailableItem {
  return {
    ids: [{ scheme: 'seller', value: ItemNumber }],
    location: { scheme: 'erp', value: OrganizationCode },
    quantities: [{ type: 'salable', quantity: { value, unit: unitOf(unitNames, name) } }],
  };
}
