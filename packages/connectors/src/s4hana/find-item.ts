import { type Item, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { unitOf } from '../unit/unit-of.ts';
import { odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';
import type { UnitTable } from './unit-table.ts';

const path = '/API_PRODUCT_SRV/A_Product';

const product = z.object({
  Product: z.string().min(1),
  BaseUnit: z.string().min(1),
  IsMarkedForDeletion: z.boolean().nullish(),
  to_Description: z
    .object({ results: z.array(z.object({ Language: z.string(), ProductDescription: z.string() })) })
    .optional(),
});

/** A product by its number. */
export async function findItem(
  client: VendorClient,
  { units, language }: { readonly units: UnitTable; readonly language: string },
  { value }: LookUp<'sku'>,
  call?: Call,
): Promise<Found<Item>> {
  const query = {
    $filter: `Product eq ${odataText(value)}`,
    $expand: 'to_Description',
    $top: '2',
    $format: 'json',
  };
  const answer = await client.call('read', { method: 'GET', path, query, operation: 'items.find' }, call);
  const read = odataResults(client, answer);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const list = validate(z.array(product), read.value);
  if (!list.ok) {
    const text = `the answer cannot be read: ${list.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const found = list.value.find(({ Product }) => Product === value);
  if (found === undefined) return { status: 'notFound' };
  const texts = found.to_Description?.results ?? [];
  const description = texts.find(({ Language }) => Language === language) ?? texts[0];
  return {
    status: 'found',
    value: {
      sku: found.Product,
      ids: [],
      description: description?.ProductDescription ?? '',
      baseUnit: unitOf(units, found.BaseUnit),
      conversions: [],
      status: found.IsMarkedForDeletion === true ? 'discontinued' : 'active',
    },
  };
}
