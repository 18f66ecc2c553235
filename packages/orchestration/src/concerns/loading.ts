import { loadNotice } from '../compose/load-notice.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { newestOf } from '../kernel/ledger.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import { stranger } from '../kernel/stranger.ts';
import type { View } from '../kernel/view.ts';
import type { SlaRule } from '../policy/policy.ts';
import type { IssuedEffect } from '../word/state.ts';

/**
 * A load: one notice for all orders on it, once it has left and all that it left with have joined (R15). The orders are
 * told when it went out, or was rejected, since their invoices wait for it.
 */
export const loading: Concern = {
  name: 'loading',
  absorb: {
    'load.joined': (view, fact, key) => {
      if (!isStranger(view, fact, key)) view.joined.set(`${fact.order}/${fact.shipment.shipmentId}`, fact);
    },
    'load.closed': (view, fact, key) => {
      if (!isStranger(view, fact, key)) view.closed = fact;
    },
  },
  holds: (step, hold) => {
    const late = lateOrders(step);
    if (late.length === 0) return;
    const reason = `${late.join(', ')} joined after the notice of the load was made`;
    const owner = ownerOf(step, 'inventory');
    hold({
      hold: 'load-late',
      reason,
      about: late.join(),
      class: 'inventory',
      owner,
      since: step.view.closed?.closedAt ?? '',
    });
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
    slaDue(step, { document: '856', timer: '856', key }, (from) => startOf(step, closed, from), due);
  },
};

/** Whether a fact is of another load; it is set aside then. */
function isStranger(view: View, fact: Fact<'load.joined'> | Fact<'load.closed'>, key: string): boolean {
  const reason = stranger(view, fact);
  if (reason !== undefined) view.strangers.set(key, { reason, since: fact.at });
  return reason !== undefined;
}

/** A load has shipped when it has left; it is to arrive when the first of its shipments is. */
function startOf({ view }: Step, closed: Fact<'load.closed'>, from: SlaRule['startsAt']): string {
  if (from !== 'beforeArrival') return closed.closedAt;
  const arrivals = [...view.joined.values()].map(({ shipment }) => shipment.deliveryExpectedOn ?? shipment.shippedOn);
  const [first] = arrivals.sort();
  return first ?? closed.closedAt;
}

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

/** Orders with a shipment that joined late. */
function lateOrders(step: Step): readonly string[] {
  return [...new Set(lateJoined(step).map(({ order }) => order))];
}

/** Shipments that the notice, as it was made, does not have. */
function lateJoined(step: Step): readonly Fact<'load.joined'>[] {
  if (step.view.joined.size === 0) return [];
  const body = newestOf(step, effectKey.loadNotice(step.before.id))?.effect.body;
  if (body?.type !== 'document.send' || body.document !== '856') return [];
  const told = new Set(body.content.items.map(({ orderNumber, lineId }) => `${orderNumber}/${lineId}`));
  return [...step.view.joined.values()].filter(({ shipment }) =>
    shipment.items.some(({ orderNumber, lineId }) => !told.has(`${orderNumber}/${lineId}`)),
  );
}

function tellOrders(step: Step): void {
  const id = step.before.id;
  const status = statusOf(newestOf(step, effectKey.loadNotice(id)));
  if (status === undefined || step.view.closed === undefined) return;
  const { load } = step.view.closed;
  // What the notice does not have is told by nothing that went out, until a person has seen to it.
  const late = new Set(Object.hasOwn(step.holds, 'load-late') ? lateJoined(step) : []);
  for (const joined of step.view.joined.values()) {
    const { order, shipment } = joined;
    const { shipmentId } = shipment;
    if (late.has(joined)) continue;
    const round = roundOf(step, order, shipmentId, status);
    if (round === undefined) continue;
    const key = effectKey.reportNotice(id, order, shipmentId, status, round);
    const told = { type: 'notice.reported', shipmentId, load, status, ...(round > 1 && { round }) } as const;
    put(step, { key, lane: 'local', safety: 'idempotent', body: { type: 'order.tell', to: order, told } });
  }
}

/** What the orders are to hear; nothing while it is on its way. One that a person gave up is held to be told by that person. */
function statusOf(notice: IssuedEffect | undefined): 'sent' | 'rejected' | undefined {
  if (notice?.status === 'done' || notice?.status === 'withdrawn') return 'sent';
  return notice?.status === 'parked' && notice.class === 'partnerFormat' ? 'rejected' : undefined;
}

/** In which round an order is to be told; undefined when this is what it was told last. A new one begins after a rejection. */
function roundOf(step: Step, order: string, shipmentId: string, status: 'sent' | 'rejected'): number | undefined {
  const wasTold = (what: 'sent' | 'rejected', round: number) =>
    entryOf(step, effectKey.reportNotice(step.before.id, order, shipmentId, what, round)) !== undefined;
  let round = 1;
  while (wasTold('rejected', round)) round++;
  if (status === 'sent') return wasTold('sent', round) ? undefined : round;
  return round === 1 || wasTold('sent', round) ? round : undefined;
}
