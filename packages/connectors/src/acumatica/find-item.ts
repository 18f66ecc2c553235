import type { Item, UnitConversion } from '@dist/canonical';
import { divide } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { unitOf } from '../unit/unit-of.ts';
import { findOne } from './find-one.ts';
import { requiredDecimal } from './required-decimal.ts';
import { requiredText } from './required-text.ts';
import type { Tenant } from './tenant.ts';
import { textValue } from './text-value.ts';

const conversion = z.object({
  FromUOM: requiredText,
  ToUOM: requiredText,
  ConversionFactor: requiredDecimal,
  MultiplyOrDivide: requiredText,
});

/** What is read of `StockItem`, with its entity UOMConversions. */
const schema = z.object({
  InventoryID: requiredText,
  Description: textValue,
  BaseUOM: requiredText,
  ItemStatus: textValue,
  UOMConversions: z.array(conversion).nullish(),
});

type Wire = z.output<typeof schema>;

/** A stock item by its Inventory ID. Its barcodes are details, by which the API does not filter ($filter Parameter). */
export async function findItem(tenant: Tenant, { value }: LookUp<'sku'>, call?: Call): Promise<Found<Item>> {
  const query = {
    $filter: `InventoryID eq ${odataText(value)}`,
    $expand: 'UOMConversions',
    $select:
      'InventoryID,Description,BaseUOM,ItemStatus,UOMConversions/FromUOM,UOMConversions/ToUOM,UOMConversions/ConversionFactor,UOMConversions/MultiplyOrDivide',
  };
  const request = {
    path: '/StockItem',
    query,
    operation: 'items.find',
    schema,
    what: `items have the number ${value}`,
  };
  const found = await findOne(tenant, request, ({ InventoryID }) => InventoryID === value, call);
  if (found.status !== 'found') return found;
  const { InventoryID, Description, BaseUOM, ItemStatus } = found.wire;
  return {
    status: 'found',
    value: {
      sku: InventoryID,
      ids: [],
      description: Description ?? '',
      baseUnit: unitOf(tenant.units, BaseUOM),
      conversions: conversionsOf(found.wire, tenant),
      status: ItemStatus === 'Active' || ItemStatus === undefined ? 'active' : 'discontinued',
    },
  };
}

/** `CASE` to `PIECE`, 12, Multiply: a case holds twelve. Divide: a unit of which twelve make the base unit. */
function conversionsOf({ UOMConversions, BaseUOM }: Wire, { units }: Tenant): UnitConversion[] {
  return (UOMConversions ?? [])
    .filter(({ FromUOM, ToUOM }) => ToUOM === BaseUOM && FromUOM !== BaseUOM)
    .map(({ FromUOM, ConversionFactor, MultiplyOrDivide }) => ({
      unit: unitOf(units, FromUOM),
      baseUnits: MultiplyOrDivide === 'Divide' ? divide('1', ConversionFactor, 6) : ConversionFactor,
    }));
}
