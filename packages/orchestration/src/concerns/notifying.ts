import { shipNotice } from '../compose/ship-notice.ts';
import { loadId } from '../identity/load-id.ts';
import type { Concern, EntryChange } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { foreignNumbers } from '../kernel/foreign-numbers.ts';
import { isStopped } from '../kernel/is-stopped.ts';
import { isNewest } from '../kernel/ledger.ts';
import { mayFollow } from '../kernel/may-follow.ts';
import { move } from '../kernel/move.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { shopOrderId } from '../kernel/shop-order-id.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { OwedDocument, View } from '../kernel/view.ts';
import type { SlaRule } from '../policy/policy.ts';
import type { Hold } from '../word/state.ts';

/** Every shipment is told of once (856, or a fulfilment at the shop), however often it is reported. */
export const notifying: Concern = {
  name: 'notifying',
  absorb: {
    'shipment.posted': (view, posted) => {
      const { shipmentId } = posted.shipment;
      const fact = { ...posted, shipment: view.corrections.get(shipmentId)?.shipment ?? posted.shipment };
      const { items } = fact.shipment;
      // Before the order is known every line is strange; its capture derives the view anew.
      const strange = view.captured === undefined ? [] : items.filter(({ lineId }) => !view.rows.has(lineId));
      view.shipments.set(shipmentId, {
        fact,
        noticed: false,
        own: undefined,
        strange: strange.map(({ lineId }) => lineId),
        orders: [...new Set(items.map(({ orderNumber }) => orderNumber))],
        owed: owedNotice(view, shipmentId),
      });
      view.unnoticed.add(shipmentId);
      view.owedNotices.add(shipmentId);
      if (fact.source === 'warehouse') view.unposted.add(shipmentId);
      if (strange.length > 0) view.strange.add(shipmentId);
      move(view, 'shipped', items);
      markNoticed(view, shipmentId);
    },
    'notice.reported': (view, fact) => {
      const { shipmentId, status, round = 1 } = fact;
      const known = view.loadNotices.get(shipmentId);
      const before = known === undefined ? 0 : (known.round ?? 1);
      // Within a round a rejection ends what was sent; the next one went out after it. Whichever is told first.
      if (round > before || (round === before && status === 'rejected')) view.loadNotices.set(shipmentId, fact);
      markNoticed(view, shipmentId);
    },
  },
  absorbEntry,
  holds: (step, hold) => {
    for (const shipmentId of step.view.strange) {
      const shipment = step.view.shipments.get(shipmentId);
      const reason = `shipment ${shipmentId}: line ${shipment?.strange.join(', ')} is not on the order`;
      const since = shipment?.fact.at ?? '';
      const owner = ownerOf(step, 'inventory');
      const about = shipment?.strange.join();
      hold({ hold: `shipment/${shipmentId}`, reason, about, class: 'inventory', owner, since });
    }
    for (const shipmentId of step.view.unnoticed) holdForeign(step, shipmentId, hold);
  },
  issue: (step) => {
    if (step.view.unnoticed.size === 0 || !mayFollow(step)) return;
    for (const shipmentId of [...step.view.unnoticed]) notify(step, shipmentId);
  },
  deadlines: (step, due) => {
    const { view } = step;
    if (view.owedNotices.size === 0 || view.captured?.order.channel !== 'edi') return;
    for (const shipmentId of view.owedNotices) {
      const { fact, owed } = view.shipments.get(shipmentId) ?? { owed: owedNotice(view, shipmentId) };
      const start = (from: SlaRule['startsAt']) => startOf(fact, from);
      // The clock of a load is the load's own.
      if (fact !== undefined && leavesWithLoad(step, fact)) continue;
      if (!slaDue(step, owed, start, due)) view.owedNotices.delete(shipmentId);
    }
  },
};

/**
 * Goods of another order next to those of this one: the notice would say that all of it is of the buyer's order. What has one
 * number alone is what an ERP calls it, and some have a number of their own for what is left over.
 */
function holdForeign(step: Step, shipmentId: string, hold: (hold: Hold) => void): void {
  const { fact, orders = [] } = step.view.shipments.get(shipmentId) ?? {};
  if (fact === undefined || orders.length < 2) return;
  const foreign = foreignNumbers(step.view, fact.partId, orders).join(', ');
  if (foreign === '') return;
  const reason = `shipment ${shipmentId}: it has goods of order ${foreign}, which is none of this one`;
  const rest = { class: 'inventory', owner: ownerOf(step, 'inventory'), since: fact.at } as const;
  hold({ hold: `shipment/${shipmentId}`, reason, about: foreign, ...rest });
}

function owedNotice({ id }: View, shipmentId: string): OwedDocument {
  return { document: '856', timer: `856/${shipmentId}`, key: effectKey.shipNotice(id, shipmentId) };
}

/** A notice that a hold stops, that could not be sent or that the partner has rejected tells nobody that the goods have left. */
function absorbEntry(view: View, { key, after }: EntryChange): void {
  const { body } = after.effect;
  if (body.type === 'order.tell' && body.told.type === 'load.joined')
    view.unnoticed.delete(body.told.shipment.shipmentId);
  if (body.type !== 'shop.fulfillment' && !(body.type === 'document.send' && body.document === '856')) return;
  const { shipmentId } = body.content;
  view.unnoticed.delete(shipmentId);
  if (!isNewest(view, key)) return;
  view.owedNotices.add(shipmentId);
  const shipment = view.shipments.get(shipmentId);
  if (shipment === undefined) return;
  // One that waits for a person or for its next attempt may go out behind the invoice that it covers.
  const failed = after.status === 'parked' || (after.status === 'issued' && after.attempt > 1);
  shipment.own = body.type === 'shop.fulfillment' || !failed;
  markNoticed(view, shipmentId);
}

/** The order's own notice counts, and its load's where it has none; what the partner has rejected tells nobody. */
function markNoticed(view: View, shipmentId: string): void {
  const shipment = view.shipments.get(shipmentId);
  if (shipment === undefined) return;
  const noticed = shipment.own ?? view.loadNotices.get(shipmentId)?.status === 'sent';
  if (noticed === shipment.noticed) return;
  shipment.noticed = noticed;
  move(view, 'noticed', shipment.fact.shipment.items, noticed ? 1 : -1);
}

function notify(step: Step, shipmentId: string): void {
  const { view } = step;
  const fact = view.shipments.get(shipmentId)?.fact;
  if (fact === undefined || view.captured === undefined) return;
  const names = () => [`shipment/${shipmentId}`, `conflict/shipment.posted/${shipmentId}`];
  if (isStopped(step, names, fact.shipment.items) || waitsForPosting(step, fact)) return;
  const { partner, order } = view.captured;
  if (leavesWithLoad(step, fact)) joinLoad(step, fact, partner);
  else if (order.channel === 'edi') sendNotice(step, fact, partner);
  else tellShop(step, fact, partner);
}

/** Where the clock of a notice starts: when we heard that it shipped, when it left where that is told, or when it is to arrive. */
function startOf(fact: Fact<'shipment.posted'> | undefined, from: SlaRule['startsAt']): string | undefined {
  if (fact === undefined) return undefined;
  const { shippedOn, deliveryExpectedOn } = fact.shipment;
  if (from === 'beforeArrival') return deliveryExpectedOn ?? shippedOn;
  return from === 'departed' ? (fact.departedAt ?? fact.at) : fact.at;
}

/** Where the policy says so, the partner hears of a warehouse's shipment once the ERP has it. */
function waitsForPosting(step: Step, { source, shipment }: Fact<'shipment.posted'>): boolean {
  const { noticeNeedsPosting } = step.policy.fulfillment;
  if (source !== 'warehouse' || !noticeNeedsPosting) return false;
  const status = entryOf(step, effectKey.postShipment(step.before.id, shipment.shipmentId))?.status;
  return status !== 'done' && status !== 'withdrawn';
}

/** Where the partner wants one notice for a load, the shipment is the load's to tell of (R15). */
function leavesWithLoad({ policy }: Pick<Step, 'policy'>, { load }: Fact<'shipment.posted'>): boolean {
  return policy.fulfillment.noticePer === 'load' && load !== undefined;
}

function joinLoad(step: Step, { shipment, load = '' }: Fact<'shipment.posted'>, partner: string): void {
  const key = effectKey.joinLoad(step.before.id, shipment.shipmentId);
  const content = shipNotice(step.view, shipment);
  const told = { type: 'load.joined', partner, load, order: step.before.id, shipment: content } as const;
  put(step, {
    key,
    lane: 'local',
    safety: 'idempotent',
    body: { type: 'order.tell', to: loadId(partner, load), told },
  });
}

function sendNotice(step: Step, { shipment }: Fact<'shipment.posted'>, partner: string): void {
  const key = effectKey.shipNotice(step.before.id, shipment.shipmentId);
  const content = shipNotice(step.view, shipment);
  // What was put right before it went out is right in it.
  const correction = step.view.corrections.get(shipment.shipmentId)?.correction;
  const body = { type: 'document.send', partner, document: '856', content, ...(correction && { correction }) } as const;
  put(step, { key, lane: `partner:${partner}`, safety: 'idempotent', body });
}

function tellShop(step: Step, { shipment }: Fact<'shipment.posted'>, partner: string): void {
  const { order } = step.view;
  if (order === undefined) return;
  const key = effectKey.shopFulfillment(step.before.id, shipment.shipmentId);
  const content = shipNotice(step.view, shipment);
  const body = { type: 'shop.fulfillment', partner, shopOrderId: shopOrderId(order), content } as const;
  put(step, { key, lane: `shop:${partner}`, safety: 'idempotent', body });
}
