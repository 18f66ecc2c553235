import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'oracle-fusion';
const live = false;
const hub = 'Oracle Fusion Cloud SCM 24C, REST API: Sales Orders for Order Hub';
const recalled = 'attributes from knowledge of the documentation, not looked up';
const there = {
  system,
  live,
  implemented: true,
  specified: 'transcribed',
  tested: 'test/oracle-fusion/contract.test.ts',
} as const;
const absent = { system, live, implemented: false, specified: 'none' } as const;

/** What of Oracle Fusion is there. */
export const oracleFusionTable: readonly ContractCell[] = [
  {
    ...there,
    operation: 'orders.submit',
    source: `${hub}: POST`,
    note: 'It is looked for first; after a 504 it is looked for again, as Oracle says.',
  },
  {
    ...absent,
    operation: 'orders.list',
    source: hub,
    note: 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  },
  { ...there, operation: 'orders.find', source: `${hub}: GET by SourceTransactionId and SourceTransactionSystem` },
  { ...there, operation: 'orders.status', source: `${hub}: GET by OrderNumber, child lines` },
  {
    ...there,
    operation: 'orders.cancel',
    source: `${hub}: PATCH with CanceledFlag; lines with quantity 0 (${recalled})`,
    note: 'Oracle cancels after its answer: what is not cancelled when it is read again is `unknown`.',
  },
  {
    ...there,
    operation: 'orders.change',
    source: `${hub}: PATCH with lines (${recalled})`,
    note: 'A revision of the order: a line of which a part has left is two fulfillment lines.',
  },
  {
    ...there,
    operation: 'inventory.availability',
    source: 'Oracle Fusion Cloud SCM 25C, REST API: Available Quantity Details, Create details',
    note: 'One request for each item and inventory organization.',
  },
  {
    ...absent,
    operation: 'inventory.publish',
    source: 'Oracle Fusion Cloud SCM, REST API: Available Quantity Details, GET action not supported, POST queries',
    note: 'Stock changes by inventory transactions; the ERP is where it is kept.',
  },
  {
    ...there,
    operation: 'shipments.list',
    source: `Oracle Fusion Cloud SCM 26B, REST API: Shipments, Shipment Lines (${recalled})`,
  },
  {
    ...absent,
    operation: 'shipments.publish',
    source: 'Oracle Fusion Cloud SCM 24D, REST API: Shipment Line Transaction Requests',
    note: 'Telling a channel is for shops; Oracle is where shipments are confirmed.',
  },
  {
    ...there,
    operation: 'invoices.list',
    source: `Oracle Fusion Cloud Financials 24C, REST API: Receivables Invoices, Receivables Invoice Lines (${recalled})`,
    note: 'Credit memos are another resource and are not listed.',
  },
  {
    ...absent,
    operation: 'invoices.publish',
    source: 'Oracle Fusion Cloud Financials 24C, REST API: Receivables Invoices',
    note: 'Telling a channel is for shops; Oracle is where invoices are made.',
  },
  {
    ...there,
    operation: 'customers.find',
    source: `Oracle Fusion Cloud Sales, REST API: Accounts (${recalled})`,
  },
  { ...there, operation: 'items.find', source: `Oracle Fusion Cloud SCM, REST API: Items (itemsV2; ${recalled})` },
  {
    ...absent,
    operation: 'webhooks.verify',
    source: 'Oracle Fusion Cloud SCM 24D, Sending Notifications from Order Management to Other Systems',
    note: 'Business events go through Oracle Integration, which signs nothing of its own; lists by the last change see them.',
  },
  { ...there, operation: 'health.check', source: `${hub}: GET, one record` },
];
