import type { Order } from '@dist/canonical';
import type { OrderState } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/** The order of a state, as change orders have made it; undefined while none was captured. */
export function orderOf(state: OrderState): Order | undefined {
  return viewOf(state).order;
}
