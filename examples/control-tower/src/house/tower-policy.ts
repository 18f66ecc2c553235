import type { Policy } from '@dist/orchestration';

/** Its orders stay under it. */
export const policyVersion = 'control-tower-1';

/**
 * The policy of the kept house (sample): what goes wrong waits for a person within seconds, prices that differ are held, and
 * what is owed is due within hours and costs something. Hours, costs and owners are made up.
 */
export function towerPolicy(example: Policy, closed: string): Policy {
  return {
    ...example,
    version: policyVersion,
    price: { ...example.price, outside: 'hold' },
    sla: {
      ...example.sla,
      '855': { startsAt: 'received', hours: 3, breachCost: '50.00', owner: 'order desk (sample)' },
      '997': { startsAt: 'transmitted', hours: 3, breachCost: '10.00', owner: 'trading partner desk (sample)' },
    },
    overrides: [
      ...(example.overrides ?? []),
      {
        when: { partner: closed },
        policy: {
          // The others' documents, and every call of the ERP, are tried as often as ever.
          retry: { byClass: { transport: { maximumAttempts: 2, backoffSeconds: [0.5] } } },
          sla: {
            '855': { hours: 2, breachCost: '150.00' },
            '856': { startsAt: 'shipped', hours: 1, breachCost: '250.00', owner: 'trading partner desk (sample)' },
          },
        },
      },
    ],
  };
}
