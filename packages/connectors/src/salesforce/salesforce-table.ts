import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'salesforce';
const live = false;
const tested = 'test/salesforce/contract.test.ts';
const there = { system, live, implemented: true, tested } as const;
const absent = { system, live, implemented: false, specified: 'none' } as const;

/** What of Salesforce Sales is there. Nothing is checked against a description: Salesforce describes each organization by itself. */
export const salesforceTable: readonly ContractCell[] = [
  {
    ...absent,
    operation: 'orders.submit',
    source: 'Object Reference, "Order"',
    note: 'Salesforce is where quotes and orders come from; they are submitted to an ERP.',
  },
  {
    ...there,
    operation: 'orders.list',
    specified: 'transcribed',
    source: 'REST API Developer Guide, "Query"; Object Reference, "Quote", "QuoteLineItem", "Order", "OrderItem"',
    note: 'Quotes or orders of one status, by SystemModstamp.',
  },
  { ...there, operation: 'orders.find', specified: 'transcribed', source: 'REST API Developer Guide, "QueryAll"' },
  {
    ...there,
    operation: 'orders.status',
    specified: 'transcribed',
    source: 'REST API Developer Guide, "QueryAll"',
    note: 'A deleted record is cancelled.',
  },
  {
    ...absent,
    operation: 'orders.cancel',
    source: 'Object Reference, "Order"',
    note: 'Orders are cancelled by people there; rejecting one is acknowledgments.publish.',
  },
  {
    ...absent,
    operation: 'orders.change',
    source: 'Object Reference, "OrderItem"',
    note: 'An activated order is changed by reduction orders, which few organizations have.',
  },
  {
    ...absent,
    operation: 'inventory.availability',
    source: 'Object Reference, "Product2"',
    note: 'Products have no stock; ProductItem is of Field Service.',
  },
  {
    ...absent,
    operation: 'inventory.publish',
    source: 'Object Reference, "Product2"',
    note: 'Products have no stock; ProductItem is of Field Service.',
  },
  {
    ...absent,
    operation: 'shipments.list',
    source: 'Object Reference, "Shipment"',
    note: 'The object is there with Field Service and Order Management only.',
  },
  {
    ...absent,
    operation: 'shipments.publish',
    source: 'Object Reference, "Shipment"',
    note: 'Standard Sales has no field or object for it: Shipment needs Field Service or Order Management.',
  },
  {
    ...absent,
    operation: 'invoices.list',
    source: 'Object Reference, "Invoice"',
    note: 'The object is there with Salesforce Billing and Order Management only.',
  },
  {
    ...absent,
    operation: 'invoices.publish',
    source: 'Object Reference, "Invoice"',
    note: 'Standard Sales has no field or object for it: Invoice needs Billing or Order Management.',
  },
  {
    ...there,
    operation: 'acknowledgments.publish',
    specified: 'transcribed',
    source: 'REST API Developer Guide, "Update a Record"',
    note: 'The status of the record, in a value of the organization’s own.',
  },
  {
    ...there,
    operation: 'customers.find',
    specified: 'transcribed',
    source: 'Object Reference, "Account" and "Contact"',
  },
  { ...there, operation: 'items.find', specified: 'transcribed', source: 'Object Reference, "Product2"' },
  {
    ...absent,
    operation: 'webhooks.verify',
    source: 'Change Data Capture Developer Guide',
    note: 'Changes come by the Pub/Sub API or outbound messages (SOAP); neither is a signed webhook. Lists by SystemModstamp see them.',
  },
  {
    ...there,
    operation: 'health.check',
    specified: 'transcribed',
    source: 'REST API Developer Guide, "Query" and "Limit Info Header"',
    note: 'Warns when four fifths of the day’s requests are used.',
  },
];
