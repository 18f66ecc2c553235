import type { PlacedLine } from '../placed-order.ts';

/** An item of an order in the fake. */
export interface FakeItem {
  readonly item_id: number;
  readonly parent_item_id?: number;
  readonly sku: string;
  readonly qty_ordered: number;
  qty_shipped: number;
  qty_invoiced: number;
  qty_canceled: number;
  [field: string]: unknown;
}

/** An order in the fake. */
export interface FakeOrder {
  readonly id: number;
  readonly extOrderId: string | null;
  state: string;
  status: string;
  /** In milliseconds since 1970, whole seconds. */
  updatedAt: number;
  currency: string | null;
  items: FakeItem[];
}

/** A shipment or an invoice in the fake, as it is shown. */
export interface FakeDocument {
  readonly entity_id: number;
  readonly order_id: number;
  [field: string]: unknown;
}

export interface AdobeCommerceState {
  readonly orders: FakeOrder[];
  readonly shipments: FakeDocument[];
  readonly invoices: FakeDocument[];
  readonly sourceItems: { readonly sku: string; readonly source_code: string; quantity: number; status: number }[];
  /** What orders have reserved, by SKU. */
  readonly reserved: ReadonlyMap<string, number>;
  readonly customers: readonly object[];
  readonly products: readonly {
    readonly id: number;
    readonly sku: string;
    readonly name: string;
    readonly status: number;
  }[];
}

const hour = 3_600_000;
const first = Date.UTC(2026, 1, 2, 8);

/** A store with some orders, two of which changed at the same second each. The first carries a reference of an ERP's. */
export function adobeCommerceState(): AdobeCommerceState {
  return {
    orders: Array.from({ length: 7 }, (_, at) => fakeOrder(901 + at, first + Math.floor(at / 2) * hour)),
    shipments: [],
    invoices: [],
    sourceItems: [
      { sku: 'AX-100', source_code: 'default', quantity: 120, status: 1 },
      { sku: 'AX-100', source_code: 'north', quantity: 8.5, status: 1 },
      { sku: 'AX-200', source_code: 'default', quantity: 0, status: 0 },
    ],
    reserved: new Map([['AX-100', 24]]),
    customers: [
      {
        id: 77,
        email: 'ap@northfield.example',
        firstname: 'Pat',
        lastname: 'Sample',
        extension_attributes: { company_attributes: { company_id: 5 } },
      },
    ],
    products: [
      { id: 301, sku: 'AX-100', name: 'Sample item', status: 1 },
      { id: 302, sku: 'AX-200', name: 'Another sample item', status: 2 },
    ],
  };
}

/** An order of a simple item and a configurable one, whose simple item is a child. */
export function fakeOrder(id: number, updatedAt: number): FakeOrder {
  const none = { qty_shipped: 0, qty_invoiced: 0, qty_canceled: 0, discount_amount: 0 };
  return {
    id,
    extOrderId: id === 901 ? 'kit.PO-1' : null,
    state: 'processing',
    status: 'processing',
    updatedAt,
    currency: 'USD',
    items: [
      {
        ...none,
        item_id: id * 10 + 1,
        sku: 'AX-100',
        name: 'Sample item',
        product_id: 301,
        qty_ordered: 24,
        price: 3.25,
      },
      { ...none, item_id: id * 10 + 2, sku: 'AX-200', name: 'Another', product_id: 302, qty_ordered: 2, price: 10 },
      {
        ...none,
        item_id: id * 10 + 3,
        parent_item_id: id * 10 + 2,
        sku: 'AX-200',
        name: 'Another',
        product_id: 303,
        qty_ordered: 2,
        price: 0,
      },
    ],
  };
}

/** An order of a buyer, paid and not shipped. */
export function placedOrder(id: number, lines: readonly PlacedLine[], now: number): FakeOrder {
  const items = lines.map(({ sku, name, quantity, price }, at) => ({
    qty_shipped: 0,
    qty_invoiced: 0,
    qty_canceled: 0,
    discount_amount: 0,
    item_id: id * 10 + at + 1,
    sku,
    name,
    product_id: 400 + at,
    qty_ordered: quantity,
    price,
  }));
  return { ...fakeOrder(id, now), extOrderId: null, items };
}
