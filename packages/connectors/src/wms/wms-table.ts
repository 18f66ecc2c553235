import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'wms';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'transcribed',
  tested: 'test/wms/contract.test.ts',
} as const;
const contract = 'docs/systems/wms.md, a contract of our own';
const noOrders = {
  system,
  live: false,
  implemented: false,
  specified: 'none',
  source: contract,
  note: 'A warehouse is asked to pick and confirms; orders, invoices and master data are kept elsewhere.',
} as const;

/** What of a warehouse by our own contract is there. */
export const wmsTable: readonly ContractCell[] = [
  { ...there, operation: 'fulfillments.request', source: `${contract}: POST /v1/fulfillment-requests` },
  {
    ...there,
    operation: 'fulfillments.cancel',
    source: `${contract}: POST /v1/fulfillment-requests/{number}/cancellation`,
  },
  { ...there, operation: 'fulfillments.list', source: `${contract}: GET /v1/fulfillment-confirmations` },
  { ...there, operation: 'webhooks.verify', source: 'Standard Webhooks 1.0.0' },
  { ...there, operation: 'health.check', source: `${contract}: GET /v1/health` },
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
