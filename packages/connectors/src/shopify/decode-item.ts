import type { Item } from '@dist/canonical';
import { normalize } from '@dist/canonical/arithmetic';
import { present } from '../port/present.ts';
import { numberOfId } from './number-of-id.ts';
import type { VariantNode } from './variant-queries.ts';

/** Pure: a variant as an item. A barcode is a GTIN where it has the length and the digits of one. */
export function decodeItem({ id, sku, barcode, displayName, price, product, inventoryItem }: VariantNode): Item {
  const gtin = barcode !== undefined && /^(\d{8}|\d{12,14})$/.test(barcode);
  return present({
    sku: sku ?? numberOfId(id),
    ids: [
      { scheme: 'channel' as const, value: numberOfId(id) },
      ...(gtin ? [{ scheme: 'gtin' as const, value: barcode }] : []),
    ],
    description: displayName,
    baseUnit: 'C62',
    conversions: [],
    price: normalize(price),
    status: product.status === 'ARCHIVED' ? ('discontinued' as const) : ('active' as const),
    countryOfOrigin: inventoryItem.countryCodeOfOrigin,
  });
}
