import { check, type Order } from '@dist/canonical';
import type { OrderEvent } from '@dist/orchestration';
import type { Dispatch } from '@dist/orchestration/runtime';
import { orderKey } from './intake/order-key.ts';
import { placeHold } from './intake/place-hold.ts';
import type { OrderRead } from './order-read.ts';
import type { ReceiptIssue } from './receipt.ts';
import type { TradingPartner } from './trading-partner.ts';

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
  /** Events that a dispatch decides on when it sees the state. */
  readonly decided?: readonly OrderEvent[] | undefined;
  readonly issues: readonly ReceiptIssue[];
}

/**
 * The events of one mapped order. What the standard allows and a map or the rules of the model forbid does not refuse
 * the document (R10): the order is captured and held for a person; where no order could be made, its number is held.
 * Nothing is dispatched where not even a number is there: what becomes of that is for the caller to say.
 */
export function captureOrder(
  partner: Pick<TradingPartner, 'id' | 'order'>,
  mapped: OrderRead,
  source: Source,
): Captured {
  const order = mapped.value;
  if (order === undefined) return holdUnmapped(partner, mapped, source);
  const faults = check(order);
  const { key, document, receivedAt } = source;
  const base = { at: receivedAt, v: 2 } as const;
  const captured: OrderEvent = {
    ...base,
    type: 'order.captured',
    key,
    partner: partner.id,
    order,
    document,
    receivedAt,
  };
  const grave = [...mapped.issues.filter(isWrongTotal), ...faults.filter(isError)];
  const hold = { hold: 'check', key: `${key}/check`, at: receivedAt };
  const events = grave.length === 0 ? [captured] : [captured, placeHold(hold, grave)];
  return { dispatches: [{ id: idOf(partner, order), events }], issues: [...mapped.issues, ...faults] };
}

function idOf(partner: Pick<TradingPartner, 'id' | 'order'>, order: Order): string {
  const { number, release, dates, references } = order;
  const division = references.find(({ type }) => type === 'division')?.value;
  return orderKey(partner, { number, release, date: dates.ordered, division });
}

/** The partner was told that the document is accepted: it waits under its number, so that somebody sees to it. */
function holdUnmapped(
  partner: Pick<TradingPartner, 'id' | 'order'>,
  { partial, issues }: OrderRead,
  source: Source,
): Captured {
  const { number, release } = (partial ?? {}) as Partial<Record<'number' | 'release', unknown>>;
  if (typeof number !== 'string' || number === '') return { dispatches: [], issues };
  const id = orderKey(partner, { number, release: typeof release === 'string' ? release : undefined });
  // Each such document is a hold of its own: the control numbers tell them apart.
  const hold = `unmapped/${source.key.split('/').slice(-3).join('/')}`;
  const event = placeHold({ hold, key: `${source.key}/unmapped`, at: source.receivedAt }, issues.filter(isError));
  return { dispatches: [{ id, events: [event] }], issues };
}

const isError = ({ severity }: ReceiptIssue): boolean => severity === 'error';

/** What the buyer counted is not what came: part of the order may be missing. */
const isWrongTotal = ({ code, severity }: ReceiptIssue): boolean =>
  code === 'calc-differs' && severity !== 'information';
