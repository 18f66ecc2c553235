import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'shopify';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'official',
  tested: 'test/shopify/contract.test.ts',
} as const;
const missing = { system, live: false, implemented: false, specified: 'none' } as const;
const schema = 'Admin GraphQL API, schemas 2025-10 to 2026-10 (@shopify/dev-mcp)';

/** What of Shopify is there. */
export const shopifyTable: readonly ContractCell[] = [
  {
    ...missing,
    operation: 'orders.submit',
    source: `${schema}: orderCreate`,
    note: 'Buyers order in the shop, and orders come in by orders.list. `orderCreate` knows no key of ours, and passes over checkout, catalogs and payment.',
  },
  {
    ...there,
    operation: 'orders.list',
    source: `${schema}: orders, sorted by UPDATED_AT`,
    note: 'The last 60 days only without the scope `read_all_orders`.',
  },
  {
    ...there,
    operation: 'orders.find',
    source: `${schema}: orderByIdentifier; orders by name and po_number`,
    note: 'By a metafield, the name or the purchase order number, as it is set.',
  },
  { ...there, operation: 'orders.status', source: `${schema}: order` },
  {
    ...there,
    operation: 'orders.cancel',
    source: `${schema}: orderCancel and its job; orderEditBegin, orderEditSetQuantity, orderEditCommit for lines`,
  },
  {
    ...there,
    operation: 'orders.change',
    source: `${schema}: orderEditBegin, orderEditSetQuantity, orderEditCommit`,
  },
  { ...there, operation: 'inventory.availability', source: `${schema}: inventoryItems, inventoryLevels` },
  {
    ...there,
    operation: 'inventory.publish',
    source: `${schema}: inventorySetQuantities; Shopify changelog, Making idempotency mandatory for inventory adjustments`,
    note: 'From version 2026-01 on.',
  },
  {
    ...missing,
    operation: 'shipments.list',
    source: `${schema}: Order.fulfillments`,
    note: 'Goods leave by the ERP, which tells the shop; there is no query of all fulfillments.',
  },
  { ...there, operation: 'shipments.publish', source: `${schema}: fulfillmentOrders, fulfillmentCreate` },
  {
    ...missing,
    operation: 'invoices.list',
    source: schema,
    note: 'The Admin API has no invoices.',
  },
  {
    ...there,
    operation: 'invoices.publish',
    source: `${schema}: metafieldsSet`,
    note: 'As a metafield of the order: Shopify has no invoices.',
  },
  { ...there, operation: 'customers.find', source: `${schema}: companies, customers` },
  { ...there, operation: 'items.find', source: `${schema}: productVariants` },
  {
    ...there,
    operation: 'webhooks.verify',
    source: 'Shopify: Verify webhook deliveries',
    specified: 'transcribed',
  },
  { ...there, operation: 'health.check', source: `${schema}: shop, publicApiVersions` },
];
