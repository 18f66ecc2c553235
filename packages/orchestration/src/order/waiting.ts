import { effectKey } from '../kernel/effect-key.ts';
import { last } from '../kernel/instant.ts';
import { isUnanswered } from '../kernel/is-unanswered.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssuedEffect, OrderState, Waiting } from '../word/state.ts';
import { effectIn } from './effect-in.ts';
import { lines } from './lines.ts';
import { phase } from './phase.ts';
import { policyOfOrder } from './policy-of-order.ts';
import { unanswered } from './unanswered.ts';
import { unsettled } from './unsettled.ts';
import { viewOf } from './view-of.ts';
import { waitingForLoad } from './waiting-for-load.ts';
import { waitingForNotice } from './waiting-for-notice.ts';

/** What an order waits for, on whom, and since when: the first thing that would move it on. */
export function waiting(state: OrderState, policy: Policy): Waiting {
  switch (phase(state)) {
    case 'empty':
      return { on: 'partner', what: 'a purchase order', since: lastFact(state), movedBy: ['order.captured'] };
    case 'abandoned':
      return { on: 'nothing', what: 'nothing', since: lastFact(state) };
    case 'parked':
      return onEntry(state, policy, 'parked');
    case 'held':
      return onHold(state, policy);
    case 'inDoubt':
      return onEntry(state, policy, 'inDoubt');
    case 'fulfilling':
    case 'backordered':
    case 'shipped':
    case 'invoiced':
      return onRetry(state) ?? onOthers(state, policy);
    default:
      return onEntry(state, policy, 'issued');
  }
}

/** Of an order that the ERP has. */
function onOthers(state: OrderState, policy: Policy): Waiting {
  switch (phase(state)) {
    case 'shipped':
      return onInvoice(state);
    case 'invoiced':
      return onAwaited(state, policy);
    default:
      return viewOf(state).captured === undefined ? onShared(state, policy) : onShipment(state, policy);
  }
}

/** What has failed and is tried again holds back what comes after it, long before it parks. */
function onRetry(state: OrderState): Waiting | undefined {
  const { ledger } = viewOf(state);
  for (const key of [...ledger.byStatus.issued].sort()) {
    const entry = effectIn(state, key);
    if (entry !== undefined && entry.attempt > 1) return onTry(entry);
  }
  return undefined;
}

function onEntry(state: OrderState, policy: Policy, status: IssuedEffect['status']): Waiting {
  const found = Object.values(state.effects)
    .filter((entry) => entry.status === status)
    .sort((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (found === undefined) return onAnswer(state, policy);
  const { effect, message, since } = found;
  if (status === 'parked') {
    const owner = policy.errorClasses[found.class ?? 'system'].owner;
    const movedBy = [`operator.replayed/${effect.key}`, `operator.dismissed/${effect.key}`];
    return { on: 'person', what: `${owner}: ${effect.key} failed, ${message ?? 'no reason given'}`, since, movedBy };
  }
  if (status === 'inDoubt') {
    const part = effect.body.type === 'erp.submit' ? effect.body.request.part.partId : '';
    const movedBy = [`erp.accepted/${part}`, `erp.rejected/${part}`, `erp.notFound/${part}/${found.attempt}`];
    const find = effectIn(state, effectKey.find(state.id, part, found.attempt));
    if (find !== undefined && isUnanswered(viewOf(state), find)) {
      const what = `${policy.errorClasses.inDoubt.owner}: ${find.effect.key} was done and has not told whether ${effect.key} arrived`;
      return { on: 'person', what, since, movedBy: [...movedBy, `operator.replayed/${find.effect.key}`] };
    }
    if (find?.status === 'withdrawn') {
      const what = `${policy.errorClasses.inDoubt.owner}: its look-up was given up, and nobody asks whether ${effect.key} arrived`;
      return { on: 'person', what, since, movedBy };
    }
    return { on: 'erp', what: `whether ${effect.key} arrived: ${message ?? ''}`, since, movedBy };
  }
  return onTry(found);
}

function onTry({ effect, attempt, message, since }: IssuedEffect): Waiting {
  const again = attempt > 1 ? ` (attempt ${attempt}, not before ${effect.notBefore}: ${message ?? ''})` : '';
  const movedBy = [`effect.done/${effect.key}`, `effect.failed/${effect.key}`];
  return { on: doerOf(effect.lane), what: `${effect.key} to be done${again}`, since, movedBy };
}

function doerOf(lane: string): Waiting['on'] {
  if (lane.startsWith('erp:')) return 'erp';
  return lane.startsWith('warehouse:') ? 'warehouse' : 'us';
}

function onAnswer(state: OrderState, policy: Policy): Waiting {
  const since = lastFact(state);
  const view = viewOf(state);
  if (phase(state) === 'submitting') {
    const movedBy = [...view.undecided].flatMap((partId) => [`erp.accepted/${partId}`, `erp.rejected/${partId}`]);
    return { on: 'erp', what: 'the answer to what was submitted', since, movedBy };
  }
  const open = unanswered(state, policy) ?? unsettled(state, policy);
  if (open !== undefined) return open;
  return { on: 'nothing', what: 'nothing', since };
}

function onHold(state: OrderState, policy: Policy): Waiting {
  const [hold] = Object.values(state.holds).sort((a, b) => (a.since < b.since ? -1 : 1));
  if (hold === undefined) return onAnswer(state, policy);
  const what = `${hold.owner}: hold ${hold.hold}, ${hold.reason}`;
  const released = hold.endedBy === undefined ? [`hold.released/${hold.hold}`] : [];
  return { on: 'person', what, since: hold.since, movedBy: [...released, ...decisionsOn(hold.hold)] };
}

/** What a person may decide instead of releasing, or must where releasing does not end it. */
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

/** Of a load or a remittance: what is to be done, what the partner answers, who has not joined. */
function onShared(state: OrderState, policy: Policy): Waiting {
  const missing = viewOf(state).ledger.byStatus.issued.size > 0 ? undefined : waitingForLoad(state, policy);
  return missing ?? onAwaited(state, policy);
}

function onShipment(state: OrderState, policy: Policy): Waiting {
  const open = lines(state).filter((line) => line.open !== '0');
  const what = open.map((line) => `${line.open} ${line.unit} of line ${line.lineId}`).join(', ');
  const view = viewOf(state);
  const stock = view.lines.backordered.size > 0 ? 'stock and ' : '';
  const isWarehouse = policyOfOrder(policy, view).fulfillment.shipmentsFrom === 'warehouse';
  const givenUp = givenUpRelease(state);
  return {
    ...(givenUp === undefined
      ? { on: isWarehouse ? 'warehouse' : 'erp', what: `${stock}the shipment of ${what}` }
      : { on: 'person', what: `${givenUp} was given up: someone else gets ${what} out, or it is cancelled` }),
    movedBy: [isWarehouse ? 'warehouse.confirmed' : 'shipment.posted', 'line.shortClosed', 'cancel.requested'],
    since: last([
      ...[...view.parts.values()].flatMap(({ accepted }) => accepted?.at ?? []),
      ...[...view.shipments.values()].map(({ fact }) => fact.at),
    ]),
  };
}

/** A warehouse that nobody asks any more ships nothing by itself. */
function givenUpRelease(state: OrderState): string | undefined {
  for (const key of viewOf(state).dismissed.keys()) {
    const entry = effectIn(state, key);
    if (entry?.status === 'withdrawn' && entry.effect.body.type === 'warehouse.release') return key;
  }
  return undefined;
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
  const notice = waitingForNotice(state);
  if (notice !== undefined) return notice;
  return { on: 'erp', what: `a shipment that covers invoice ${name}`, since, movedBy: ['shipment.posted'] };
}

function lastFact(state: OrderState): string {
  return last(Object.values(state.facts).map((event) => event.at));
}
