import { defaultPolicy, type Policy } from '@dist/orchestration';
import type { Release } from './worker-settings.ts';

/** Milliseconds: what a performer may take, and how long a claim lasts. */
export const times = { timeout: 400, lease: 1500 } as const;

/**
 * Waits so short that a round takes seconds. The second release asks for an 855 and a credit check, from orders too that
 * were captured under the first: not what an operator should do, but what a deployment may do.
 */
export function crashPolicy(release: Release): Policy {
  const { edi } = defaultPolicy.channels;
  return {
    ...defaultPolicy,
    version: 'crash-1',
    sla: { ...defaultPolicy.sla, '997': { startsAt: 'transmitted', hours: 0.0002 } },
    retry: { ...defaultPolicy.retry, maximumAttempts: 50, backoffSeconds: [0.1], lookUpAfterSeconds: 0.5 },
    channels: { ...defaultPolicy.channels, edi: { ...edi, acknowledge: release !== 1 } },
    money: { ...defaultPolicy.money, creditCheck: release === 2 },
  };
}
