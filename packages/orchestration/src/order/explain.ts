import { unmatchedPayment } from '../kernel/unmatched-payment.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderState, Waiting } from '../word/state.ts';
import { phase } from './phase.ts';
import { policyOfOrder } from './policy-of-order.ts';
import { costOf, slaOf } from './sla-of.ts';
import { runningTimers } from './transition.ts';
import { viewOf } from './view-of.ts';
import { waiting } from './waiting.ts';

const who: Readonly<Record<Exclude<Waiting['on'], 'nothing'>, string>> = {
  us: 'us',
  erp: 'the ERP',
  warehouse: 'the warehouse',
  partner: 'the trading partner',
  person: 'a person',
  payment: 'the bank',
};

/** Where an order is, what it waits for and what falls due next, in one sentence for a person. */
export function explain(state: OrderState, policy: Policy): string {
  const { on, what: told, since, movedBy = [] } = waiting(state, policy);
  // A failure's message may be a sentence of its own.
  const what = told.replace(/[.\s]+$/, '');
  const next = [...runningTimers(state)].sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const due = next === undefined ? '' : `; ${next.timer} is due ${next.due}`;
  const late = Object.keys(state.breaches).map((timer) => missed(state, policy, timer));
  const breached = late.length === 0 ? '' : `; missed: ${late.join(', ')}`;
  const view = viewOf(state);
  const unmatched = [...view.paid.keys()].flatMap((number) => unmatchedPayment(view, number) ?? []);
  const rest = unmatched.length === 0 ? breached : `${breached}; paid: ${unmatched.join(', ')}`;
  const start = `Order ${state.id} is ${phase(state)}`;
  if (on === 'nothing') return `${start} and waits for nothing${due}${rest}.`;
  const moved = on === 'person' && movedBy.length > 0 ? `; ${movedBy.join(' or ')} moves it on` : '';
  return `${start}: it waits for ${who[on]}${since === '' ? '' : ` since ${since}`}, ${what}${moved}${due}${rest}.`;
}

/** With whose it is and what it costs, where the policy says it. */
function missed(state: OrderState, policy: Policy, timer: string): string {
  const view = viewOf(state);
  const sla = slaOf({ policy: policyOfOrder(policy, view), view }, timer);
  return sla?.isStated === true ? `${timer} (${costOf(sla)})` : timer;
}
