import { type ContractCell, coreOperations } from '../governance/contract-cell.ts';

const entities = 'microsoft/CDM, schemaDocuments/core/operationsCommon/Entities/SupplyChain';
const data = 'Microsoft Learn, finance and operations: Open Data Protocol (OData)';
const linesV2 = 'Microsoft Learn, "Sales order lines V2"';
const warehouse =
  'Microsoft Learn, "Work with Warehouse management only mode in Supply Chain Management", Shipment packing slips';
const receivable = 'microsoft/CDM, schemaDocuments/core/operationsCommon/Entities/Finance/AccountsReceivable';

/** What is there: where it is from, and what there is to know. */
const built: Readonly<Record<string, { readonly source: string; readonly note?: string }>> = {
  'orders.submit': {
    source: `${entities}: SalesOrderHeaderV2Entity, SalesOrderLineV2Entity; "Sales order lines V2": after the header`,
  },
  'orders.find': { source: `${entities}: SalesOrderHeaderV2Entity by CustomersOrderReference` },
  'orders.status': { source: `${entities}: SalesOrderHeaderV2Entity by SalesOrderNumber` },
  'orders.cancel': {
    source: `${linesV2}; ${data}: DELETE and PATCH of a record`,
    note: 'Lines of which nothing has left. The rest of a line that is delivered in part ends by "Deliver remainder", which no data entity has.',
  },
  'orders.change': { source: `${linesV2}: PATCH OrderedSalesQuantity` },
  'inventory.availability': { source: `${entities}: InventWarehouseOnHandV2Entity (WarehousesOnHandV2)` },
  'shipments.list': {
    source: `${warehouse}: ShipmentPackingSlipJournalHeaders and -Lines, fields from a public client made of $metadata`,
    note: 'Of warehouses in that mode. Packing slips that are posted to a sales order have no public data entity: of these the status of the order tells.',
  },
  'invoices.list': {
    source: `${receivable}: SalesInvoiceHeaderV2Entity, SalesInvoiceLineV2Entity (SalesInvoiceHeadersV2, SalesInvoiceV2Lines)`,
    note: 'By the invoice’s day, and some days back each time: no field tells when it was posted.',
  },
  'customers.find': { source: 'CustomersV3, from public clients of it' },
  'items.find': { source: 'ReleasedProductsV2, from public clients of it' },
  'health.check': { source: `${entities}: SalesOrderHeaderV2Entity, one record` },
};

/** What is not there: the page that rules it out, and why. */
const missing: Readonly<Record<string, { readonly source: string; readonly note: string }>> = {
  'orders.list': {
    source: 'Microsoft Learn, "Sales order headers V2"',
    note: 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  },
  'inventory.publish': {
    source: 'Microsoft Learn, "Inventory Visibility public APIs", and the journals of Inventory management',
    note: 'An ERP is where stock is kept; it changes by postings.',
  },
  'shipments.publish': {
    source: `${data}: actions are those that an entity has, and the entities of sales orders have none that posts`,
    note: 'An ERP is where shipments are posted: a packing slip by a custom service, not by OData.',
  },
  'invoices.publish': {
    source: `${data}: actions are those that an entity has, and the entities of sales orders have none that posts`,
    note: 'Telling a channel is for shops; Dynamics 365 is where invoices are made.',
  },
  'webhooks.verify': {
    source: 'Microsoft Learn, finance and operations: Business events overview',
    note: 'Business events go to Azure services or Power Automate and are signed by those.',
  },
};

/** What of Dynamics 365 finance and operations is there. */
export const dynamics365Table: readonly ContractCell[] = coreOperations.map((operation) => {
  const cell = { system: 'dynamics365', operation, live: false } as const;
  const there = built[operation];
  if (there === undefined) {
    return { ...cell, implemented: false, specified: 'none', ...(missing[operation] ?? { source: data }) };
  }
  const tested = 'test/dynamics365/contract.test.ts';
  return { ...cell, implemented: true, specified: 'transcribed', tested, ...there };
});
