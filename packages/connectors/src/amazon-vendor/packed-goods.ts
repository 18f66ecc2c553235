import type { PackedItem, Quantity, Shipment } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import { noonOf } from '../amazon/noon-of.ts';
import { present } from '../port/present.ts';
import type { Faults } from './faults.ts';
import { encodeQuantity } from './item-quantity.ts';

/** What was shipped, item by item, and what of it lies in a unit, by the item's number in the list. */
export interface PackedGoods {
  readonly items: readonly object[];
  inUnit(unitId: string): readonly object[];
}

interface Goods {
  readonly number: string;
  readonly first: PackedItem;
  readonly packed: PackedItem[];
}

/**
 * Amazon lists each item of the shipment once (`shippedItems`) and refers to it by its number where it lies
 * (`ContainerItem.itemReference`). One line with two lots or expiry days is two items.
 */
export function packedGoods({ items }: Shipment, faults: Faults): PackedGoods {
  const all = new Map<string, Goods>();
  for (const item of items) {
    const key = keyOf(item);
    const known = all.get(key);
    if (known === undefined)
      all.set(key, { number: String(all.size + 1).padStart(3, '0'), first: item, packed: [item] });
    else known.packed.push(item);
  }
  const goods = [...all.values()];
  return {
    items: goods.map((one) => itemOf(one, faults)),
    inUnit: (unitId) =>
      goods.flatMap(({ number, packed }) => {
        const here = packed.filter((item) => item.unitId === unitId);
        if (here.length === 0) return [];
        return [{ itemReference: number, shippedQuantity: faults.take(quantityOf(here)) }];
      }),
  };
}

function keyOf({ orderNumber, lineId, lot, expiresOn, manufacturedOn, quantity, countryOfOrigin }: PackedItem): string {
  return JSON.stringify([orderNumber, lineId, lot, expiresOn, manufacturedOn, quantity.unit, countryOfOrigin]);
}

function itemOf({ number, first, packed }: Goods, faults: Faults): object {
  const { ids, orderNumber, lot, countryOfOrigin } = first;
  return present({
    itemSequenceNumber: number,
    amazonProductIdentifier: ids.find(({ scheme }) => scheme === 'buyer')?.value,
    vendorProductIdentifier: ids.find(({ scheme }) => scheme === 'seller')?.value,
    shippedQuantity: faults.take(quantityOf(packed)),
    itemDetails: present({
      purchaseOrderNumber: orderNumber,
      lotNumber: lot,
      countryOfOrigin,
      expiry: expiryOf(first),
    }),
  });
}

function quantityOf(packed: readonly PackedItem[]): ReturnType<typeof encodeQuantity> {
  const [first] = packed;
  const total: Quantity = {
    value: sum(packed.map(({ quantity }) => quantity.value)),
    unit: first?.quantity.unit ?? 'C62',
  };
  return encodeQuantity(total, ['items', 'quantity'], first?.packSize);
}

function expiryOf({ expiresOn, manufacturedOn }: PackedItem): object | undefined {
  if (expiresOn === undefined && manufacturedOn === undefined) return undefined;
  return present({
    manufacturerDate: manufacturedOn && noonOf(manufacturedOn),
    expiryDate: expiresOn && noonOf(expiresOn),
  });
}
