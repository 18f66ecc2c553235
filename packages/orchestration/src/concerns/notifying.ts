import { shipNotice } from '../compose/ship-notice.ts';
import { loadId } from '../identity/load-id.ts';
import type { Concern, EntryChange } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { isStopped } from '../kernel/is-stopped.ts';
import { isNewest } from '../kernel/ledger.ts';
import { mayFollow } from '../kernel/may-follow.ts';
import { move } from '../kernel/move.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { shopOrderId } from '../kernel/shop-order-id.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { OwedDocument, ShipmentView, View } from '../kernel/view.ts';
import type { SlaRule } from '../policy/policy.ts';

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
        strange: strange.map(({ lineId }) => lineId),
        owed: owedNotice(view, shipmentId),
      });
      view.unnoticed.add(shipmentId);
      view.owedNotices.add(shipmentId);
      if (fact.source === 'warehouse') view.unposted.add(shipmentId);
      if (strange.length > 0) view.strange.add(shipmentId);
      move(view, 'shipped', items);
      takeReport(view, shipmentId);
    },
    'notice.reported': (view, { shipmentId, status }) => {
      // A rejection ends what was sent, whichever is told first.
      if (view.loadNotices.get(shipmentId) !== 'rejected') view.loadNotices.set(shipmentId, status);
      takeReport(view, shipmentId);
    },
  },
  absorbEntry,
  holds: (step, hold) => {
    for (const shipmentId of step.view.strange) {
      const shipment = step.view.shipments.get(shipmentId);
      const reason = `shipment ${shipmentId}: line ${shipment?.strange.join(', ')} is not on the order`;
      const since = shipment?.fact.at ?? '';
      const owner = ownerOf(step, 'inventory');
      hold({ hold: `shipment/${shipmentId}`, reason, class: 'inventory', owner, since });
    }
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

function owedNotice({ id }: View, shipmentId: string): OwedDocument {
  return { document: '856', timer: `856/${shipmentId}`, key: effectKey.shipNotice(id, shipmentId) };
}

/** A notice that a hold stops, or that the partner has rejected, tells nobody that the goods have left. */
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
  const refused = after.status === 'parked' && after.class === 'partnerFormat';
  setNoticed(view, shipment, body.type === 'shop.fulfillment' || !refused);
}

function setNoticed(view: View, shipment: ShipmentView, noticed: boolean): void {
  if (noticed === shipment.noticed) return;
  shipment.noticed = noticed;
  move(view, 'noticed', shipment.fact.shipment.items, noticed ? 1 : -1);
}

/** The load's notice counts as the order's own; what the partner has rejected tells nobody. */
function takeReport(view: View, shipmentId: string): void {
  const shipment = view.shipments.get(shipmentId);
  const said = view.loadNotices.get(shipmentId);
  if (shipment !== undefined && said !== undefined) setNoticed(view, shipment, said === 'sent');
}

function notify(step: Step, shipmentId: string): void {
  const { view } = step;
  const fact = view.shipments.get(shipmentId)?.fact;
  if (fact === undefined || view.captured === undefined) return;
  const names = [`shipment/${shipmentId}`, `conflict/shipment.posted/${shipmentId}`];
  if (isStopped(step, names, fact.shipment.items) || waitsForPosting(step, fact)) return;
  const { partner, order } = view.captured;
  if (leavesWithLoad(step, fact)) joinLoad(step, fact, partner);
  else if (order.channel === 'edi') sendNotice(step, fact, partner);
  else tellShop(step, fact, partner);
}

/** Where the clock of a notice starts: when we heard that it shipped, when it left, or when it is to arrive. */
function startOf(fact: Fact<'shipment.posted'> | undefined, from: SlaRule['startsAt']): string | undefined {
  if (fact === undefined) return undefined;
  const { shippedOn, deliveryExpectedOn } = fact.shipment;
  if (from === 'beforeArrival') return `${deliveryExpectedOn ?? shippedOn}T00:00:00.000Z`;
  return fact.at;
}

/** Where the policy says so, the partner hears of a warehouse's shipment once the ERP has it. */
function waitsForPosting(step: Step, { source, shipment }: Fact<'shipment.posted'>): boolean {
  const { noticeNeedsPosting } = step.policy.fulfillment;
  if (source !== 'warehouse' || !noticeNeedsPosting) return false;
  return entryOf(step, effectKey.postShipment(step.before.id, shipment.shipmentId))?.status !== 'done';
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
  const body = { type: 'document.send', partner, document: '856', content: shipNotice(step.view, shipment) } as const;
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
