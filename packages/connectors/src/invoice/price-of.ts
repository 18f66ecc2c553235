import type { Price } from '@dist/canonical';
import { divide, equals, isZero, multiply } from '@dist/canonical/arithmetic';

/** The price behind a net amount: of one unit where that is exact in six places, else of all of them. */
export function priceOf(net: string, quantity: string): Price {
  if (isZero(quantity)) return { amount: net };
  const amount = divide(net, quantity, 6);
  return equals(multiply(amount, quantity), net) ? { amount } : { amount: net, per: quantity };
}
