import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'amazon-seller';
const live = false;
const tested = 'test/amazon-seller/contract.test.ts';
const there = { system, live, implemented: true, tested } as const;
const listed = { ...there, specified: 'transcribed' } as const;
const listings = 'Model listingsItems_2021-08-01 (amzn/selling-partner-api-models)';
const absent = { system, live, implemented: false, specified: 'none' } as const;

/** What of the Orders API of Amazon’s marketplaces is there. The models are Amazon’s own (amzn/selling-partner-api-models). */
export const amazonSellerTable: readonly ContractCell[] = [
  {
    ...absent,
    operation: 'orders.submit',
    source: 'Model orders_2026-01-01',
    note: 'Buyers place orders at Amazon; no operation of the model makes one.',
  },
  {
    ...there,
    operation: 'orders.list',
    specified: 'official',
    source: 'Model orders_2026-01-01: searchOrders',
    note: 'The operations of ordersV0 that read are deprecated and end on 27 March 2027.',
  },
  { ...there, operation: 'orders.find', specified: 'official', source: 'Model orders_2026-01-01: getOrder' },
  { ...there, operation: 'orders.status', specified: 'official', source: 'Model orders_2026-01-01: getOrder' },
  {
    ...absent,
    operation: 'orders.cancel',
    source: 'SP-API docs, "Order Feed Type Values": POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA',
    note: 'No operation of the Orders API cancels: a seller uploads a file of cancellations to the Feeds API, by hand or by a program of its own.',
  },
  {
    ...absent,
    operation: 'orders.change',
    source: 'Model orders_2026-01-01',
    note: 'No operation of the model changes an order.',
  },
  {
    ...listed,
    operation: 'inventory.availability',
    source: `${listings}: getListingsItem`,
    note: 'What buyers may buy, as the listing says it; one request for each item, with `sellerId` and the role Product Listing.',
  },
  {
    ...listed,
    operation: 'inventory.publish',
    source: `${listings}: patchListingsItem; SP-API docs, "Merge a listing"`,
    note: 'Of the seller’s own stock (channel DEFAULT). Published means accepted for processing.',
  },
  {
    ...absent,
    operation: 'shipments.list',
    source: 'Model orders_2026-01-01',
    note: 'Shipments come from an ERP or warehouse; Amazon is told.',
  },
  {
    ...there,
    operation: 'shipments.publish',
    specified: 'official',
    source: 'Model ordersV0: confirmShipment',
    note: 'Not deprecated, and not in orders_2026-01-01.',
  },
  {
    ...absent,
    operation: 'invoices.list',
    source: 'Model orders_2026-01-01',
    note: 'No operation of the model has invoices.',
  },
  {
    ...absent,
    operation: 'invoices.publish',
    source: 'SP-API docs, "Feed Type Values": UPLOAD_VAT_INVOICE',
    note: 'Amazon takes VAT invoices as PDF files, not as data.',
  },
  {
    ...absent,
    operation: 'acknowledgments.publish',
    source: 'SP-API docs, "Order Feed Type Values": "This feed does not acknowledge orders."',
    note: 'Orders of buyers are not acknowledged: they are shipped or cancelled.',
  },
  {
    ...absent,
    operation: 'customers.find',
    source: 'SP-API docs, "Access Orders PII"',
    note: 'Buyers are known within an order only.',
  },
  { ...listed, operation: 'items.find', source: `${listings}: getListingsItem`, note: 'By SKU, with `sellerId`.' },
  {
    ...absent,
    operation: 'webhooks.verify',
    source: 'SP-API docs, "Notifications API v1"',
    note: 'Notifications come by Amazon SQS and EventBridge, not by a webhook.',
  },
  { ...there, operation: 'health.check', specified: 'official', source: 'Model orders_2026-01-01: searchOrders' },
];
