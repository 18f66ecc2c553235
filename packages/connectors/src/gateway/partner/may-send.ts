import { type Journal, type PartnerState, partnerState, readSwitches } from '@dist/orchestration/runtime';
import type { GatewayOptions } from '../gateway-options.ts';

/** Why nothing is sent to a partner now. */
export interface NotSent {
  readonly state: PartnerState;
  readonly message: string;
}

/**
 * Whether a partner may be sent to (R29): in production only who is live, for test also who tests or is certified. The lanes of
 * a runtime with a `laneGuard` are stopped by the same switches; this holds without one, too. Undefined when it may.
 */
export async function mayNotSend(
  { usage, unknownPartner = 'live' }: Pick<GatewayOptions, 'usage' | 'unknownPartner'>,
  journal: Pick<Journal, 'mark'>,
  partner: string,
): Promise<NotSent | undefined> {
  const state = partnerState(await readSwitches(journal), partner, { unknownPartner });
  if (state === 'live' || (usage === 'T' && (state === 'testing' || state === 'certified'))) return undefined;
  const what = usage === 'P' ? 'production' : 'test';
  return { state, message: `${partner} is ${reasons[state]}: nothing leaves for it in ${what}.` };
}

const reasons: Readonly<Record<Exclude<PartnerState, 'live'>, string>> = {
  draft: 'a draft, not certified',
  testing: 'still testing, not certified',
  certified: 'certified, and not live yet',
  suspended: 'suspended',
};
