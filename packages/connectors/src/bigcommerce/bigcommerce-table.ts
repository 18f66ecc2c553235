import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'bigcommerce';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'official',
  tested: 'test/bigcommerce/contract.test.ts',
} as const;
const missing = { system, live: false, implemented: false, specified: 'none' } as const;
const v2 = 'BigCommerce, OpenAPI orders.v2';
const v3 = 'BigCommerce, OpenAPI';

/** What of BigCommerce is there. */
export const bigcommerceTable: readonly ContractCell[] = [
  {
    ...missing,
    operation: 'orders.submit',
    source: `${v2}: POST /orders`,
    note: 'Buyers place orders in the store, and they come in by orders.list. POST /v2/orders is for stores that import orders of other channels, which are an ERP’s here.',
  },
  {
    ...there,
    operation: 'orders.list',
    source: `${v2}: GET /orders, /orders/{id}/products, /orders/{id}/shipping_addresses`,
    note: 'By date_modified. Companies and purchase order numbers of B2B Edition, which is another host with objects of its own, are not read: not verified.',
  },
  { ...there, operation: 'orders.find', source: `${v2}: GET /orders?external_order_id=` },
  { ...there, operation: 'orders.status', source: `${v2}: GET /orders?min_id=&max_id=` },
  {
    ...there,
    operation: 'orders.cancel',
    source: `${v2}: PUT /orders/{id}, status_id 5`,
    note: 'Whole orders only, of which nothing has left.',
  },
  {
    ...there,
    operation: 'orders.change',
    source: `${v2}: PUT /orders/{id}, products`,
    note: 'A line with discounts is refused: BigCommerce takes them off when a line changes.',
  },
  { ...there, operation: 'inventory.availability', source: `${v3} inventory.v3: GET /inventory/items` },
  {
    ...there,
    operation: 'inventory.publish',
    source: `${v3} inventory.v3: PUT /inventory/adjustments/absolute`,
    note: 'What is on hand. Relative adjustments add up when they are sent twice, and are not used.',
  },
  {
    ...missing,
    operation: 'shipments.list',
    source: `${v2}: GET /orders/{id}/shipments`,
    note: 'Shipments are listed order by order only; they come from an ERP or a warehouse.',
  },
  { ...there, operation: 'shipments.publish', source: `${v2}: POST /orders/{id}/shipments` },
  {
    ...missing,
    operation: 'invoices.list',
    source: `${v3} orders.v3`,
    note: 'A store makes no invoices of its own but in B2B Edition, which is not verified.',
  },
  {
    ...there,
    operation: 'invoices.publish',
    source: `${v3} orders.v3: /orders/{id}/metafields`,
    note: 'A metafield of the order, readable by other apps.',
  },
  { ...there, operation: 'customers.find', source: `${v3} customers.v3: GET /customers` },
  { ...there, operation: 'items.find', source: `${v3} catalog/product-variants.v3: GET /catalog/variants` },
  {
    ...there,
    operation: 'webhooks.verify',
    specified: 'transcribed',
    source: 'BigCommerce, HTTPS Webhooks Overview: Webhook signature',
    note: 'Thin: a webhook names a record, which is read again.',
  },
  { ...there, operation: 'health.check', source: `${v2}: GET /orders/count` },
];
