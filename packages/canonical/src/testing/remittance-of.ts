import { sum } from '../arithmetic/add.ts';
import type { Invoice } from '../document/invoice.ts';
import type { Remittance } from '../document/remittance.ts';
import { dayOf, type StoryPlan } from './story-plan.ts';

/** A payment of all invoices. */
export function remittanceOf({ number, currency, days }: StoryPlan, invoices: readonly Invoice[]): Remittance {
  return {
    kind: 'remittance',
    version: '1',
    traceNumber: `T-${number}`,
    handling: 'paymentWithRemittance',
    direction: 'credit',
    method: 'ach',
    paidOn: dayOf(days, 5),
    total: sum(invoices.map(({ total }) => total)),
    currency,
    payer: { ids: [] },
    references: [],
    lines: invoices.map(({ number: paid, date, total }) => ({
      type: 'invoice',
      number: paid,
      date,
      gross: total,
      net: total,
    })),
  };
}
