import { loadId } from '../identity/load-id.ts';
import type { Fact } from './fact.ts';
import { partnerOf } from './partner-of.ts';
import type { View } from './view.ts';

type Named = Fact<'order.captured'> | Fact<'change.requested'> | Fact<'load.joined'> | Fact<'load.closed'>;

/**
 * Why what a partner says is not of this order or load: it names another partner, another purchase order, another load.
 * Undefined where it is of it, or where nothing is known yet that it could be compared with.
 */
export function stranger(view: View, fact: Named): string | undefined {
  if (fact.type === 'load.joined' || fact.type === 'load.closed') {
    if (loadId(fact.partner, fact.load) === view.id) return undefined;
    return `it is of load ${fact.load} of ${fact.partner}, and this is ${view.id}`;
  }
  const { captured } = view;
  if (captured === undefined) {
    const shared = partnerOf(view);
    return fact.type === 'order.captured' && shared !== undefined
      ? `this is no order but a load or a remittance of ${shared}`
      : undefined;
  }
  const number = fact.type === 'order.captured' ? fact.order.number : fact.content.orderNumber;
  if (fact.partner === captured.partner && number === captured.order.number) return undefined;
  return `it is of purchase order ${number} of ${fact.partner}, and this is ${captured.order.number} of ${captured.partner}`;
}
