import { orderId } from '@dist/orchestration';
import type { TradingPartner } from '../trading-partner.ts';

/** What a document says of the order that it is about. */
export interface OrderNumbers {
  readonly number: string;
  readonly release?: string | undefined;
  /** Day of the order, `CCYY-MM-DD`. */
  readonly date?: string | undefined;
  readonly division?: string | undefined;
}

/** The id of an order by the fields that the partner's orders are told apart by (R04): number and release when it says nothing. */
export function orderKey({ id, order }: Pick<TradingPartner, 'id' | 'order'>, numbers: OrderNumbers): string {
  const { number, release, date, division } = numbers;
  const identity = order?.identity ?? ['number', 'release'];
  const more = [
    ...(identity.includes('date') ? [date ?? ''] : []),
    ...(identity.includes('division') ? [division ?? ''] : []),
  ];
  return orderId(id, { number, release: identity.includes('release') ? release : undefined }, more);
}
