import type { Policy } from '../policy/policy.ts';
import type { OrderState, Waiting } from '../word/state.ts';
import { phase } from './phase.ts';
import { runningTimers } from './transition.ts';
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
  const { on, what, since, movedBy = [] } = waiting(state, policy);
  const next = [...runningTimers(state)].sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const due = next === undefined ? '' : `; ${next.timer} is due ${next.due}`;
  const late = Object.keys(state.breaches);
  const breached = late.length === 0 ? '' : `; missed: ${late.join(', ')}`;
  const start = `Order ${state.id} is ${phase(state)}`;
  if (on === 'nothing') return `${start} and waits for nothing${due}${breached}.`;
  const moved = on === 'person' && movedBy.length > 0 ? `; ${movedBy.join(' or ')} moves it on` : '';
  return `${start}: it waits for ${who[on]}${since === '' ? '' : ` since ${since}`}, ${what}${moved}${due}${breached}.`;
}
