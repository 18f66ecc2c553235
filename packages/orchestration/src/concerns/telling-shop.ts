import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { isDecided } from '../kernel/is-decided.ts';
import { put } from '../kernel/put.ts';
import { shopOrderId } from '../kernel/shop-order-id.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { LineQuantity } from '../word/event.ts';

/** A shop has no 855: what will not come is told to it as cancelled, so that the buyer is refunded and nobody waits. */
export const tellingShop: Concern = {
  name: 'telling the shop',
  issue: (step) => {
    const { view, policy } = step;
    if (view.captured?.order.channel !== 'shop' || policy.channels.shop.cancellations !== true) return;
    if (isDecided(step)) tell(step, { name: 'refused', lines: refusedLines(step), reason: 'refused by the seller' });
    for (const { cancel, partId, lines } of view.cancelResults.values()) {
      if (view.dropped.has(cancel)) continue;
      tell(step, { name: `${cancel}/${partId}`, lines, reason: view.cancels.get(cancel)?.reason ?? 'cancelled' });
    }
  },
};

interface Ended {
  readonly name: string;
  readonly lines: readonly LineQuantity[];
  readonly reason: string;
}

function tell(step: Step, { name, lines, reason }: Ended): void {
  const { captured, order } = step.view;
  const key = effectKey.shopCancel(step.before.id, name);
  if (captured === undefined || order === undefined || lines.length === 0 || entryOf(step, key) !== undefined) return;
  const { partner } = captured;
  const body = { type: 'shop.cancel', partner, shopOrderId: shopOrderId(order), lines, reason } as const;
  put(step, { key, lane: `shop:${partner}`, safety: 'idempotent', body });
}

/** What the ERP does not take, by line; of a part that was refused whole, all of it. */
function refusedLines({ view }: Step): readonly LineQuantity[] {
  const parts = [...view.parts.values()].flatMap(({ part, accepted, refused }) => [
    ...(accepted?.rejected ?? []).map(({ lineId, quantity }) => ({ lineId, quantity })),
    ...(refused === undefined ? [] : (part?.lines ?? [])),
  ]);
  return [...parts, ...[...view.dropped.values()].flatMap(({ lines }) => lines)];
}
