import type { CostLimit, RetryHeader, WindowLimit } from '../../src/limits.ts';

export const bigCommerceWindow: WindowLimit = {
  kind: 'window',
  requests: 150,
  seconds: 30,
  span: 'fixed',
  headers: {
    requests: 'x-rate-limit-requests-quota',
    left: 'x-rate-limit-requests-left',
    reset: { name: 'x-rate-limit-time-reset-ms', unit: 'milliseconds' },
    length: { name: 'x-rate-limit-time-window-ms', unit: 'milliseconds' },
  },
};

export const shopifyCost: CostLimit = {
  kind: 'cost',
  path: ['extensions', 'cost', 'throttleStatus'],
  actualPath: ['extensions', 'cost', 'actualQueryCost'],
};

export const retryHeaders: readonly RetryHeader[] = [
  { name: 'retry-after', unit: 'seconds or date' },
  { name: 'x-rate-limit-time-reset-ms', unit: 'milliseconds' },
];
