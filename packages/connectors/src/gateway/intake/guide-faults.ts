import type { Issue } from '@dist/x12';
import type { TradingPartner } from '../trading-partner.ts';

/** What becomes of a set that the standard accepts and only the guide faults (R10). */
export type GuideOutcome = 'none' | 'hold' | '824';

/** The faults of an accepted set that only the partner's guide finds; those that it calls silent are none. */
export function guideFaults(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ guide, severity }) => guide !== undefined && severity === 'warning');
}

/** By the profile: such a document is held, unless it is to be answered by an 824 and there is a map for one. */
export function guideOutcome(
  faults: readonly Issue[],
  { acknowledgment }: Pick<TradingPartner, 'acknowledgment'>,
  hasAdviceMap: boolean,
): GuideOutcome {
  if (faults.length === 0) return 'none';
  return acknowledgment?.guideFault === '824' && hasAdviceMap ? '824' : 'hold';
}
