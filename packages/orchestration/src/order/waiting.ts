import { last } from '../kernel/instant.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssuedEffect, OrderState, Waiting } from '../word/state.ts';
import { lines } from './lines.ts';
import { phase } from './phase.ts';
import { viewOf } from './view-of.ts';

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
    const movedBy = [`operator.replayed/${effect.key}`, `operator.dismissed/${effect.key}`];
    return { on: 'person', what: `${owner}: ${effect.key} failed, ${message ?? 'no reason given'}`, since, movedBy };
  }
  if (status === 'inDoubt') {
    const part = effect.body.type === 'erp.submit' ? effect.body.request.part.partId : '';
    const movedBy = [`erp.accepted/${part}`, `erp.rejected/${part}`, `erp.notFound/${part}/${found.attempt}`];
    return { on: 'erp', what: `whether ${effect.key} arrived: ${message ?? ''}`, since, movedBy };
  }
  const again = found.attempt > 1 ? ` (attempt ${found.attempt}: ${message ?? ''})` : '';
  const movedBy = [`effect.done/${effect.key}`, `effect.failed/${effect.key}`];
  return { on: doerOf(effect.lane), what: `${effect.key} to be done${again}`, since, movedBy };
}

function doerOf(lane: string): Waiting['on'] {
  if (lane.startsWith('erp:')) return 'erp';
  return lane.startsWith('warehouse:') ? 'warehouse' : 'us';
}

function onAnswer(state: OrderState): Waiting {
  const since = lastFact(state);
  if (phase(state) === 'submitting') return { on: 'erp', what: 'the answer to what was submitted', since };
  return { on: 'nothing', what: 'nothing', since };
}

function onHold(state: OrderState): Waiting {
  const [hold] = Object.values(state.holds).sort((a, b) => (a.since < b.since ? -1 : 1));
  if (hold === undefined) return onAnswer(state);
  const what = `${hold.owner}: hold ${hold.hold}, ${hold.reason}`;
  return { on: 'person', what, since: hold.since, movedBy: [`hold.released/${hold.hold}`, ...decisionsOn(hold.hold)] };
}

/** What a person may decide instead of releasing. */
function decisionsOn(hold: string): readonly string[] {
  const [kind = '', ...name] = hold.split('/');
  const decisions: Readonly<Record<string, string>> = {
    change: 'change.decided',
    substitution: 'substitution.decided',
    conflict: 'operator.corrected',
  };
  const decision = Object.hasOwn(decisions, kind) ? decisions[kind] : undefined;
  return decision === undefined ? [] : [`${decision}/${name.join('/')}`];
}

function onShipment(state: OrderState): Waiting {
  const open = lines(state).filter((line) => line.open !== '0');
  const what = open.map((line) => `${line.open} ${line.unit} of line ${line.lineId}`).join(', ');
  const view = viewOf(state);
  const stock = view.lines.backordered.size > 0 ? 'stock and ' : '';
  return {
    on: 'erp',
    what: `${stock}the shipment of ${what}`,
    movedBy: ['shipment.posted', 'line.shortClosed', 'cancel.requested'],
    since: last([
      ...[...view.parts.values()].flatMap(({ accepted }) => accepted?.at ?? []),
      ...[...view.shipments.values()].map(({ fact }) => fact.at),
    ]),
  };
}

function onInvoice(state: OrderState): Waiting {
  const shipments = [...viewOf(state).shipments.values()].map(({ fact }) => fact);
  const what = `the invoice of ${shipments.map((event) => event.shipment.shipmentId).join(', ')}`;
  return { on: 'erp', what, since: shipments.map((event) => event.at).sort()[0] ?? '', movedBy: ['invoice.posted'] };
}

function onAwaited(state: OrderState, policy: Policy): Waiting {
  const [oldest] = Object.entries(state.awaited).sort(([, a], [, b]) => (a < b ? -1 : 1));
  if (oldest === undefined) return onEntry(state, policy, 'issued');
  const [what, since] = oldest;
  const name = what.slice(what.indexOf('/') + 1);
  if (what.startsWith('997/')) {
    const movedBy = [`acknowledgment.received/${name}`, `operator.replayed/${name}`];
    return { on: 'partner', what: `the acknowledgment of ${name}`, since, movedBy };
  }
  if (what.startsWith('payment/')) {
    return { on: 'payment', what: `the payment of invoice ${name}`, since, movedBy: [`payment.applied/${name}`] };
  }
  return { on: 'erp', what: `a shipment that covers invoice ${name}`, since, movedBy: ['shipment.posted'] };
}

function lastFact(state: OrderState): string {
  return last(Object.values(state.facts).map((event) => event.at));
}
