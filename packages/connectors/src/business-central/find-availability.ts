import { validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import { readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { unitOf } from '../unit/unit-of.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import type { Company } from './company.ts';

/** So many items fit in one address. */
const mostItems = 40;
const wire = z.array(
  z.object({ number: z.string().min(1), inventory: numberOrDecimal, baseUnitOfMeasureCode: z.string().min(1) }),
);

/**
 * What lies there of items, all locations together: `inventory` of `item` is the sum of its ledger entries. What orders have
 * been promised is still in it. API v2.0 does not tell it by location, so that a query for some of them is refused.
 */
export async function findAvailability(
  { client, root, units }: Company,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  if (locations !== undefined) {
    const failure = client.fail('config', 'API v2.0 tells the stock of all locations together', { safeToReplay: true });
    return { status: 'failed', failure };
  }
  const rows: z.output<typeof wire> = [];
  for (let from = 0; from < items.length; from += mostItems) {
    const any = items.slice(from, from + mostItems).map((item) => `number eq ${odataText(item)}`);
    const query = { $filter: any.join(' or '), $select: 'number,inventory,baseUnitOfMeasureCode' };
    const operation = 'inventory.availability';
    const read = await readRows(client, { path: `${root}/items`, query, operation }, call);
    if (!read.ok) return { status: 'failed', failure: read.failure };
    const some = validate(wire, read.value);
    if (!some.ok) {
      const text = `the answer cannot be read: ${some.issues[0]?.message ?? 'it has another shape'}`;
      return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    rows.push(...some.value);
  }
  const known = rows.filter(({ number }) => items.includes(number));
  if (known.length === 0) return { status: 'notFound' };
  const told = new Set(known.map(({ number }) => number));
  const availability = {
    kind: 'inventoryAvailability' as const,
    version: '1' as const,
    purpose: 'original' as const,
    number: `business-central-${now}`,
    extent: 'partial' as const,
    asOf: now,
    parties: {},
    references: [],
    items: known.map(({ number, inventory: value, baseUnitOfMeasureCode: code }) => ({
      ids: [{ scheme: 'seller' as const, value: number }],
      quantities: [{ type: 'onHand' as const, quantity: { value, unit: unitOf(units, code) } }],
    })),
  };
  return { status: 'found', availability, missing: items.filter((item) => !told.has(item)) };
}
