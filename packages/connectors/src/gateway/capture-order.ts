import { check, type Order } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import { type OrderEvent, orderId } from '@dist/orchestration';
import type { Dispatch } from '@dist/orchestration/runtime';
import type { ReceiptIssue } from './receipt.ts';

/** Where a document came from. */
export interface Source {
  /** Unique for the document: interchange, group and set, or the message of a shop. */
  readonly key: string;
  /** Key of the stored bytes. */
  readonly document: string;
  readonly receivedAt: string;
}

export interface Captured {
  readonly dispatches: readonly Dispatch[];
  readonly issues: readonly ReceiptIssue[];
}

/**
 * The events of one mapped order. What the standard allows and the rules of the model forbid does not refuse the
 * document: the order is captured and held for a person (R10).
 */
export function captureOrder(partner: string, mapped: MapResult<Order>, source: Source): Captured {
  const order = mapped.value;
  if (order === undefined) return { dispatches: [], issues: mapped.issues };
  const faults = check(order);
  const { key, document, receivedAt } = source;
  const base = { at: receivedAt, v: 1 } as const;
  const captured: OrderEvent = { ...base, type: 'order.captured', key, partner, order, document, receivedAt };
  const errors = faults.filter((issue) => issue.severity === 'error');
  const reason = errors.map((issue) => issue.message).join('; ');
  const hold: OrderEvent = {
    ...base,
    type: 'hold.placed',
    key: `${key}/check`,
    hold: 'check',
    reason,
    class: 'partnerFormat',
  };
  const events = errors.length === 0 ? [captured] : [captured, hold];
  return { dispatches: [{ id: orderId(partner, order), events }], issues: [...mapped.issues, ...faults] };
}
