import type { IssuedEffect } from '../word/state.ts';
import { isAnswered, partOf } from './part-of.ts';
import type { View } from './view.ts';

/** Whether a question was reported as asked and nobody has told its answer: nothing goes on from there by itself. */
export function isUnanswered(view: View, { status, effect: { body } }: IssuedEffect): boolean {
  if (status !== 'done') return false;
  switch (body.type) {
    case 'order.enrich': {
      const isKnown = view.enriched !== undefined || view.invalid !== undefined;
      return !isKnown && view.unresolved.every(({ round }) => round !== body.round);
    }
    case 'credit.check':
      return view.credit === undefined;
    case 'erp.find': {
      const part = partOf(view, body.partId);
      return !isAnswered(part) && !part.notFound.has(body.attempt);
    }
    default:
      return false;
  }
}
