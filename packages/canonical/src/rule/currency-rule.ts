import { minorUnit } from '../data/currencies.ts';
import type { Rule } from './rule.ts';

/** Without the currency's minor unit no amount can be rounded. */
export const currencyIsKnown: Rule<{ currency?: string | undefined }> = {
  code: 'currency-unknown',
  severity: 'error',
  meaning: 'the currency is one of ISO 4217 with a minor unit',
  *find({ currency }) {
    if (currency === undefined || minorUnit(currency) !== undefined) return;
    yield {
      message: `${currency} is not a currency of ISO 4217`,
      path: ['currency'],
      expected: 'an ISO 4217 code',
      found: currency,
    };
  },
};
