import { check, type OrderChange } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import type { OrderEvent, OrderState } from '@dist/orchestration';
import type { Captured } from '../capture-order.ts';
import type { ReceiptIssue } from '../receipt.ts';
import type { TradingPartner } from '../trading-partner.ts';
import { eventBase } from './event-base.ts';
import type { IntakeSource } from './intake-source.ts';
import { orderKey } from './order-key.ts';
import { placeHold } from './place-hold.ts';

/** A change order (860), for the order whose number it has, be that here already or not (R17). */
export function takeOrderChange(source: IntakeSource, mapped: MapResult<OrderChange>): Captured {
  const { profile } = source.partner;
  const content = mapped.value;
  if (content === undefined) return holdUnmapped(source, mapped);
  const { orderNumber: number, orderRelease: release, orderDate: date, references, changeNumber } = content;
  const division = references.find(({ type }) => type === 'division')?.value;
  const change = changeNumber ?? source.key;
  const event: OrderEvent = {
    ...eventBase(source),
    type: 'change.requested',
    partner: profile.id,
    change,
    ...sequenceOf(profile, changeNumber),
    content,
    ...(profile.change?.quantities && { quantities: profile.change.quantities }),
    document: source.document,
    receivedAt: source.receivedAt,
  };
  // What its quantities mean is asked by the order itself, which holds the change where nobody says it.
  const faults = check({ ...content, quantities: content.quantities ?? profile.change?.quantities ?? 'total' });
  const hold = { hold: `check/${change}`, key: `${source.key}/check`, at: source.receivedAt };
  const grave = faults.filter(isError);
  const events = grave.length === 0 ? [] : [placeHold(hold, grave)];
  const id = orderKey(profile, { number, release, date, division });
  const decide = (state: OrderState) => (isKnown(state, change, content) ? [] : [event]);
  return { dispatches: [{ id, events, decide }], decided: [event], issues: [...mapped.issues, ...faults] };
}

/** BCH05 as the place of the change in its order's sequence; a number that is none only names it. */
function sequenceOf({ change }: TradingPartner, changeNumber: string | undefined): { readonly sequence?: number } {
  if (change?.numbering === 'name' || changeNumber === undefined || !/^\d{1,9}$/.test(changeNumber)) return {};
  const sequence = Number(changeNumber);
  return sequence >= 1 ? { sequence } : {};
}

/** The same change again under new control numbers says nothing new; another content under its number is a conflict. */
function isKnown({ facts }: OrderState, change: string, content: OrderChange): boolean {
  const name = `change.requested/${change}`;
  const known = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return known?.type === 'change.requested' && JSON.stringify(known.content) === JSON.stringify(content);
}

/** Its order waits until somebody has seen to it; without a number it is for the caller. */
function holdUnmapped(source: IntakeSource, { partial, issues }: MapResult<OrderChange>): Captured {
  const { orderNumber, orderRelease } = (partial ?? {}) as Partial<Record<'orderNumber' | 'orderRelease', unknown>>;
  if (typeof orderNumber !== 'string' || orderNumber === '') return { dispatches: [], issues };
  const release = typeof orderRelease === 'string' ? orderRelease : undefined;
  const id = orderKey(source.partner.profile, { number: orderNumber, release });
  const hold = `unmapped/${source.key.split('/').slice(-3).join('/')}`;
  const event = placeHold({ hold, key: `${source.key}/unmapped`, at: source.receivedAt }, issues.filter(isError));
  return { dispatches: [{ id, events: [event] }], issues };
}

const isError = ({ severity }: ReceiptIssue): boolean => severity === 'error';
