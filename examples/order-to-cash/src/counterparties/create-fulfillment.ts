import * as z from 'zod';
import type { Resolvable } from './select-fields.ts';
import type { Shop } from './shop.ts';
import { fulfillmentAnswer, fulfillmentOrderId, type KeptFulfillment, remainingOf, tail } from './shop-answers.ts';

const text = z.string().max(255);

const TrackingInput = z.strictObject({
  company: text.nullish(),
  number: text.nullish(),
  url: text.nullish(),
  numbers: z.array(text).max(100).nullish(),
  urls: z.array(text).max(100).nullish(),
});

/** Shopify's FulfillmentInput, as far as it is kept. */
const FulfillmentInput = z.strictObject({
  lineItemsByFulfillmentOrder: z
    .array(
      z.strictObject({
        fulfillmentOrderId: z.string(),
        fulfillmentOrderLineItems: z
          .array(z.strictObject({ id: z.string(), quantity: z.int().positive() }))
          .max(512)
          .nullish(),
      }),
    )
    .length(1),
  notifyCustomer: z.boolean().nullish(),
  trackingInfo: TrackingInput.nullish(),
});

/**
 * Makes a fulfillment each time it is asked, of more than remains too: a sender that fulfils twice is seen in the
 * ledger. A fault in the input is a user error, as the API tells it.
 */
export function createFulfillment({ ledger, orders, now }: Shop, input: unknown): Resolvable {
  const { data, error } = FulfillmentInput.safeParse(input);
  const asked = data?.lineItemsByFulfillmentOrder[0];
  if (asked === undefined) return refused(error?.issues[0]?.path.map(String) ?? [], 'Fulfillment is invalid.');
  const order = [...orders.values()].find((known) => fulfillmentOrderId(known) === asked.fulfillmentOrderId);
  if (order === undefined) return refused(['lineItemsByFulfillmentOrder'], 'Fulfillment order does not exist.');
  const lines = asked.fulfillmentOrderLineItems?.map(({ id, quantity }) => ({ id: tail(id), quantity }));
  if (lines?.some(({ id }) => !order.lines.some((line) => line.id === id)))
    return refused(['lineItemsByFulfillmentOrder'], 'Fulfillment order line item does not exist.');
  const kept: KeptFulfillment = {
    lines: lines?.length ? lines : allOf(remainingOf(ledger, order)),
    trackingInfo: trackingOf(data?.trackingInfo ?? {}),
  };
  const at = now();
  ledger.run(
    'INSERT INTO shop_fulfillments (order_id, tracking_numbers, at, fulfillment) VALUES (?, ?, ?, ?)',
    ...[order.id, kept.trackingInfo.map(({ number }) => number).join(' '), at, JSON.stringify(kept)],
  );
  const position = ledger.row<{ last: number }>('SELECT max(position) AS last FROM shop_fulfillments')?.last ?? 0;
  return { fulfillment: fulfillmentAnswer(position, at, order, kept), userErrors: [] };
}

function trackingOf(input: z.infer<typeof TrackingInput>): KeptFulfillment['trackingInfo'] {
  const numbers = input.numbers ?? [input.number ?? null];
  const urls = input.urls ?? [input.url ?? null];
  return numbers.map((number, index) => ({ company: input.company ?? null, number, url: urls[index] ?? null }));
}

function allOf(remaining: ReadonlyMap<string, number>): KeptFulfillment['lines'] {
  return [...remaining].flatMap(([id, quantity]) => (quantity > 0 ? [{ id, quantity }] : []));
}

function refused(field: readonly string[], message: string): Resolvable {
  return { fulfillment: null, userErrors: [{ field: ['fulfillment', ...field], message }] };
}
