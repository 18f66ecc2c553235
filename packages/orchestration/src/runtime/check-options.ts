import { isWholeText } from '../word/is-whole-text.ts';
import { instantSchema } from '../word/schema/instant-schema.ts';
import { longestTimeout } from './longest-timeout.ts';
import { performedTypes } from './performed-types.ts';
import { policyOf, type RuntimeOptions } from './runtime-options.ts';
import { timeoutOf } from './timeout-of.ts';

/**
 * Refuses times that do not fit together: a performer must have ended before its claim runs out, or two would be at the
 * same work; and a lost submit must have landed or died before it is looked up, or it could land after the look-up.
 *
 * What could only go wrong later is refused too: a performer that is missing, a worker without a name, a clock of another form.
 *
 * @throws RangeError that says what is wrong and what it must be.
 */
export function checkOptions(options: RuntimeOptions): void {
  const { mostWaiting, cache = 1000, snapshotEvery = 32 } = options;
  checkPerformers(options);
  checkTimes(options);
  checkWorker(options);
  if (!(cache >= 0)) throw new RangeError(`cache is a number of orders: ${cache} is none`);
  if (!(snapshotEvery >= 1)) throw new RangeError(`snapshotEvery is a number of entries: ${snapshotEvery} is none`);
  if (mostWaiting !== undefined && !(mostWaiting >= 0))
    throw new RangeError(`mostWaiting is a number of effects: ${mostWaiting} is none`);
}

const everyType = [...performedTypes, 'document.deliver'] as const;

function checkPerformers({ performers }: RuntimeOptions): void {
  const missing = everyType.filter((type) => typeof performers[type] !== 'function');
  if (missing.length > 0)
    throw new RangeError(
      `nothing performs ${missing.join(', ')}: give each a performer, or lay yours over notOffered()`,
    );
}

function checkTimes(options: RuntimeOptions): void {
  const { lease = 60_000 } = options;
  if (!isTime(lease) || lease > longestTimeout)
    throw new RangeError(`lease is a number of milliseconds, ${longestTimeout} at most: ${lease} is none`);
  for (const type of everyType) {
    const timeout = timeoutOf(options, type);
    if (!isTime(timeout)) throw new RangeError(`the performer of ${type} needs time: ${timeout} ms is none`);
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
}

function isTime(milliseconds: number): boolean {
  return Number.isFinite(milliseconds) && milliseconds > 0;
}

/** Leases begin with the worker's name, and instants are compared as text. */
function checkWorker({ worker, clock }: RuntimeOptions): void {
  if (typeof worker !== 'string' || worker === '' || !isWholeText(worker))
    throw new RangeError(`worker is a name, such as "host-1/slot-1": ${JSON.stringify(worker)} is none`);
  const now = clock();
  if (!instantSchema.safeParse(now).success)
    throw new RangeError(
      `clock answers the instant in UTC with milliseconds, as toISOString() of a Date does: ${JSON.stringify(now)} is none`,
    );
}
