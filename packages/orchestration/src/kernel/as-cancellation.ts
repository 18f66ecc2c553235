import type { ChangeView } from './change-view.ts';
import type { Fact } from './fact.ts';

/**
 * An 860 that cancels is a request like any other, once its turn has come; what becomes of it is answered by an 865. Undefined
 * while it waits for another change, or for a person, and when a person has refused it.
 */
export function asCancellation({
  change,
  request,
  status,
  decision,
}: ChangeView): Fact<'cancel.requested'> | undefined {
  if (request.content.purpose !== 'cancellation' || status === 'waiting' || status === 'held') return undefined;
  // One that came too late was asked for all the same: what is not cancelled stays as it was answered.
  if (status === 'refused' && decision?.decision === 'refuse') return undefined;
  const { key, at, v } = request;
  return { type: 'cancel.requested', key, at, v, cancel: change, reason: `change order ${change} cancels` };
}
