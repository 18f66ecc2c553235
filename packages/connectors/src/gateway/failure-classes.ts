import type { ErrorClass as BusinessClass } from '@dist/orchestration';
import type { ErrorClass } from '../port/error-class.ts';

/** What a failure of a system means to the order: one total table (R31). Classes that no time heals wait for their owner. */
export const failureClasses: Readonly<Record<ErrorClass, BusinessClass>> = {
  auth: 'configuration',
  permission: 'configuration',
  config: 'configuration',
  'contract-drift': 'configuration',
  conflict: 'configuration',
  duplicate: 'configuration',
  'not-found': 'customerMaster',
  validation: 'customerMaster',
  'business-hold': 'credit',
  'rate-limited': 'throttled',
  'concurrency-limited': 'throttled',
  unavailable: 'transport',
  'timeout-unknown': 'inDoubt',
};
