import { effectKey } from '../kernel/effect-key.ts';
import type { View } from '../kernel/view.ts';
import type { Effect } from '../word/effect.ts';
import type { IssuedEffect, OrderState, Timer } from '../word/state.ts';
import { isActive } from './is-active.ts';
import { viewOf } from './view-of.ts';

/** One thing that the facts oblige us to do, and how far it is. */
export interface Obligation {
  readonly key: string;
  /** `blocked`: it is owed and may not be done yet; `why` says what it waits for. */
  readonly status: IssuedEffect['status'] | 'blocked';
  /** As it was issued; undefined of what was not. */
  readonly effect?: Effect | undefined;
  readonly why?: string | undefined;
}

/** All that the facts oblige us to do: what was issued, done or not, and what a gate or a hold keeps back. */
export function obligations(state: OrderState): readonly Obligation[] {
  const view = viewOf(state);
  const issued = Object.values(state.effects).map(({ status, effect, message }) => ({
    key: effect.key,
    status,
    effect,
    ...(message !== undefined && { why: message }),
  }));
  return isActive(view) ? [...issued, ...blocked(state, view)] : issued;
}

/** Every deadline that is owed, earliest first. */
export function timers({ timers: owed }: OrderState): readonly Timer[] {
  return Object.entries(owed)
    .map(([timer, due]) => ({ timer, due }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function blocked(state: OrderState, view: View): readonly Obligation[] {
  const held = Object.keys(state.holds);
  const why = held.length > 0 ? `open holds: ${held.join(', ')}` : undefined;
  const edi = view.captured?.order.channel === 'edi';
  const submits = view.cancels.size > 0 ? [] : [...view.unsubmitted].map((id) => effectKey.submit(state.id, id));
  const notices = [...view.unnoticed].map((id) =>
    edi ? effectKey.shipNotice(state.id, id) : effectKey.shopFulfillment(state.id, id),
  );
  const invoices = [...view.unbilled].map((number) => ({
    key: edi ? effectKey.invoice(state.id, number) : effectKey.shopInvoice(state.id, number),
    status: 'blocked' as const,
    why: why ?? 'what it bills is on no notice that stands',
  }));
  const waiting = [...submits, ...notices].map((key) => ({
    key,
    status: 'blocked' as const,
    why: why ?? 'not all parts of the order are decided',
  }));
  return [...waiting, ...invoices];
}
