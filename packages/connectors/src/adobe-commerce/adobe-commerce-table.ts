import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'adobe-commerce';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'official',
  tested: 'test/adobe-commerce/contract.test.ts',
} as const;
const missing = { system, live: false, implemented: false, specified: 'none' } as const;
const rest = 'Adobe Commerce, Admin REST OpenAPI 2.4.8';

/** What of Adobe Commerce is there. */
export const adobeCommerceTable: readonly ContractCell[] = [
  {
    ...missing,
    operation: 'orders.submit',
    source: `${rest}: POST /V1/orders, PUT /V1/orders/create; GraphQL 2.4.8: placeOrder, placePurchaseOrder`,
    note: 'An order is a cart that is placed, and the cart is gone then: no field of ours goes in with it, and orders are not searched for by the purchase order number of their payment, so that a lost answer cannot be looked up. POST /V1/orders saves a record past the checkout.',
  },
  {
    ...there,
    operation: 'orders.list',
    source: `${rest}: GET /V1/orders`,
    note: 'By updated_at; ends by total_count, since a page behind the last one repeats it.',
  },
  {
    ...there,
    operation: 'orders.find',
    source: `${rest}: GET /V1/orders, ext_order_id or increment_id`,
  },
  { ...there, operation: 'orders.status', source: `${rest}: GET /V1/orders, entity_id` },
  {
    ...there,
    operation: 'orders.cancel',
    source: `${rest}: POST /V1/orders/{id}/cancel`,
    note: 'Whole orders: what is neither shipped nor invoiced.',
  },
  {
    ...missing,
    operation: 'orders.change',
    source: `${rest}: PUT /V1/orders/create, PUT /V1/orders/{parent_id}`,
    note: 'No operation changes lines of an order that was placed; the first saves records without the rules of the checkout, the second an address.',
  },
  {
    ...there,
    operation: 'inventory.availability',
    source: `${rest}: GET /V1/inventory/source-items, GET /V1/inventory/get-product-salable-quantity/{sku}/{stockId}`,
    note: 'On hand by source, and salable of one stock: two numbers.',
  },
  {
    ...there,
    operation: 'inventory.publish',
    source: `${rest}: POST /V1/inventory/source-items`,
    note: 'What is on hand at a source, absolute.',
  },
  {
    ...missing,
    operation: 'shipments.list',
    source: `${rest}: GET /V1/shipments`,
    note: 'Goods leave by an ERP or a warehouse, which tells the shop (shipments.publish): GET /V1/shipments gives back what was told.',
  },
  { ...there, operation: 'shipments.publish', source: `${rest}: POST /V1/order/{orderId}/ship, GET /V1/shipments` },
  {
    ...missing,
    operation: 'invoices.list',
    source: `${rest}: GET /V1/invoices`,
    note: 'Invoices are made by an ERP, which tells the shop (invoices.publish): GET /V1/invoices gives back what was told.',
  },
  {
    ...there,
    operation: 'invoices.publish',
    source: `${rest}: POST /V1/order/{orderId}/invoice, GET /V1/invoices`,
    note: 'Commerce makes an invoice of its own of the same quantities; its amounts are Commerce’s. Credit memos are refused.',
  },
  { ...there, operation: 'customers.find', source: `${rest}: GET /V1/customers/search` },
  { ...there, operation: 'items.find', source: `${rest}: GET /V1/products` },
  {
    ...there,
    operation: 'webhooks.verify',
    specified: 'transcribed',
    source: 'Adobe, Webhooks signature verification; Adobe I/O Events, Signature Verification for Events',
    note: 'Webhooks of Commerce itself have no id and no time.',
  },
  { ...there, operation: 'health.check', source: `${rest}: GET /V1/store/storeConfigs` },
];
