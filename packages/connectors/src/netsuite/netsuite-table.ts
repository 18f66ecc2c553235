import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'netsuite';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'transcribed',
  tested: 'test/netsuite/contract.test.ts',
} as const;
const missing = { system, live: false, implemented: false, specified: 'none' } as const;
const browser =
  'Oracle, REST API Browser 2026.1, tag salesOrder (a public rendering; the raw OpenAPI is served by an account only)';
const help =
  'Oracle Help Center, NetSuite: Executing SuiteQL Queries Through REST Web Services; tables of the Records Catalog';

/** What of NetSuite is there. Table and column names of SuiteQL are from documentation and third parties, not from an account. */
export const netsuiteTable: readonly ContractCell[] = [
  { ...there, operation: 'orders.submit', source: `${browser}: PUT /salesOrder/eid:…` },
  {
    ...missing,
    operation: 'orders.list',
    source: browser,
    note: 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  },
  { ...there, operation: 'orders.find', source: `${browser}: GET /salesOrder/eid:…` },
  { ...there, operation: 'orders.status', source: `${browser}: GET /salesOrder/{id}` },
  {
    ...there,
    operation: 'orders.cancel',
    source: `${browser}: PATCH /salesOrder/{id}, isClosed of lines`,
    note: 'Closes lines: REST has no operation that cancels an order.',
  },
  { ...there, operation: 'orders.change', source: `${browser}: PATCH /salesOrder/{id}, quantity of lines` },
  { ...there, operation: 'inventory.availability', source: `${help}: aggregateItemLocation` },
  {
    ...missing,
    operation: 'inventory.publish',
    source: 'Oracle Help Center, NetSuite: Inventory Adjustment record',
    note: 'Stock changes by transactions of the account; the ERP is where it is kept.',
  },
  {
    ...there,
    operation: 'shipments.list',
    source: `${help}: transaction of type ItemShip, previousTransactionLineLink`,
  },
  {
    ...there,
    operation: 'shipments.publish',
    source: `${browser}: \`POST /salesOrder/{id}/!transform/itemFulfillment\``,
    note: 'Tells of goods that a warehouse has shipped; lines that did not leave are named too.',
  },
  { ...there, operation: 'invoices.list', source: `${help}: transaction of types CustInvc and CustCred` },
  {
    ...missing,
    operation: 'invoices.publish',
    source: browser,
    note: 'Telling a channel is for shops; NetSuite is where invoices are made.',
  },
  { ...there, operation: 'customers.find', source: `${help}: customer` },
  { ...there, operation: 'items.find', source: `${help}: item` },
  {
    ...missing,
    operation: 'webhooks.verify',
    source: 'Oracle Help Center, NetSuite: REST web services have no subscriptions; SuiteScript user event scripts',
    note: 'NetSuite sends no webhooks; a script of the account may call out, in a form of its own.',
  },
  { ...there, operation: 'health.check', source: `${help}: currency, one row` },
];
