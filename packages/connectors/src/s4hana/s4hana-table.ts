import type { ContractCell } from '../governance/contract-cell.ts';

const system = 's4hana';
const live = false;
const contract = 'test/s4hana/contract.test.ts';
const edmx = { specified: 'derived', live, system, implemented: true, tested: contract } as const;
const orders = 'API_SALES_ORDER_SRV (SAP Business Accelerator Hub), EDMX';

/** What of S/4HANA is there. The EDMX are SAP's, in copies that third parties keep. */
export const s4hanaTable: readonly ContractCell[] = [
  { ...edmx, operation: 'orders.submit', source: `${orders}: POST A_SalesOrder (deep insert)` },
  {
    system,
    live,
    operation: 'orders.list',
    implemented: false,
    specified: 'none',
    source: orders,
    note: 'Buyers place no orders in an ERP: orders come in by EDI or a shop and are submitted.',
  },
  { ...edmx, operation: 'orders.find', source: `${orders}: A_SalesOrder by PurchaseOrderByShipToParty` },
  { ...edmx, operation: 'orders.status', source: `${orders}: A_SalesOrder by key with items and schedule lines` },
  {
    ...edmx,
    operation: 'orders.cancel',
    source: `${orders}: PATCH A_SalesOrderItem.SalesDocumentRjcnReason`,
    note: 'By a reason for rejection of the tenant’s own.',
  },
  { ...edmx, operation: 'orders.change', source: `${orders}: PATCH A_SalesOrderItem.RequestedQuantity` },
  {
    ...edmx,
    operation: 'inventory.availability',
    source: 'API_MATERIAL_STOCK_SRV, EDMX: A_MatlStkInAcctMod',
    note: 'On hand by stock type. What can be promised SAP confirms at the order only.',
  },
  {
    system,
    live,
    operation: 'inventory.publish',
    implemented: false,
    specified: 'none',
    source: 'API_MATERIAL_STOCK_SRV, EDMX: every entity is sap:creatable and sap:updatable="false"',
    note: 'Stock is read only by this service; it changes by goods movements.',
  },
  { ...edmx, operation: 'shipments.list', source: 'API_OUTBOUND_DELIVERY_SRV;v=0002, EDMX: A_OutbDeliveryHeader' },
  {
    system,
    live,
    operation: 'shipments.publish',
    implemented: false,
    specified: 'none',
    source: 'API_OUTBOUND_DELIVERY_SRV;v=0002, EDMX',
    note: 'Telling a channel is for shops; SAP is where shipments are posted.',
  },
  { ...edmx, operation: 'invoices.list', source: 'API_BILLING_DOCUMENT_SRV, EDMX: A_BillingDocument' },
  {
    system,
    live,
    operation: 'invoices.publish',
    implemented: false,
    specified: 'none',
    source: 'API_BILLING_DOCUMENT_SRV, EDMX',
    note: 'Telling a channel is for shops; SAP is where invoices are made.',
  },
  {
    ...edmx,
    specified: 'transcribed',
    operation: 'customers.find',
    source: 'SAP Business Accelerator Hub, API_BUSINESS_PARTNER: A_BusinessPartner',
  },
  {
    ...edmx,
    specified: 'transcribed',
    operation: 'items.find',
    source: 'SAP Business Accelerator Hub, API_PRODUCT_SRV: A_Product',
  },
  {
    system,
    live,
    operation: 'webhooks.verify',
    implemented: false,
    specified: 'none',
    source: 'SAP Help Portal, SAP S/4HANA Cloud: Enterprise Event Enablement',
    note: 'Events go by SAP Event Mesh, a broker, and not by webhooks of the tenant.',
  },
  { ...edmx, operation: 'health.check', source: `${orders}: A_SalesOrder, one record` },
];
