import type { Policy } from '../index.ts';
import type { HostOptions } from './host.ts';
import { policyFrom } from './policy-from.ts';

/**
 * Milliseconds that a performer may take.
 *
 * @throws RangeError when the policy of new orders would look a lost answer up before the performer has surely ended.
 */
export function checkedTimeout(options: HostOptions): number {
  const { timeout = 10_000 } = options;
  if (!(timeout > 0)) throw new RangeError(`a performer needs time: ${timeout} ms is none`);
  requireLateLookUp(policyFrom(options, undefined), timeout);
  return timeout;
}

function requireLateLookUp({ version, retry }: Policy, timeout: number): void {
  const wait = retry.lookUpAfterSeconds * 1000;
  if (wait >= timeout) return;
  throw new RangeError(
    `policy ${version} looks a lost answer up after ${wait} ms, and a performer may take ${timeout} ms: what is still on its way could land after the look-up`,
  );
}
