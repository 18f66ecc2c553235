import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'business-central';
const live = false;
const tested = 'test/business-central/contract.test.ts';
const al = 'API v2.0, fields out of AL source (microsoft/ALAppExtensions, Apps/W1/APIV2)';
const derived = { system, live, implemented: true, specified: 'derived', tested } as const;
const missing = { system, live, implemented: false, specified: 'none' } as const;

/** What of Business Central is there. */
export const businessCentralTable: readonly ContractCell[] = [
  { ...derived, operation: 'orders.submit', source: `${al}: POST salesOrders with salesOrderLines` },
  {
    ...missing,
    operation: 'orders.list',
    source: al,
    note: 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  },
  {
    ...derived,
    operation: 'orders.find',
    source: `${al}: salesOrders, then salesInvoices, by externalDocumentNumber`,
    note: 'An order that is posted as a whole is deleted; its invoices are found.',
  },
  { ...derived, operation: 'orders.status', source: `${al}: salesOrders by number, then salesInvoices by orderNumber` },
  {
    ...derived,
    operation: 'orders.cancel',
    source: `${al}: PATCH salesOrderLines.quantity`,
    note: 'Quantities go down to what has left; there is no action that cancels an order, and a deleted one leaves no trace.',
  },
  { ...derived, operation: 'orders.change', source: `${al}: PATCH salesOrderLines.quantity` },
  {
    ...derived,
    operation: 'inventory.availability',
    source: `${al}: items.inventory`,
    note: 'On hand, all locations together; no availability to promise.',
  },
  {
    ...missing,
    operation: 'inventory.publish',
    source: `${al}: items`,
    note: 'An ERP is where stock is kept; it changes by postings.',
  },
  { ...derived, operation: 'shipments.list', source: `${al}: salesShipments` },
  {
    ...missing,
    operation: 'shipments.publish',
    source: `${al}: salesShipments has InsertAllowed = false, salesOrders the one action ShipAndInvoice`,
    note: 'Nothing can be shipped without being invoiced. An AL API of the company’s own can post a shipment alone.',
  },
  {
    ...derived,
    operation: 'invoices.list',
    source: `${al}: salesInvoices`,
    note: 'Invoices; credit memos are another set (salesCreditMemos), which is not read.',
  },
  {
    ...missing,
    operation: 'invoices.publish',
    source: `${al}: salesInvoices`,
    note: 'Telling a channel is for shops; Business Central is where invoices are made.',
  },
  { ...derived, operation: 'customers.find', source: `${al}: customers` },
  { ...derived, operation: 'items.find', source: `${al}: items` },
  {
    ...derived,
    specified: 'transcribed',
    operation: 'webhooks.verify',
    source: 'Microsoft Learn: Working with webhooks in Dynamics 365 Business Central',
    note: 'Nothing is signed: clientState is the only proof.',
  },
  { ...derived, operation: 'health.check', source: `${al}: salesOrders, one record` },
];
