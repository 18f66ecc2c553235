import type { Policy } from '../policy/policy.ts';
import type { OrderEvent } from '../word/event.ts';
import type { OrderState } from '../word/state.ts';
import { empty } from './empty.ts';
import { transition } from './transition.ts';

/** The state that a log of events leads to. Equal to the state that was kept while they came. */
export function replay(id: string, events: Iterable<OrderEvent>, policy: Policy): OrderState {
  let state = empty(id);
  for (const event of events) state = transition(state, event, policy).state;
  return state;
}
