import type { LaneLimit } from './journal.ts';
import type { Outcome } from './performers.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/** The limits of the lanes at an instant. */
export async function lanesNow(
  { limits }: Pick<RuntimeOptions, 'limits'>,
  now: string,
): Promise<readonly LaneLimit[] | undefined> {
  return limits !== undefined && 'report' in limits ? limits.limits(now) : limits;
}

/** Tells whoever guards the lanes how a call has ended. */
export function reportCall(
  { limits, clock }: Pick<RuntimeOptions, 'limits' | 'clock'>,
  lane: string,
  { failure }: Outcome,
): void {
  if (limits !== undefined && 'report' in limits) limits.report(lane, failure, clock());
}
