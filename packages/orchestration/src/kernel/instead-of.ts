import type { OrderEvent } from '../word/event.ts';
import type { Fact } from './fact.ts';
import { isAnswered, partOf } from './part-of.ts';
import { entryOf, type Step } from './step.ts';

/**
 * What stands for the answer to a question that an operator has given up, so that nobody waits for it: a submit was refused,
 * a cancellation or a change not taken, the order can not be read, there is no credit. Undefined where the answer came
 * otherwise, and for what needs none.
 */
export function insteadOf(step: Step, given: Fact<'operator.dismissed'>): OrderEvent | undefined {
  const entry = entryOf(step, given.effect);
  if (entry?.status !== 'withdrawn') return undefined;
  const { view } = step;
  const { key, at, v, causation, trace, by, reason } = given;
  const told = { key, at, v, causation, trace } as const;
  const why = `given up by ${by}: ${reason}`;
  // Who gave up and why is not for the partner, who reads these.
  const refused = 'refused by the seller';
  const { body } = entry.effect;
  switch (body.type) {
    case 'order.enrich': {
      const failure = { class: 'configuration', code: 'refused', message: `its enrichment was ${why}` } as const;
      const isOpen = view.enriched === undefined && view.invalid === undefined && view.cancels.size === 0;
      return isOpen ? { ...told, type: 'order.invalid', failures: [failure] } : undefined;
    }
    case 'credit.check':
      if (view.credit !== undefined) return undefined;
      return { ...told, type: 'credit.decided', approved: false, reason: `the credit check was ${why}`, by };
    case 'erp.submit': {
      const { partId } = body.request.part;
      // A part that a cancellation keeps here is cancelled, not refused.
      if (isAnswered(partOf(view, partId)) || view.cancels.size > 0) return undefined;
      return { ...told, type: 'erp.rejected', partId, reason: 'refused', message: why };
    }
    case 'erp.change': {
      const { change, partId } = body;
      if (view.changes.get(change)?.results.has(partId) !== false) return undefined;
      return { ...told, type: 'change.result', change, partId, accepted: false, reason: refused };
    }
    case 'erp.cancel':
    case 'warehouse.cancel': {
      const { cancel, partId } = body;
      const isWarehouse = body.type === 'warehouse.cancel';
      if ((isWarehouse ? view.stops : view.cancelResults).has(`${cancel}/${partId}`)) return undefined;
      return { ...told, type: isWarehouse ? 'warehouse.cancelResult' : 'cancel.result', cancel, partId, lines: [] };
    }
    default:
      return undefined;
  }
}
