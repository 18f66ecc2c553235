import type { Order, OrderChange } from '@dist/canonical';
import type { FlowEventOf } from '../flow-event.ts';
import { amountOf } from './amount-of.ts';

/** The change that an event tells of. Quantities mean what the policy says. */
export function changeOf(event: FlowEventOf<'860 received'>, number: string, order: Order | undefined): OrderChange {
  return {
    kind: 'orderChange',
    version: '1',
    purpose: event.purpose === '01' ? 'cancellation' : 'change',
    mode: 'delta',
    orderNumber: number,
    ...(event.sequence !== undefined && { changeNumber: String(event.sequence) }),
    dates: {},
    parties: {},
    references: [],
    lines: (event.lines ?? []).map(({ line, action, quantity, unit, price }) => ({
      lineId: line,
      action,
      ids: [],
      ...(quantity !== undefined && { quantity: amountOf({ line, quantity, unit }, order) }),
      ...(price !== undefined && { price: { amount: price } }),
    })),
  };
}
