import type { Fact } from './fact.ts';
import type { Step } from './step.ts';

/**
 * Under which number a confirmed shipment goes: the warehouse's own, or one of the request and the day. A second message of
 * the same day without a number is another shipment, as it is another confirmation; `before` are those that came before it.
 */
export function confirmedId(
  step: Step,
  { key, request, confirmation }: Fact<'warehouse.confirmed'>,
): { readonly shipmentId: string; readonly before: readonly Fact<'shipment.posted'>[] } {
  if (confirmation.shipmentId !== undefined) return { shipmentId: confirmation.shipmentId, before: [] };
  const first = `${request}-${confirmation.shippedOn}`;
  const before: Fact<'shipment.posted'>[] = [];
  for (let times = 1; ; times++) {
    const shipmentId = times === 1 ? first : `${first}-${times}`;
    const known = step.facts.get(`shipment.posted/${shipmentId}`);
    if (known?.type !== 'shipment.posted' || known.key === key) return { shipmentId, before };
    before.push(known);
  }
}
