import { defaultPolicy, type Policy } from '@dist/orchestration';

/**
 * The policy of this example: the default, with one ERP, which decides prices, and with waits short enough to watch.
 * A change gets a new version; orders stay under the one they were captured with.
 * What the ERP was asked and did not answer in `erpTimeout` milliseconds is looked up only after as long again: it may still land.
 */
export function examplePolicy(erp: string, erpTimeout: number): Policy {
  return {
    ...defaultPolicy,
    version: 'order-to-cash-1',
    routing: [{ when: {}, erp }],
    retry: { maximumAttempts: 15, backoffSeconds: [0.1, 0.3, 1, 2], lookUpAfterSeconds: erpTimeout / 1000 },
    price: { ...defaultPolicy.price, outside: 'pass' },
  };
}
