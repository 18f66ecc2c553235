import { type ShopifyState, shopOrder, type WebhookOrder } from './shop-state.ts';

const day = 86_400_000;

/** A small shop (sample): three orders, an item with stock at two places, a company and a person. */
export function sampleShop(): ShopifyState {
  const now = Date.parse('2026-03-02T08:00:00Z');
  const orders = [1001, 1002, 1003, 1004, 1005, 1006].map((number, index) =>
    // Two of them changed at one instant.
    shopOrder(sampleOrder(number), now - 10 * day + Math.min(index, 4) * 60_000),
  );
  orders[0]?.metafields.set('order_to_cash.external_reference', 'kit.PO-1');
  return {
    orders,
    items: [
      {
        id: 808950810,
        sku: 'AX-100',
        barcode: '4006381333931',
        name: 'Hex bolt',
        price: '3.25',
        stock: new Map([
          ['11', { available: 40, on_hand: 52, committed: 10, reserved: 1, safety_stock: 1, incoming: 100 }],
          ['12', { available: 5, on_hand: 8, damaged: 2, quality_control: 1 }],
        ]),
      },
      {
        id: 808950811,
        sku: 'AX-1000',
        barcode: '',
        name: 'Hex bolt, long',
        price: '4.10',
        stock: new Map([['11', { available: 3, on_hand: 3 }]]),
      },
    ],
    companies: [
      {
        id: 7,
        name: 'A company (sample)',
        externalId: 'C-1',
        locations: [
          { id: 11, name: 'Dock 4', externalId: 'S-1' },
          { id: 12, name: 'Dock 5' },
        ],
      },
    ],
    people: [{ id: 21, name: 'A person (sample)', email: 'buyer@example.com' }],
    edits: new Map(),
    jobs: new Map(),
    keys: new Map(),
    versions: ['2026-01', '2026-04', '2026-07', '2026-10'].map((handle) => ({ handle, supported: true })),
    jobAsks: 1,
    now,
    points: 2000,
    token: 'shpat_secret',
  };
}

function sampleOrder(number: number): WebhookOrder {
  return {
    admin_graphql_api_id: `gid://shopify/Order/${450_000_000 + number}`,
    name: `#${number}`,
    po_number: `PO-${number}`,
    test: false,
    created_at: '2026-02-20T08:00:00-06:00',
    currency: 'USD',
    financial_status: 'paid',
    taxes_included: false,
    total_price: '42.50',
    company: { id: 7, location_id: 11 },
    shipping_address: {
      name: 'Dock 4',
      address1: '1 Example Road',
      city: 'Springfield',
      province_code: 'IL',
      zip: '62701',
      country_code: 'US',
    },
    line_items: [
      {
        admin_graphql_api_id: `gid://shopify/LineItem/${number}1`,
        variant_id: 808950810,
        sku: 'AX-100',
        name: 'Hex bolt',
        quantity: 10,
        price: '3.25',
      },
    ],
    shipping_lines: [{ title: 'Ground', code: 'GROUND', discounted_price: '10.00' }],
    tax_lines: [],
  };
}
