import type { Shipment } from '@dist/canonical';
import { confirmedShipment, shortOf } from '../compose/confirmed-shipment.ts';
import { canonicalText } from '../kernel/canonical-text.ts';
import { confirmedId } from '../kernel/confirmed-id.ts';
import type { Fact } from '../kernel/fact.ts';
import { factKey } from '../kernel/fact-key.ts';
import { join } from '../kernel/join.ts';
import type { Step } from '../kernel/step.ts';
import type { View } from '../kernel/view.ts';
import type { OrderEvent } from '../word/event.ts';

/** What follows from a confirmation is decided by the policy of the day, as facts of their own. */
export function takeConfirmation(step: Step, event: Fact<'warehouse.confirmed'>): boolean {
  const isKnown = step.facts.get(factKey(event) ?? '') !== undefined;
  const changed = join(step);
  // Whose policy decides is known with the order: what comes before it waits for it.
  if (step.view.captured === undefined) return changed;
  // What follows from one without a number was told when it came; its shipment may have been put right since.
  if (isKnown && event.confirmation.shipmentId === undefined) return changed;
  return judge(step, event) || changed;
}

/** What came before the order is judged when the order comes, by its policy. */
export function judgeConfirmations(step: Step): void {
  for (const [, fact] of [...step.facts.entries()]) if (fact.type === 'warehouse.confirmed') judge(step, fact);
}

function judge(step: Step, event: Fact<'warehouse.confirmed'>): boolean {
  let changed = false;
  const { fulfillment } = step.policy;
  const { key, at, v, partId, request, confirmation } = event;
  const told = { key, at, v, causation: event.causation, trace: event.trace } as const;
  const tell = (fact: OrderEvent) => {
    changed = join(step, fact) || changed;
  };
  const { shipmentId, before } = confirmedId(step, event);
  const shipment = confirmedShipment(confirmation, shipmentId, at);
  if (fulfillment.shipmentsFrom === 'warehouse' && shipment.items.length > 0) {
    tell({ ...told, type: 'shipment.posted', partId, shipment, source: 'warehouse' });
    const reason = toldTwice(shipment, before);
    if (reason !== undefined)
      tell({ ...told, type: 'hold.placed', hold: `shipment/${shipmentId}`, reason, class: 'inventory' });
  }
  const short = event.final && !isStopped(step.view, request) ? shortOf(confirmation) : [];
  if (short.length === 0) return changed;
  const closing = `${request}/${shipmentId}`;
  if (fulfillment.short === 'shortShip') {
    tell({
      ...told,
      type: 'line.shortClosed',
      partId,
      closing,
      lines: short,
      reason: 'shipped short by the warehouse',
    });
  } else {
    tell({ ...told, key: `${key}/short`, type: 'line.backordered', partId, lines: short });
  }
  return changed;
}

/** Whether it may be one that was told before, and not another: nobody but a person can tell. */
function toldTwice(shipment: Shipment, before: readonly Fact<'shipment.posted'>[]): string | undefined {
  const items = canonicalText(shipment.items);
  const twin = before.find((one) => canonicalText(one.shipment.items) === items)?.shipment.shipmentId;
  if (twin === undefined) return undefined;
  return `the warehouse confirms the same quantities as for ${twin} and gives no shipment number: release it if it is another shipment, correct shipment.posted/${shipment.shipmentId} if it is the same`;
}

/** What we have stopped ourselves is not short: what becomes of it follows from why it was stopped. */
function isStopped({ askedToStop, stops }: View, request: string): boolean {
  return (askedToStop.get(request) ?? []).some((name) => stops.get(name)?.lines.length !== 0);
}
