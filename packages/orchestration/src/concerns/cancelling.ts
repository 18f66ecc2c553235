import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { endQuestion } from '../kernel/ledger.ts';
import { move } from '../kernel/move.ts';
import { partOf, partsOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, note, type Step } from '../kernel/step.ts';
import { stopFirst } from '../kernel/stop-first.ts';
import type { PartView } from '../kernel/view.ts';
import type { OrderPart } from '../word/event.ts';

/** What was accepted is cancelled at the ERP, which decides what is still there to cancel; one request after the other. */
export const cancelling: Concern = {
  name: 'cancelling',
  absorb: {
    'cancel.requested': (view, fact) => void view.cancels.set(fact.cancel, fact),
    'cancel.result': (view, fact) => {
      view.cancelResults.set(`${fact.cancel}/${fact.partId}`, fact);
      // What was dropped was counted when it was.
      if (!view.dropped.has(fact.cancel)) move(view, 'cancelled', fact.lines);
    },
  },
  settle: (step) => {
    for (const { cancel, partId } of step.view.cancelResults.values()) {
      endQuestion(step, effectKey.cancel(step.before.id, cancel, partId));
    }
  },
  issue: (step) => {
    const { view, event } = step;
    if (view.cancels.size === 0) return;
    for (const part of partsOf(view)) cancelPart(step, part, partOf(view, part.partId));
    if (event.type === 'cancel.requested' && view.lines.open.size === 0 && view.lines.shipped.size > 0) {
      note(step, 'cancel.refused', `Cancellation ${event.cancel} comes too late: nothing is open any more`);
    }
  },
};

function cancelPart(step: Step, part: OrderPart, { accepted }: PartView): void {
  if (accepted === undefined) return;
  const { view } = step;
  for (const cancel of [...view.cancels.keys()].sort()) {
    const key = effectKey.cancel(step.before.id, cancel, part.partId);
    const known = entryOf(step, key) !== undefined;
    // Nothing left to cancel, or told once already: another request for the same goods could be counted twice.
    if (!known && !part.lines.some((line) => view.lines.open.has(line.lineId))) continue;
    const { partId, erp, externalReference } = part;
    if (!known && stopFirst(step, { cancel, part })) break;
    const body = { type: 'erp.cancel', erp, partId, externalReference, number: accepted.number, cancel } as const;
    if (!known) put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', body });
    if (!view.cancelResults.has(`${cancel}/${partId}`)) break;
  }
}
