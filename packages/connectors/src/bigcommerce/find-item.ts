import type { Item } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { findOne } from './find-one.ts';

const variantWire = z.object({
  id: z.number().int().positive(),
  sku: z.string().min(1),
  purchasing_disabled: z.boolean().nullish(),
});

/** A variant by its id or its SKU. A variant has no name of its own: its description is its SKU. */
export async function findItem(
  client: VendorClient,
  { by, value }: LookUp<'id' | 'sku'>,
  call?: Call,
): Promise<Found<Item>> {
  if (by === 'id' && !/^[1-9]\d{0,14}$/.test(value)) return { status: 'notFound' };
  const found = await findOne(
    client,
    {
      path: '/catalog/variants',
      filter: { [by]: value },
      operation: 'items.find',
      row: variantWire,
      what: `variants with the ${by} ${value}`,
      fits: ({ id, sku }) => (by === 'id' ? String(id) === value : sku === value),
    },
    call,
  );
  if (found.status !== 'found') return found;
  const { id, sku, purchasing_disabled: disabled } = found.value;
  const ids = [
    { scheme: 'seller' as const, value: sku },
    { scheme: 'channel' as const, value: String(id) },
  ];
  const status = disabled === true ? ('discontinued' as const) : undefined;
  return {
    status: 'found',
    value: present({ sku, ids, description: sku, baseUnit: 'C62', conversions: [], status }),
  };
}
