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
 * The events of one mapped order. What the standard allows and a map or the rules of the model forbid does not refuse
 * the document (R10): the order is captured and held for a person; where no order could be made, its number is held.
 */
export function captureOrder(partner: string, mapped: MapResult<Order>, source: Source): Captured {
  const order = mapped.value;
  if (order === undefined) return holdUnmapped(partner, mapped, source);
  const faults = check(order);
  const { key, document, receivedAt } = source;
  const base = { at: receivedAt, v: 2 } as const;
  const captured: OrderEvent = { ...base, type: 'order.captured', key, partner, order, document, receivedAt };
  const grave = [...mapped.issues.filter(isWrongTotal), ...faults.filter(isError)];
  const events = grave.length === 0 ? [captured] : [captured, placeHold('check', `${key}/check`, grave, receivedAt)];
  return { dispatches: [{ id: orderId(partner, order), events }], issues: [...mapped.issues, ...faults] };
}

/** The partner was told that the document is accepted: it waits under its number, so that somebody sees to it. */
function holdUnmapped(partner: string, { partial, issues }: MapResult<Order>, source: Source): Captured {
  const { number, release } = (partial ?? {}) as Partial<Record<'number' | 'release', unknown>>;
  if (typeof number !== 'string' || number === '') return { dispatches: [], issues };
  const id = orderId(partner, { number, release: typeof release === 'string' ? release : undefined });
  // Each such document is a hold of its own: the control numbers tell them apart.
  const name = `unmapped/${source.key.split('/').slice(-3).join('/')}`;
  const event = placeHold(name, `${source.key}/unmapped`, issues.filter(isError), source.receivedAt);
  return { dispatches: [{ id, events: [event] }], issues };
}

function placeHold(hold: string, key: string, faults: readonly ReceiptIssue[], at: string): OrderEvent {
  const told = faults.slice(0, mostTold).map((issue) => issue.message);
  const more = faults.length > mostTold ? [`and ${faults.length - mostTold} more`] : [];
  const reason = [...told, ...more].join('; ');
  return { at, v: 2, type: 'hold.placed', key, hold, reason, class: 'partnerFormat' };
}

/** Faults that a hold names; all of them are in the receipt. */
const mostTold = 5;

const isError = ({ severity }: ReceiptIssue): boolean => severity === 'error';

/** What the buyer counted is not what came: part of the order may be missing. */
const isWrongTotal = ({ code, severity }: ReceiptIssue): boolean =>
  code === 'calc-differs' && severity !== 'information';
