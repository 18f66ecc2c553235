import { minorUnit } from '../data/currencies.ts';
import type { Rule } from './rule.ts';

/** Without the currency's minor unit no amount can be rounded. */
export const currencyIsKnown: Rule<{ currency: string }> = {
  code: 'currency-unknown',
  severity: 'error',
  *find({ currency }) {
    if (minorUnit(currency) !== undefined) return;
    yield {
      message: `${currency} is not a currency of ISO 4217`,
      path: ['currency'],
      expected: 'an ISO 4217 code',
      found: currency,
    };
  },
};
