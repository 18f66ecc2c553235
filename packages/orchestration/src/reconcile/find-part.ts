import type { PartView, View } from '../kernel/view.ts';
import { phase } from '../order/phase.ts';
import type { OrderState } from '../word/state.ts';
import type { ObservedName } from './observed.ts';

/** The part of the order that a record is of, by our reference first: a number may be one that we do not know yet. */
export function findPart(view: View, { externalReference, number }: ObservedName): PartView | undefined {
  const parts = [...view.parts.values()];
  const byReference =
    externalReference === undefined
      ? undefined
      : parts.find(({ part }) => part?.externalReference === externalReference);
  return byReference ?? (number === undefined ? undefined : parts.find(({ accepted }) => accepted?.number === number));
}

/**
 * Whether a question to the ERP about this part is on its way. Its answer brings the fact by itself: told by a poll as
 * well, in other words, the two would contradict each other.
 */
export function isAsked(state: OrderState, partId: string): boolean {
  // An order that was given up asks nothing any more, whatever was on its way then.
  if (phase(state) === 'abandoned') return false;
  return Object.values(state.effects).some(({ status, effect: { body } }) => {
    if (status !== 'issued' && status !== 'inDoubt') return false;
    if (body.type === 'erp.submit') return body.request.part.partId === partId;
    return (body.type === 'erp.cancel' || body.type === 'erp.change') && body.partId === partId;
  });
}
