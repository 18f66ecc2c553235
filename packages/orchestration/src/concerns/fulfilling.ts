import { confirmedShipment, shortOf } from '../compose/confirmed-shipment.ts';
import { fulfillmentRequest } from '../compose/fulfillment-request.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { join } from '../kernel/join.ts';
import { endQuestion } from '../kernel/ledger.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { OrderEvent } from '../word/event.ts';

/** The warehouse: asked once for each accepted part (940); what it confirms (945) becomes a shipment where it is the source (R21). */
export const fulfilling: Concern = {
  name: 'fulfilling',
  absorb: {
    'warehouse.picked': (view, { partId }) => void view.picked.add(partId),
    'warehouse.cancelResult': (view, fact) => {
      view.stops.set(`${fact.cancel}/${fact.partId}`, fact);
    },
  },
  absorbEntry: (view, { after: { effect } }) => {
    const { body } = effect;
    if (body.type === 'warehouse.release') view.unreleased.delete(body.partId);
    if (body.type === 'erp.shipment') view.unposted.delete(body.shipment.shipmentId);
  },
  apply: { 'warehouse.confirmed': takeConfirmation },
  settle: (step) => {
    for (const { cancel, partId } of step.view.stops.values()) {
      endQuestion(step, effectKey.withdraw(step.before.id, cancel, partId));
    }
  },
  issue: (step) => {
    release(step);
    postShipments(step);
  },
};

/** What follows from a confirmation is decided by the policy of the day, as facts of their own. */
function takeConfirmation(step: Step, event: Fact<'warehouse.confirmed'>): boolean {
  let changed = join(step);
  const { fulfillment } = step.policy;
  const { key, at, v, partId, request, confirmation } = event;
  const told = { key, at, v, causation: event.causation, trace: event.trace } as const;
  const tell = (fact: OrderEvent) => {
    changed = join(step, fact) || changed;
  };
  const shipmentId = confirmation.shipmentId ?? `${request}-${confirmation.shippedOn}`;
  const shipment = confirmedShipment(confirmation, shipmentId, at);
  if (fulfillment.shipmentsFrom === 'warehouse' && shipment.items.length > 0) {
    tell({ ...told, type: 'shipment.posted', partId, shipment, source: 'warehouse' });
  }
  const short = event.final ? shortOf(confirmation) : [];
  if (short.length === 0) return changed;
  const closing = `${request}/${shipmentId}`;
  if (fulfillment.short === 'shortShip') {
    tell({
      ...told,
      type: 'line.shortClosed',
      partId,
      closing,
      lines: short,
      reason: 'shipped short by the warehouse',
    });
  } else {
    tell({ ...told, key: `${key}/short`, type: 'line.backordered', partId, lines: short });
  }
  return changed;
}

function release(step: Step): void {
  const { view, policy, holds } = step;
  if (!policy.fulfillment.release || view.unreleased.size === 0 || view.cancels.size > 0) return;
  for (const _hold in holds) return;
  for (const partId of [...view.unreleased]) {
    const { part, accepted } = partOf(view, partId);
    if (part === undefined || accepted === undefined) continue;
    const warehouse = part.warehouse ?? 'main';
    const content = fulfillmentRequest(view, part);
    const body = { type: 'warehouse.release', warehouse, partId, request: content.number, content } as const;
    const key = effectKey.release(step.before.id, partId);
    put(step, { key, lane: `warehouse:${warehouse}`, safety: 'idempotent', body });
  }
}

/** Tells the ERP of what the warehouse has shipped. */
function postShipments(step: Step): void {
  const { view, policy } = step;
  if (!policy.fulfillment.postShipments || view.unposted.size === 0) return;
  for (const shipmentId of [...view.unposted]) {
    const fact = view.shipments.get(shipmentId)?.fact;
    const { part, accepted } = partOf(view, fact?.partId ?? '');
    if (fact === undefined || part === undefined || accepted === undefined) continue;
    const { erp, partId, externalReference } = part;
    const name = { erp, partId, externalReference, number: accepted.number };
    const body = { type: 'erp.shipment', ...name, shipment: fact.shipment } as const;
    const key = effectKey.postShipment(step.before.id, shipmentId);
    if (entryOf(step, key) === undefined) put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', body });
  }
}
