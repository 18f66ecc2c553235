import type { AllowanceCharge, PaymentTerms } from '@dist/canonical';

/** What is agreed with a trading partner about loading and paying. */
export interface Agreement {
  /** Cartons stand on pallets; else they go as parcels. */
  readonly pallets: boolean;
  readonly terms?: PaymentTerms | undefined;
  /** Added to the first invoice of each order. */
  readonly charge?: AllowanceCharge | undefined;
  /** The buyer paid at the shop: an invoice is settled as soon as it is made. */
  readonly paidWhenInvoiced: boolean;
}

const usual: Agreement = { pallets: true, terms: { netDays: 30 }, paidWhenInvoiced: false };

const agreements: ReadonlyMap<string, Agreement> = new Map([
  ['northfield', { ...usual, terms: { discountPercent: '2', discountDays: 10, netDays: 30 } }],
  ['harborline', { ...usual, terms: { netDays: 60 } }],
  // D240 is X12 element 1300: freight.
  ['cedarpoint', { ...usual, charge: { kind: 'charge', code: 'D240', amount: '18.5', description: 'Freight' } }],
  ['shop', { pallets: false, paidWhenInvoiced: true }],
]);

/** The agreement with a partner; the usual one where there is none. */
export function agreementWith(partner: string | undefined): Agreement {
  return agreements.get(partner ?? '') ?? usual;
}
