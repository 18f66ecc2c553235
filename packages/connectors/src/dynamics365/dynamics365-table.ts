import { type ContractCell, coreOperations } from '../governance/contract-cell.ts';

const entities = 'microsoft/CDM, schemaDocuments/core/operationsCommon/Entities/SupplyChain';
const data = 'Microsoft Learn, finance and operations: Open Data Protocol (OData)';

const sources: Readonly<Record<string, string>> = {
  'orders.submit': `${entities}: SalesOrderHeaderV2Entity, SalesOrderLineV2Entity; "Sales order lines V2": after the header`,
  'orders.find': `${entities}: SalesOrderHeaderV2Entity by CustomersOrderReference`,
  'orders.status': `${entities}: SalesOrderHeaderV2Entity by SalesOrderNumber`,
  'inventory.availability': `${entities}: InventWarehouseOnHandV2Entity (WarehousesOnHandV2)`,
  'customers.find': 'CustomersV3, from public clients of it',
  'items.find': 'ReleasedProductsV2, from public clients of it',
  'health.check': `${entities}: SalesOrderHeaderV2Entity, one record`,
};

const missing: Readonly<Record<string, string>> = {
  'orders.list': 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  'orders.cancel': 'The entities have no field or action that cancels what remains of a line; a custom service can.',
  'orders.change': 'Not built: a new quantity of a line that is in part delivered has rules that no description tells.',
  'inventory.publish': 'An ERP is where stock is kept; it changes by postings.',
  'shipments.list':
    'No entity of posted packing slips is among those of the Common Data Model; a custom service or an export of data management can.',
  'shipments.publish': 'An ERP is where shipments are posted: a packing slip by a custom service, not by OData.',
  'invoices.list':
    'Not built: SalesInvoiceHeaderV2Entity tells no time of its last change, so that a list by changes would leave some out.',
  'invoices.publish': 'Telling a channel is for shops; Dynamics 365 is where invoices are made.',
  'webhooks.verify': 'Business events go to Azure services or Power Automate and are signed by those.',
};

/** What of Dynamics 365 finance and operations is there. */
export const dynamics365Table: readonly ContractCell[] = coreOperations.map((operation) => {
  const source = sources[operation];
  const cell = { system: 'dynamics365', operation, live: false } as const;
  if (source === undefined) {
    return { ...cell, implemented: false, specified: 'none', source: data, note: missing[operation] };
  }
  const tested = 'test/dynamics365/contract.test.ts';
  return { ...cell, implemented: true, specified: 'transcribed', tested, source };
});
