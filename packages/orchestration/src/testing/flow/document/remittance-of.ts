import type { Remittance } from '@dist/canonical';
import { negate, sum } from '@dist/canonical/arithmetic';
import type { FlowEventOf } from '../flow-event.ts';

/** The remittance that an event tells of; deductions stand as negative adjustments of their lines. */
export function remittanceOf(event: FlowEventOf<'820 received'>, partner: string): Remittance {
  const lines = event.lines.map(({ invoice, net, deductions = [] }) => ({
    type: 'invoice' as const,
    number: invoice,
    net,
    ...(deductions.length > 0 && {
      adjustments: deductions.map(({ reason, amount }) => ({ reason, amount: negate(amount) })),
    }),
  }));
  return {
    kind: 'remittance',
    version: '1',
    traceNumber: event.payment,
    handling: 'paymentWithRemittance',
    direction: 'credit',
    method: 'ach',
    total: event.total ?? sum(lines.map(({ net }) => net)),
    currency: 'USD',
    payer: { ids: [{ scheme: 'seller', value: partner }] },
    references: [],
    lines,
  };
}
