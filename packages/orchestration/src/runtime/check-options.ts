import { policyOf, type RuntimeOptions } from './runtime-options.ts';
import { timeoutOf } from './timeout-of.ts';

/**
 * Refuses times that do not fit together: a performer must have ended before its claim runs out, or two would be at the
 * same work; and a lost submit must have landed or died before it is looked up, or it could land after the look-up.
 *
 * @throws RangeError that says which time is wrong and what it must be.
 */
export function checkOptions(options: RuntimeOptions): void {
  const { lease = 60_000, performers, mostWaiting, cache = 1000, snapshotEvery = 32 } = options;
  for (const type of typesOf(performers)) {
    const timeout = timeoutOf(options, type);
    if (!(timeout > 0)) throw new RangeError(`the performer of ${type} needs time: ${timeout} ms is none`);
    if (timeout >= lease)
      throw new RangeError(
        `the performer of ${type} may take ${timeout} ms: that must be less than the lease, ${lease} ms`,
      );
  }
  const { version, retry } = policyOf(options, { policy: undefined });
  const [submit, wait] = [timeoutOf(options, 'erp.submit'), retry.lookUpAfterSeconds * 1000];
  if (wait < submit)
    throw new RangeError(
      `policy ${version} looks a lost submit up after ${wait} ms, and the performer of erp.submit may take ${submit} ms: what is still on its way could land after the look-up`,
    );
  if (!(cache >= 0)) throw new RangeError(`cache is a number of orders: ${cache} is none`);
  if (!(snapshotEvery >= 1)) throw new RangeError(`snapshotEvery is a number of entries: ${snapshotEvery} is none`);
  if (mostWaiting !== undefined && !(mostWaiting >= 0))
    throw new RangeError(`mostWaiting is a number of effects: ${mostWaiting} is none`);
}

function typesOf(performers: RuntimeOptions['performers']): readonly (keyof RuntimeOptions['performers'])[] {
  return Object.keys(performers) as (keyof RuntimeOptions['performers'])[];
}
