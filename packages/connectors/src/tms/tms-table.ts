import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'tms';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'official',
  tested: 'test/tms/contract.test.ts',
} as const;
const description = 'ShipEngine OpenAPI 1.1.202604070904';
const noOrders = {
  system,
  live: false,
  implemented: false,
  specified: 'none',
  source: `${description}: its paths`,
  note: 'Carriers are bought from; orders, stock, invoices and master data are no part of it.',
} as const;

/** What of ShipEngine is there. */
export const tmsTable: readonly ContractCell[] = [
  { ...there, operation: 'rates.quote', source: `${description}: POST /v1/rates` },
  {
    ...there,
    operation: 'labels.create',
    source: `${description}: POST /v1/labels, GET /v1/labels; documentation: Get Shipment by External ID, Create a Label From a Shipment`,
    note: 'One label for each reference: `external_shipment_id` is unique in an account.',
  },
  {
    ...there,
    operation: 'labels.find',
    source: `${description}: GET /v1/labels; documentation: Get Shipment by External ID`,
  },
  { ...there, operation: 'labels.void', source: `${description}: PUT /v1/labels/{label_id}/void` },
  { ...there, operation: 'tracking.find', source: `${description}: GET /v1/tracking` },
  {
    ...there,
    operation: 'webhooks.verify',
    specified: 'transcribed',
    source: 'ShipEngine documentation: Webhook Validation, Webhooks Schema',
  },
  { ...there, operation: 'health.check', source: `${description}: GET /v1/carriers` },
  ...(
    [
      'orders.submit',
      'orders.list',
      'orders.find',
      'orders.status',
      'orders.cancel',
      'orders.change',
      'inventory.availability',
      'inventory.publish',
      'shipments.list',
      'shipments.publish',
      'invoices.list',
      'invoices.publish',
      'customers.find',
      'items.find',
    ] as const
  ).map((operation) => ({ ...noOrders, operation })),
];
