import { compare, divide, isNegative, multiply, negate, subtract } from '@dist/canonical/arithmetic';
import type { Policy } from './policy.ts';

/** Whether a price is near enough to the agreed one: within the percentage, and within the amount where one is set. */
export function withinTolerance(price: string, agreed: string, policy: Policy['price']): boolean {
  const gap = subtract(price, agreed);
  const difference = isNegative(gap) ? negate(gap) : gap;
  const allowed = divide(multiply(agreed, policy.tolerancePercent), '100', 6);
  if (compare(difference, allowed) > 0) return false;
  return policy.toleranceAmount === undefined || compare(difference, policy.toleranceAmount) <= 0;
}
