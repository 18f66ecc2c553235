import { compare, subtract } from '@dist/canonical/arithmetic';
import { fulfillmentRequest } from '../compose/fulfillment-request.ts';
import { nextReference } from '../identity/next-reference.ts';
import { isChanging } from '../kernel/apply-changes.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { committed } from '../kernel/requests.ts';
import { inBaseUnit, inUnit } from '../kernel/row.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { RequestView, View } from '../kernel/view.ts';
import type { LineQuantity, OrderPart } from '../word/event.ts';

/** What a change order has stopped at the warehouse goes there again once it is settled, as the change leaves it (R17). */
export const releasingAgain: Concern = {
  name: 'releasing again',
  issue: (step) => {
    const { view, holds } = step;
    if (view.askedToStop.size === 0 || view.cancels.size > 0) return;
    for (const _hold in holds) return;
    for (const [partId, requests] of view.requests) {
      const { part } = partOf(view, partId);
      if (part !== undefined && !isChanging(view, part)) releaseAgain(step, part, requests);
    }
  },
};

function releaseAgain(step: Step, part: OrderPart, requests: readonly RequestView[]): void {
  const { view } = step;
  const newest = requests.at(-1);
  const change = newest && answeredChange(view, newest, part.partId);
  if (newest === undefined || change === undefined) return;
  const key = effectKey.releaseAgain(step.before.id, part.partId, change);
  const lines = part.lines.flatMap((line) => restOf(view, part, line) ?? []);
  if (lines.length === 0 || entryOf(step, key) !== undefined) return;
  const { warehouse } = newest;
  const request = nextReference(part.externalReference, requests.length + 1);
  const content = { ...fulfillmentRequest(view, { ...part, lines }), number: request };
  const body = { type: 'warehouse.release', warehouse, partId: part.partId, request, content } as const;
  put(step, { key, lane: `warehouse:${warehouse}`, safety: 'idempotent', body });
}

/** The last change that has stopped the request and has the warehouse's answer. */
function answeredChange({ askedToStop, stops }: View, { request }: RequestView, partId: string): string | undefined {
  const names = (askedToStop.get(request) ?? []).filter((name) => name.startsWith('change/') && stops.has(name));
  return names.at(-1)?.slice('change/'.length, -`/${partId}`.length);
}

/** What the warehouse does not ship of a line and is to ship. */
function restOf(view: View, part: OrderPart, { lineId, quantity }: LineQuantity): LineQuantity | undefined {
  const row = view.rows.get(lineId);
  const wanted = row && inBaseUnit(row, quantity);
  if (row === undefined || wanted === undefined) return undefined;
  const rest = subtract(wanted, committed(view, part, lineId));
  if (compare(rest, '0') <= 0) return undefined;
  const base = { value: rest, unit: row.baseUnit };
  return { lineId, quantity: inUnit(row, base, quantity.unit) ?? base };
}
