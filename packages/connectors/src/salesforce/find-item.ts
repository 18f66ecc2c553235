import { type Item, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { DecodeOptions } from './decode-order.ts';
import { query } from './query.ts';
import { soqlText } from './soql-text.ts';

const productWire = z.object({
  Id: z.string().min(15),
  Name: z.string(),
  ProductCode: optionalText,
  StockKeepingUnit: optionalText,
  QuantityUnitOfMeasure: optionalText,
  IsActive: z.boolean(),
});

/** A product by its id, or by the field that has the seller's item number. */
export async function findItem(
  client: VendorClient,
  { itemField, units }: Pick<DecodeOptions, 'itemField' | 'units'>,
  { by, value }: LookUp<'id' | 'sku'>,
  call: Call = {},
): Promise<Found<Item>> {
  const field = by === 'id' ? 'Id' : itemField;
  const fields = 'Id, Name, ProductCode, StockKeepingUnit, QuantityUnitOfMeasure, IsActive';
  const soql = `SELECT ${fields} FROM Product2 WHERE ${field} = ${soqlText(value)} LIMIT 2`;
  const read = await query(client, soql, { ...call, operation: 'items.find' });
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [record, second] = read.records;
  if (record === undefined) return { status: 'notFound' };
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two products have the ${field} ${value}`) };
  }
  const product = validate(productWire, record);
  const word = product.ok ? product.value.QuantityUnitOfMeasure : undefined;
  const baseUnit = word === undefined ? 'C62' : Object.hasOwn(units, word) ? units[word] : undefined;
  if (!product.ok || baseUnit === undefined) {
    const reason = product.ok ? `"${word}" is no known unit` : (product.issues[0]?.message ?? 'it has another shape');
    const failure = client.fail('contract-drift', `the product cannot be read: ${reason}`, { safeToReplay: true });
    return { status: 'failed', failure };
  }
  const { Id, Name, IsActive } = product.value;
  return {
    status: 'found',
    value: {
      sku: product.value[itemField] ?? Id,
      ids: [{ scheme: 'channel', value: Id }],
      description: Name,
      baseUnit,
      conversions: [],
      status: IsActive ? 'active' : 'discontinued',
    },
  };
}
