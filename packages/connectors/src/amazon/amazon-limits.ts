import type { Limit } from '../port/policy.ts';

/** One operation's usage plan: requests in a second and burst, as its description in the model says. */
export type UsagePlan = readonly [lane: string, perSecond: number, burst: number];

/**
 * A token bucket for each operation. What an account is allowed may be another: the header `x-amzn-RateLimit-Limit` of an
 * answer says the rate (SP-API docs, "Usage Plans and Rate Limits").
 */
export function amazonLimits(plans: readonly UsagePlan[]): readonly Limit[] {
  return plans.map(([lane, perSecond, burst]) => ({
    kind: 'rate',
    lane,
    requests: perSecond,
    seconds: 1,
    burst,
    perSecondHeader: 'x-amzn-ratelimit-limit',
  }));
}
