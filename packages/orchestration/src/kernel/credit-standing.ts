import type { Fact } from './fact.ts';
import type { View } from './view.ts';

/**
 * Whether a credit memo may take back what it names: `moot` when its invoice was voided before it went out (the partner
 * never saw either), `early` while its invoice has not gone out yet. Anything else may go.
 */
export function creditStanding(view: View, { invoice, of }: Fact<'invoice.posted'>): 'moot' | 'early' | 'stands' {
  const original = of ?? invoice.originalInvoice?.number;
  if (invoice.type !== 'creditMemo' || original === undefined) return 'stands';
  const known = view.invoices.get(original);
  if (known === undefined || known.issued) return 'stands';
  return view.voided.has(original) ? 'moot' : 'early';
}
