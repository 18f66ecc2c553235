import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'acumatica';
const live = false;
const api = 'Default/24.200.001, OpenAPI 3 (Acumatica, endpoint definitions)';
const guide = 'Integration Development Guide';
const there = {
  system,
  live,
  implemented: true,
  specified: 'official',
  tested: 'test/acumatica/description.test.ts',
} as const;
const absent = { system, live, implemented: false, specified: 'none' } as const;

/** What of Acumatica is there. */
export const acumaticaTable: readonly ContractCell[] = [
  {
    ...there,
    operation: 'orders.submit',
    source: `${api}: PUT /SalesOrder; ${guide}, Create a Record`,
    note: 'A PUT without keys makes a new order each time: it is looked for first.',
  },
  {
    ...absent,
    operation: 'orders.list',
    source: api,
    note: 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  },
  { ...there, operation: 'orders.find', source: `${api}: GET /SalesOrder by ExternalRef` },
  { ...there, operation: 'orders.status', source: `${api}: GET /SalesOrder/{ids}` },
  {
    ...there,
    operation: 'orders.cancel',
    source: `${api}: POST /SalesOrder/CancelSalesOrder; PUT /SalesOrder with the ids of lines`,
    note: 'The status of the action is asked for at the place of the header Location.',
  },
  { ...there, operation: 'orders.change', source: `${api}: PUT /SalesOrder with the ids of lines` },
  {
    ...there,
    operation: 'inventory.availability',
    source: `${api}: PUT /InventorySummaryInquiry; ${guide}, Retrieve Data from an Inquiry Form`,
    note: 'One request for each item.',
  },
  {
    ...absent,
    operation: 'inventory.publish',
    source: `User Guide, Inventory Summary (IN401000): an inquiry`,
    note: 'Stock is a result of receipts, issues and adjustments; the inquiry only shows it.',
  },
  { ...there, operation: 'shipments.list', source: `${api}: GET /Shipment` },
  {
    ...absent,
    operation: 'shipments.publish',
    source: `${api}: actions SalesOrderCreateShipment and ConfirmShipment`,
    note: 'Telling a channel is for shops; Acumatica is where shipments are confirmed.',
  },
  { ...there, operation: 'invoices.list', source: `${api}: GET /SalesInvoice` },
  {
    ...absent,
    operation: 'invoices.publish',
    source: `${api}: actions PrepareSalesInvoice and ReleaseSalesInvoice`,
    note: 'Telling a channel is for shops; Acumatica is where invoices are made.',
  },
  { ...there, operation: 'customers.find', source: `${api}: GET /Customer` },
  { ...there, operation: 'items.find', source: `${api}: GET /StockItem` },
  {
    ...there,
    specified: 'transcribed',
    tested: 'test/acumatica/contract.test.ts',
    operation: 'webhooks.verify',
    source: `${guide}, Push Notifications: Destinations and Format`,
    note: 'No signature: a header with a secret of your own is compared.',
  },
  { ...there, operation: 'health.check', source: `${api}: GET /SalesOrder, one record` },
];
