import { createRuntime, type Runtime, type RuntimeOptions } from '@dist/orchestration/runtime';

/** What is the same in every invocation: journal, policy, performers, clock, and how much may wait. */
export type House = Omit<RuntimeOptions, 'worker'>;

/**
 * A runtime for one invocation. Its name must be of this invocation alone (the platform's request id will do), since
 * nothing is left of it afterwards that could give its claims back: they run out.
 */
export function runtimeOf(house: House, invocation: string): Runtime {
  return createRuntime({ ...house, worker: invocation });
}
