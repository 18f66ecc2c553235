import type { PlacedLine } from '../placed-order.ts';

/** A product of an order in the fake. */
export interface FakeProduct {
  readonly id: number;
  readonly order_id: number;
  readonly order_address_id: number;
  readonly sku: string;
  quantity: number;
  quantity_shipped: number;
  applied_discounts: readonly { readonly id: string; readonly amount: string; readonly name: string }[];
  [field: string]: unknown;
}

/** A shipment of an order in the fake. */
export interface FakeShipment {
  readonly id: number;
  readonly order_id: number;
  readonly items: readonly { readonly order_product_id: number; readonly quantity: number }[];
  [field: string]: unknown;
}

/** An order in the fake; what others see of it is made of this. */
export interface FakeOrder {
  id: number;
  statusId: number;
  externalOrderId: string | null;
  /** In milliseconds since 1970, whole seconds. */
  modifiedAt: number;
  paymentMethod: string;
  currency: string | null;
  products: FakeProduct[];
  shipments: FakeShipment[];
}

/** A metafield of an order in the fake. */
export interface FakeMetafield {
  readonly id: number;
  readonly resource_id: number;
  readonly permission_set: string;
  readonly namespace: string;
  readonly key: string;
  value: string;
}

export interface BigcommerceState {
  readonly orders: FakeOrder[];
  readonly metafields: FakeMetafield[];
  /** What is on hand, by `<location id> <sku>`. */
  readonly stock: Map<string, number>;
  /** How many adjustments there were. */
  adjustments: number;
  readonly customers: readonly Readonly<Record<string, string | number>>[];
  readonly variants: readonly { readonly id: number; readonly product_id: number; readonly sku: string }[];
}

const hour = 3_600_000;
const first = Date.UTC(2026, 1, 2, 8);

/** A store with some orders, two of which changed at the same second each. The first carries a reference of an ERP's. */
export function bigcommerceState(): BigcommerceState {
  const variants = [
    { id: 965, product_id: 565, sku: 'AX-100' },
    { id: 966, product_id: 566, sku: 'AX-200' },
  ];
  return {
    orders: Array.from({ length: 7 }, (_, at) => fakeOrder(2001 + at, first + Math.floor(at / 2) * hour)),
    metafields: [],
    stock: new Map([
      ['1 AX-100', 120],
      ['2 AX-100', 8],
      ['1 AX-200', 0],
    ]),
    adjustments: 0,
    customers: [
      {
        id: 11,
        email: 'ap@northfield.example',
        first_name: 'Jo',
        last_name: 'Sample',
        company: 'Northfield (sample)',
        phone: '',
      },
    ],
    variants,
  };
}

/** An order of two lines that waits for its goods. */
export function fakeOrder(id: number, modifiedAt: number): FakeOrder {
  const product = { order_id: id, order_address_id: 31, quantity_shipped: 0, applied_discounts: [] };
  return {
    id,
    statusId: 11,
    externalOrderId: id === 2001 ? 'kit.PO-1' : null,
    modifiedAt,
    paymentMethod: 'Purchase order',
    currency: 'USD',
    products: [
      { ...product, ...goods('AX-100', 965, '3.2500'), id: id * 10 + 1, quantity: 24 },
      { ...product, ...goods('AX-200', 966, '10.0000'), id: id * 10 + 2, quantity: 2 },
    ],
    shipments: [],
  };
}

/** An order of a buyer, which waits for its goods. */
export function placedOrder(id: number, lines: readonly PlacedLine[], now: number): FakeOrder {
  const product = { order_id: id, order_address_id: 31, quantity_shipped: 0, applied_discounts: [] };
  const products = lines.map(({ sku, name, quantity, price }, at) => ({
    ...product,
    ...goods(sku, 1000 + at, price.toFixed(4)),
    name,
    id: id * 10 + at + 1,
    quantity,
  }));
  return { ...fakeOrder(id, now), externalOrderId: null, products };
}

function goods(sku: string, variantId: number, price: string) {
  return {
    variant_id: variantId,
    product_id: variantId - 400,
    name: `Sample ${sku}`,
    sku,
    upc: '',
    type: 'physical',
    price_ex_tax: price,
    price_inc_tax: price,
    base_price: price,
    wrapping_message: '',
    product_options: [],
    configurable_fields: [],
  };
}
