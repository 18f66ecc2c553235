import type { Invoice } from '../document/invoice.ts';
import type { DecimalString } from '../value/value.ts';
import { negate } from './add.ts';
import { normalize } from './normalize.ts';

/**
 * What an invoice adds to the buyer's debt: its total, or less than nothing for a credit memo. In the document neither has a
 * sign: its type says which way the money goes (X12 BIG07).
 */
export function signedTotal({ type, total }: Pick<Invoice, 'type' | 'total'>): DecimalString {
  return type === 'creditMemo' ? negate(total) : normalize(total);
}
