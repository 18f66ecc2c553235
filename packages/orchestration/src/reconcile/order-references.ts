import type { Journal } from '../runtime/journal.ts';
import type { Performer } from '../runtime/performers.ts';
import type { EffectOf } from '../word/effect.ts';
import type { ObservedRecord } from './observed.ts';

/** Which order an external reference is of: marks of the journal, one for each part of an order. */
export interface OrderReferences {
  /** A performer of `order.enrich` that remembers the references it has made, in the same transaction. */
  remember(performer: Performer<EffectOf<'order.enrich'>>): Performer<EffectOf<'order.enrich'>>;
  /** The order of a record by its reference, for `reconcile`; undefined when it has none that is known. */
  locate(record: ObservedRecord): Promise<string | undefined>;
}

/** Looks orders up by external reference in the journal itself, for those who have no read model to ask. */
export function orderReferences(journal: Pick<Journal, 'mark'>): OrderReferences {
  return {
    remember: (performer) => async (effect, context) => {
      const outcome = await performer(effect, context);
      if (outcome.failure !== undefined || outcome.postponed !== undefined) return outcome;
      const parts = (outcome.events ?? []).flatMap((event) => (event.type === 'order.enriched' ? event.parts : []));
      const marks = [];
      for (const { externalReference } of parts) {
        const key = markOf(externalReference);
        const expected = await context.journal.mark(key);
        if (expected !== effect.order) marks.push({ key, expected, value: effect.order });
      }
      const { batch = {} } = outcome;
      return { ...outcome, batch: { ...batch, marks: [...(batch.marks ?? []), ...marks] } };
    },
    locate: async ({ externalReference }) =>
      externalReference === undefined ? undefined : journal.mark(markOf(externalReference)),
  };
}

function markOf(externalReference: string): string {
  return `reference/${externalReference}`;
}
