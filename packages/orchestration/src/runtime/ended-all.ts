import { OrderFault } from './order-fault.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/**
 * What came of pieces of work that have all ended. Faults of single orders are told to `onFault`, where there is one; all
 * else that went wrong is thrown, the first of it.
 */
export function endedAll({ onFault }: RuntimeOptions, ended: readonly PromiseSettledResult<unknown>[]): void {
  const reasons = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  const untold = reasons.filter((reason) => {
    if (onFault === undefined || !(reason instanceof OrderFault)) return true;
    onFault(reason);
    return false;
  });
  if (untold.length > 0) throw untold[0];
}
