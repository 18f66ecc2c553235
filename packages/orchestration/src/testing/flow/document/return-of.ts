import type { Order, Return } from '@dist/canonical';
import { subtract } from '@dist/canonical/arithmetic';
import type { FlowEventOf } from '../flow-event.ts';
import { amountOf } from './amount-of.ts';

/** A return in one of its states. */
export function returnOf(
  event: FlowEventOf<'rma granted' | 'return received' | 'inspected'>,
  at: string,
  number: string,
  order: Order | undefined,
): Return {
  const status = ({ 'rma granted': 'authorized', 'return received': 'received', inspected: 'inspected' } as const)[
    event.event
  ];
  const lines = event.lines.map((row) => {
    const quantity = amountOf(row, order);
    const refused = { ...quantity, value: row.refused ?? '0' };
    const taken = { ...quantity, value: subtract(quantity.value, refused.value) };
    const outcomes = [
      { decision: 'accepted' as const, quantity: taken },
      ...(refused.value === '0' ? [] : [{ decision: 'refused' as const, quantity: refused }]),
    ];
    return {
      lineId: row.line,
      original: { orderNumber: number, lineId: row.line },
      ids: [],
      quantity,
      reason: 'unwanted',
      authorizedQuantity: quantity,
      ...(status !== 'authorized' && { receivedQuantity: quantity }),
      ...(status === 'inspected' && { outcomes }),
    };
  });
  const requestedOn = at.slice(0, 10);
  const about = { currency: 'USD', parties: {}, references: [], lines };
  return { kind: 'return', version: '1', purpose: 'original', number: event.rma, status, requestedOn, ...about };
}
