import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'amazon-vendor';
const live = false;
const tested = 'test/amazon-vendor/contract.test.ts';
const there = { system, live, implemented: true, tested } as const;
const absent = { system, live, implemented: false, specified: 'none' } as const;

/** What of Amazon’s Retail Procurement is there. The models are Amazon’s own (amzn/selling-partner-api-models). */
export const amazonVendorTable: readonly ContractCell[] = [
  {
    ...absent,
    operation: 'orders.submit',
    source: 'Model vendorOrders (v1)',
    note: 'Amazon places purchase orders; no operation of the model makes one.',
  },
  {
    ...there,
    operation: 'orders.list',
    specified: 'official',
    source: 'Model vendorOrders (v1): getPurchaseOrders',
    note: 'Windows of seven days, by creation and by change; six months back at most.',
  },
  {
    ...there,
    operation: 'orders.find',
    specified: 'official',
    source: 'Model vendorOrders (v1): getPurchaseOrdersStatus by purchaseOrderNumber',
  },
  {
    ...there,
    operation: 'orders.status',
    specified: 'official',
    source: 'Model vendorOrders (v1): getPurchaseOrdersStatus by purchaseOrderNumber',
    note: 'What Amazon has received counts as shipped.',
  },
  {
    ...absent,
    operation: 'orders.cancel',
    source: 'Model vendorOrders (v1)',
    note: 'A vendor cancels by rejecting lines: acknowledgments.publish.',
  },
  {
    ...absent,
    operation: 'orders.change',
    source: 'Model vendorOrders (v1)',
    note: 'Amazon changes its orders; a vendor answers with accepted and rejected quantities.',
  },
  {
    ...absent,
    operation: 'inventory.availability',
    source:
      'SP-API docs, "SP-API Vendor Use Cases"; report types GET_VENDOR_INVENTORY_REPORT, GET_VENDOR_REAL_TIME_INVENTORY_REPORT',
    note: 'No operation of Retail Procurement tells stock: what Amazon holds is in reports for analysts, made later.',
  },
  {
    ...absent,
    operation: 'inventory.publish',
    source: 'SP-API docs, "Vendor Direct Fulfillment Inventory API v1"',
    note: 'Retail Procurement takes no stock: that API is for vendors who ship to consumers from their own warehouse.',
  },
  {
    ...absent,
    operation: 'shipments.list',
    source: 'Model vendorShipments (v1): GetShipmentDetails',
    note: 'It gives back what the vendor itself has submitted: what has left is the record of an ERP.',
  },
  {
    ...there,
    operation: 'shipments.publish',
    specified: 'official',
    source: 'Model vendorShipments (v1): SubmitShipmentConfirmations',
    note: 'Published means taken: transactions.status tells what Amazon found in it.',
  },
  {
    ...absent,
    operation: 'invoices.list',
    source: 'Model vendorInvoices (v1)',
    note: 'The model has submitInvoices alone: invoices come from an ERP.',
  },
  {
    ...there,
    operation: 'invoices.publish',
    specified: 'official',
    source: 'Model vendorInvoices (v1): submitInvoices',
    note: 'Published means taken: transactions.status tells what Amazon found in it.',
  },
  {
    ...there,
    operation: 'acknowledgments.publish',
    specified: 'official',
    source: 'Model vendorOrders (v1): the submission of acknowledgments',
    note: 'Published means taken: transactions.status tells what Amazon found in it.',
  },
  {
    ...absent,
    operation: 'customers.find',
    source: 'Model vendorOrders (v1)',
    note: 'The only customer is Amazon; its warehouses are codes in the order.',
  },
  {
    ...absent,
    operation: 'items.find',
    source: 'SP-API docs, "Catalog Items API"',
    note: 'The catalog knows ASINs, Amazon’s items; the vendor’s own item number stands in the order.',
  },
  {
    ...absent,
    operation: 'webhooks.verify',
    source: 'SP-API docs, "Notifications API v1"',
    note: 'Notifications come by Amazon SQS and EventBridge, not by a webhook.',
  },
  {
    ...there,
    operation: 'health.check',
    specified: 'official',
    source: 'Model vendorOrders (v1): getPurchaseOrdersStatus',
  },
];
