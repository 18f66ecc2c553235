import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'payments';
const there = {
  system,
  live: false,
  implemented: true,
  specified: 'official',
  tested: 'test/payments/contract.test.ts',
} as const;
const description = 'Stripe OpenAPI';
const noOrders = {
  system,
  live: false,
  implemented: false,
  specified: 'none',
  source: `${description}: its paths`,
  note: 'Payments and refunds alone; orders, stock and master data are kept elsewhere.',
} as const;

/** What of Stripe is there. */
export const paymentsTable: readonly ContractCell[] = [
  {
    ...there,
    operation: 'payments.find',
    source: `${description}: GET /v1/payment_intents/{intent}, GET /v1/refunds/{refund}`,
  },
  { ...there, operation: 'payments.list', source: `${description}: GET /v1/payment_intents` },
  {
    ...there,
    operation: 'payments.refund',
    source: `${description}: POST /v1/refunds, GET /v1/refunds; documentation: Idempotent requests`,
    note: 'Stripe forgets a key after 24 hours: it is in the metadata too, and looked for first.',
  },
  {
    ...there,
    operation: 'webhooks.verify',
    specified: 'transcribed',
    source: 'Stripe documentation: Verify webhook signatures manually, Types of events',
  },
  { ...there, operation: 'health.check', source: `${description}: GET /v1/payment_intents` },
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
