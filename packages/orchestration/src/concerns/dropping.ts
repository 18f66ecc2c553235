import type { Concern } from '../kernel/concern.ts';
import { drop } from '../kernel/drop.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { join } from '../kernel/join.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, type Step } from '../kernel/step.ts';

/** What has no stock and may not wait: it is ended here and cancelled at the ERP. */
export const dropping: Concern = {
  name: 'dropping',
  absorb: {
    'line.shortClosed': (view, fact) => {
      // What the ERP or the warehouse has closed itself, nobody has to tell them.
      if (!fact.closing.startsWith('backorder/')) return;
      drop(view, { cancel: fact.closing, partId: fact.partId, lines: fact.lines });
    },
  },
  apply: { 'line.backordered': takeBackorder },
  issue: (step) => {
    for (const [cancel, { partId, lines }] of step.view.dropped) {
      const { part, accepted } = partOf(step.view, partId);
      const key = effectKey.cancel(step.before.id, cancel, partId);
      if (part === undefined || accepted === undefined || entryOf(step, key) !== undefined) continue;
      const { erp, externalReference } = part;
      const body = {
        type: 'erp.cancel',
        erp,
        partId,
        externalReference,
        number: accepted.number,
        cancel,
        lines,
      } as const;
      put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', body });
    }
  },
};

/** A back-order that the agreement forbids ends the rest of the line (R21). */
function takeBackorder(step: Step, event: Fact<'line.backordered'>): boolean {
  if (step.policy.fulfillment.backorders !== 'forbidden') return join(step);
  const { key, at, v, partId, lines, causation, trace } = event;
  const closing = `backorder/${key}`;
  const reason = 'back-orders are not agreed';
  return join(step, {
    type: 'line.shortClosed',
    key,
    at,
    v,
    causation,
    trace,
    partId,
    closing,
    lines,
    reason,
  });
}
