import { fulfillmentRequest } from '../compose/fulfillment-request.ts';
import { isChanging } from '../kernel/apply-changes.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { endQuestion } from '../kernel/ledger.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { View } from '../kernel/view.ts';
import type { EffectOf, EffectType } from '../word/effect.ts';
import { takeConfirmation } from './take-confirmation.ts';

/** The warehouse: asked once for each accepted part (940); what it confirms (945) becomes a shipment where it is the source (R21). */
export const fulfilling: Concern = {
  name: 'fulfilling',
  absorb: {
    'warehouse.picked': (view, { partId }) => void view.picked.add(partId),
    'warehouse.cancelResult': (view, fact) => {
      view.stops.set(`${fact.cancel}/${fact.partId}`, fact);
    },
  },
  absorbEntry: (view, { after: { effect, status } }) => {
    const { body } = effect;
    if (body.type === 'warehouse.release') takeRequest(view, body, status !== 'withdrawn');
    if (body.type === 'warehouse.cancel') takeQuestion(view, body);
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

type BodyOf<Type extends EffectType> = EffectOf<Type>['body'];

/** One that was given up is nobody's to ship; one that was corrected asks for what it says now. */
function takeRequest(view: View, body: BodyOf<'warehouse.release'>, stands: boolean): void {
  const { partId, request, warehouse, content } = body;
  view.unreleased.delete(partId);
  const known = view.requests.get(partId) ?? [];
  view.requests.set(partId, known);
  const at = known.findIndex((one) => one.request === request);
  const lines = content.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const asked = stands ? [{ request, warehouse, lines }] : [];
  known.splice(at < 0 ? known.length : at, at < 0 ? 0 : 1, ...asked);
}

function takeQuestion(view: View, { partId, request, cancel }: BodyOf<'warehouse.cancel'>): void {
  const known = view.askedToStop.get(request) ?? [];
  view.askedToStop.set(request, known);
  const name = `${cancel}/${partId}`;
  if (!known.includes(name)) known.push(name);
}

function release(step: Step): void {
  const { view, policy, holds } = step;
  if (!policy.fulfillment.release || view.unreleased.size === 0 || view.cancels.size > 0) return;
  for (const _hold in holds) return;
  for (const partId of [...view.unreleased]) {
    const { part, accepted } = partOf(view, partId);
    // What a change is about to move is released when that is settled.
    if (part === undefined || accepted === undefined || isChanging(view, part)) continue;
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
