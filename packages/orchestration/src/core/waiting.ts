import type { Policy } from '../policy/policy.ts';
import type { IssuedEffect, OrderState, Waiting } from '../word/state.ts';
import { last } from './instant.ts';
import { lines } from './lines.ts';
import { phase } from './phase.ts';
import { viewOf } from './view.ts';

/** What an order waits for, on whom, and since when: the first thing that would move it on. */
export function waiting(state: OrderState, policy: Policy): Waiting {
  switch (phase(state)) {
    case 'empty':
      return { on: 'partner', what: 'a purchase order', since: lastFact(state) };
    case 'abandoned':
      return { on: 'nothing', what: 'nothing', since: lastFact(state) };
    case 'parked':
      return onEntry(state, policy, 'parked');
    case 'held':
      return onHold(state);
    case 'inDoubt':
      return onEntry(state, policy, 'inDoubt');
    case 'fulfilling':
    case 'backordered':
      return onShipment(state);
    case 'shipped':
      return onInvoice(state);
    case 'invoiced':
      return onAwaited(state, policy);
    default:
      return onEntry(state, policy, 'issued');
  }
}

function onEntry(state: OrderState, policy: Policy, status: IssuedEffect['status']): Waiting {
  const found = Object.values(state.effects)
    .filter((entry) => entry.status === status)
    .sort((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (found === undefined) return onAnswer(state);
  const { effect, message, since } = found;
  if (status === 'parked') {
    const owner = policy.errorClasses[found.class ?? 'system'].owner;
    return { on: 'person', what: `${owner}: ${effect.key} failed, ${message ?? 'no reason given'}`, since };
  }
  const erp = effect.lane.startsWith('erp:');
  if (status === 'inDoubt') return { on: 'erp', what: `whether ${effect.key} arrived: ${message ?? ''}`, since };
  const again = found.attempt > 1 ? ` (attempt ${found.attempt}: ${message ?? ''})` : '';
  return { on: erp ? 'erp' : 'us', what: `${effect.key} to be done${again}`, since };
}

function onAnswer(state: OrderState): Waiting {
  const since = lastFact(state);
  if (phase(state) === 'submitting') return { on: 'erp', what: 'the answer to what was submitted', since };
  return { on: 'nothing', what: 'nothing', since };
}

function onHold(state: OrderState): Waiting {
  const hold = Object.values(state.holds).sort((a, b) => (a.since < b.since ? -1 : 1))[0];
  return { on: 'person', what: `${hold?.owner}: hold ${hold?.hold}, ${hold?.reason}`, since: hold?.since ?? '' };
}

function onShipment(state: OrderState): Waiting {
  const open = lines(state).filter((line) => line.open !== '0');
  const what = open.map((line) => `${line.open} ${line.unit} of line ${line.lineId}`).join(', ');
  const view = viewOf(state.facts);
  const stock = view.lines.backordered.size > 0 ? 'stock and ' : '';
  return {
    on: 'erp',
    what: `${stock}the shipment of ${what}`,
    since: last([...view.accepted.values(), ...view.shipments.values()].map((event) => event.at)),
  };
}

function onInvoice(state: OrderState): Waiting {
  const shipments = [...viewOf(state.facts).shipments.values()];
  const what = `the invoice of ${shipments.map((event) => event.shipment.shipmentId).join(', ')}`;
  return { on: 'erp', what, since: shipments.map((event) => event.at).sort()[0] ?? '' };
}

function onAwaited(state: OrderState, policy: Policy): Waiting {
  const [oldest] = Object.entries(state.awaited).sort(([, a], [, b]) => (a < b ? -1 : 1));
  if (oldest === undefined) return onEntry(state, policy, 'issued');
  const [what, since] = oldest;
  const name = what.slice(what.indexOf('/') + 1);
  if (what.startsWith('997/')) return { on: 'partner', what: `the acknowledgment of ${name}`, since };
  if (what.startsWith('payment/')) return { on: 'payment', what: `the payment of invoice ${name}`, since };
  return { on: 'erp', what: `a shipment that covers invoice ${name}`, since };
}

function lastFact(state: OrderState): string {
  return last(Object.values(state.facts).map((event) => event.at));
}
