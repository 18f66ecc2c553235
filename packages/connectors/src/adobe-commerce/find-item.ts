import type { Item } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { findOne } from './find-one.ts';

const productWire = z.object({
  id: z.number().int().positive(),
  sku: z.string().min(1),
  name: optionalText,
  status: z.number().int().nullish(),
});

/** A product by its id or its SKU, which Commerce compares without regard to capitals; here they count. */
export async function findItem(
  client: VendorClient,
  { by, value }: LookUp<'id' | 'sku'>,
  call?: Call,
): Promise<Found<Item>> {
  if (by === 'id' && !/^[1-9]\d{0,9}$/.test(value)) return { status: 'notFound' };
  const found = await findOne(
    client,
    {
      path: '/products',
      filters: [{ field: by === 'id' ? 'entity_id' : 'sku', value, condition: 'eq' }],
      operation: 'items.find',
      row: productWire,
      what: `products with the ${by} ${value}`,
      fits: ({ id, sku }) => (by === 'id' ? String(id) === value : sku.toLowerCase() === value.toLowerCase()),
    },
    call,
  );
  if (found.status !== 'found') return found;
  const { id, sku, name, status } = found.value;
  if (by === 'sku' && sku !== value) return { status: 'notFound' };
  const ids = [
    { scheme: 'seller' as const, value: sku },
    { scheme: 'channel' as const, value: String(id) },
  ];
  // 1 is enabled, 2 disabled (Magento\Catalog\Model\Product\Attribute\Source\Status).
  const known = status === 2 ? ('discontinued' as const) : status === 1 ? ('active' as const) : undefined;
  const item: Item = { sku, ids, description: name ?? sku, baseUnit: 'C62', conversions: [], status: known };
  return { status: 'found', value: present(item) };
}
