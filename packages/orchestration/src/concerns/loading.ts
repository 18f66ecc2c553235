import { loadNotice } from '../compose/load-notice.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { newestOf } from '../kernel/ledger.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';

/**
 * A load: one notice for all orders on it, once it has left and all that it left with have joined (R15). The orders are
 * told when it went out, or was rejected, since their invoices wait for it.
 */
export const loading: Concern = {
  name: 'loading',
  absorb: {
    'load.joined': (view, fact) => void view.joined.set(`${fact.order}/${fact.shipment.shipmentId}`, fact),
    'load.closed': (view, fact) => {
      view.closed = fact;
    },
  },
  holds: (step, hold) => {
    const late = lateOrders(step);
    if (late.length === 0) return;
    const reason = `${late.join(', ')} joined after the notice of the load was made`;
    const owner = ownerOf(step, 'inventory');
    hold({ hold: 'load-late', reason, class: 'inventory', owner, since: step.view.closed?.closedAt ?? '' });
  },
  issue: (step) => {
    const { view } = step;
    if (view.closed === undefined || view.joined.size === 0) return;
    sendNotice(step);
    tellOrders(step);
  },
  deadlines: (step, due) => {
    const { closed } = step.view;
    if (closed === undefined) return;
    const key = effectKey.loadNotice(step.before.id);
    slaDue(step, { document: '856', timer: '856', key }, () => closed.closedAt, due);
  },
};

function sendNotice(step: Step): void {
  const { view } = step;
  const key = effectKey.loadNotice(step.before.id);
  if (view.closed === undefined || entryOf(step, key) !== undefined || !isComplete(step)) return;
  const { partner, load } = view.closed;
  const content = loadNotice([...view.joined.values()], load);
  const body = { type: 'document.send', partner, document: '856', content } as const;
  put(step, { key, lane: `partner:${partner}`, safety: 'idempotent', body });
}

/** All orders that it left with have joined, or its time is over and it goes with what there is. */
function isComplete({ view, breaches }: Step): boolean {
  const orders = new Set([...view.joined.values()].map(({ order }) => order));
  return orders.size >= (view.closed?.orders ?? 1) || Object.hasOwn(breaches, '856');
}

/** Orders with a shipment that the notice, as it was made, does not have. */
function lateOrders(step: Step): readonly string[] {
  const body = newestOf(step, effectKey.loadNotice(step.before.id))?.effect.body;
  if (body?.type !== 'document.send' || body.document !== '856') return [];
  const told = new Set(body.content.items.map(({ orderNumber, lineId }) => `${orderNumber}/${lineId}`));
  const late = [...step.view.joined.values()].filter(({ shipment }) =>
    shipment.items.some(({ orderNumber, lineId }) => !told.has(`${orderNumber}/${lineId}`)),
  );
  return [...new Set(late.map(({ order }) => order))];
}

function tellOrders(step: Step): void {
  const id = step.before.id;
  const notice = newestOf(step, effectKey.loadNotice(id));
  if (notice === undefined || step.view.closed === undefined) return;
  const rejected = notice.status === 'parked' && notice.class === 'partnerFormat';
  if (notice.status !== 'done' && !rejected) return;
  const status = rejected ? 'rejected' : 'sent';
  const { load } = step.view.closed;
  for (const { order, shipment } of step.view.joined.values()) {
    const { shipmentId } = shipment;
    const key = effectKey.reportNotice(id, order, shipmentId, status);
    if (entryOf(step, key) !== undefined) continue;
    const told = { type: 'notice.reported', shipmentId, load, status } as const;
    put(step, { key, lane: 'local', safety: 'idempotent', body: { type: 'order.tell', to: order, told } });
  }
}
