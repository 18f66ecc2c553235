import { effectKey } from '../kernel/effect-key.ts';
import type { View } from '../kernel/view.ts';
import type { Policy } from '../policy/policy.ts';
import type { Effect } from '../word/effect.ts';
import type { IssuedEffect, OrderState, Timer } from '../word/state.ts';
import { isActive } from './is-active.ts';
import { policyOfOrder } from './policy-of-order.ts';
import { slaOf } from './sla-of.ts';
import { viewOf } from './view-of.ts';

/** One thing that the facts oblige us to do, and how far it is. */
export interface Obligation {
  readonly key: string;
  /** `blocked`: it is owed and may not be done yet; `why` says what it waits for. */
  readonly status: IssuedEffect['status'] | 'blocked';
  /** As it was issued; undefined of what was not. */
  readonly effect?: Effect | undefined;
  readonly why?: string | undefined;
  /** By when, whose it is, what it costs; where it has a deadline and the policy is given. */
  readonly deadline?: ObligationDeadline | undefined;
}

/** The deadline of an obligation (R26). */
export interface ObligationDeadline {
  readonly timer: string;
  readonly due: string;
  /** When it was seen to have passed. */
  readonly missedAt?: string | undefined;
  readonly owner: string;
  /** A decimal in the order's currency. */
  readonly breachCost?: string | undefined;
}

/**
 * All that the facts oblige us to do: what was issued, done or not, and what a gate or a hold keeps back. With the policy each
 * has its deadline, whose it is and what missing it costs.
 */
export function obligations(state: OrderState, policy?: Policy): readonly Obligation[] {
  const all = owed(state);
  if (policy === undefined) return all;
  const deadlines = deadlinesOf(state, policy);
  return all.map((one) => {
    const deadline = deadlines.get(effectKey.root(one.key));
    return deadline === undefined || ends.has(one.status) ? one : { ...one, deadline };
  });
}

/** A document that was sent anew, or was given up, has its deadline no more: the one in its place has. */
const ends: ReadonlySet<string> = new Set(['superseded', 'withdrawn']);

function owed(state: OrderState): readonly Obligation[] {
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

/** By the key of the effect that ends it. */
function deadlinesOf(state: OrderState, policy: Policy): ReadonlyMap<string, ObligationDeadline> {
  const view = viewOf(state);
  const own = policyOfOrder(policy, view);
  const found = new Map<string, ObligationDeadline>();
  for (const [timer, due] of Object.entries(state.timers)) {
    const key = keyOf(state.id, timer);
    const sla = slaOf({ policy: own, view }, timer);
    if (key === undefined || sla === undefined) continue;
    const { owner, breachCost } = sla;
    const missedAt = Object.hasOwn(state.breaches, timer) ? state.breaches[timer] : undefined;
    found.set(key, {
      timer,
      due,
      owner,
      ...(missedAt !== undefined && { missedAt }),
      ...(breachCost !== undefined && { breachCost }),
    });
  }
  return found;
}

/** What a 997 is awaited of is the partner's to do, not ours. */
function keyOf(id: string, timer: string): string | undefined {
  const at = timer.indexOf('/');
  const name = timer.slice(at + 1);
  switch (at < 0 ? timer : timer.slice(0, at)) {
    case '855':
      return effectKey.acknowledgment(id);
    case '856':
      return at < 0 ? effectKey.loadNotice(id) : effectKey.shipNotice(id, name);
    case '810':
      return effectKey.invoice(id, name);
    case '865':
      return effectKey.changeAcknowledgment(id, name);
    default:
      return undefined;
  }
}
