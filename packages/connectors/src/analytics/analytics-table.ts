import type { ContractCell } from '../governance/contract-cell.ts';

const system = 'analytics';
const noOrders = {
  system,
  live: false,
  implemented: false,
  specified: 'none',
  source: 'OpenTelemetry Protocol Specification; CloudEvents 1.0.2',
  note: 'A collector is told what happened and answers no questions.',
} as const;

/** What of collectors is there. */
export const analyticsTable: readonly ContractCell[] = [
  {
    system,
    live: false,
    implemented: true,
    specified: 'transcribed',
    tested: 'test/analytics/contract.test.ts',
    operation: 'notes.export',
    source:
      'OpenTelemetry Protocol Specification, OTLP/HTTP and its Protobuf definitions; CloudEvents 1.0.2, JSON Event Format, HTTP Protocol Binding',
  },
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
      'webhooks.verify',
      'health.check',
    ] as const
  ).map((operation) => ({ ...noOrders, operation })),
];
