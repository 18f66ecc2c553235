import { items } from './data/items.ts';
import { placeOf } from './data/places.ts';
import { decimal } from './decimal.ts';
import { type ShopLine, type ShopOrder, shopOrder } from './shop-order-body.ts';

const orders: readonly ShopOrder[] = [
  {
    number: 2041,
    purchaseOrder: 'BHC-1187',
    companyId: 5500100001,
    place: placeOf('shop', '7700100001'),
    at: '2026-11-04T11:12:05-05:00',
    lines: [line('KT-1001', 6), line('KT-1003', 12), line('LN-2007', 8), line('KT-1004', 24)],
  },
  {
    number: 2042,
    purchaseOrder: 'PL 2026/44',
    companyId: 5500100002,
    place: placeOf('shop', '7700100002'),
    at: '2026-11-12T09:47:31-05:00',
    lines: [line('LN-2004', 4), line('LN-2005', 8), line('LN-2006', 6)],
  },
];

/** What the shop orders ask for, for the stock to hold. */
export const shopLines: readonly ShopLine[] = orders.flatMap(({ lines }) => lines);

/** The bodies of the `orders/create` webhook by file name. */
export function shopOrders(): Record<string, object> {
  return Object.fromEntries(orders.map((order) => [`shop-order-${order.number}.json`, shopOrder(order)]));
}

function line(sku: string, quantity: number): ShopLine {
  const item = items.find((candidate) => candidate.sku === sku);
  if (item === undefined) throw new RangeError(`no item ${sku}`);
  return { sku, quantity, price: decimal(item.price), description: item.description };
}
