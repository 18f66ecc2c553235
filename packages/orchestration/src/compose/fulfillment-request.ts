import type { FulfillmentRequest, RequestedLine } from '@dist/canonical';
import type { View } from '../kernel/view.ts';
import type { OrderPart } from '../word/event.ts';
import { defined, mergeIds } from './merge.ts';

/** What a warehouse is asked to ship of one part (940), under our reference of the part. */
export function fulfillmentRequest(view: View, part: OrderPart): FulfillmentRequest {
  const { order, enriched } = view;
  if (order === undefined || enriched === undefined) throw new TypeError('the order is not enriched');
  return defined<FulfillmentRequest>({
    kind: 'fulfillmentRequest',
    version: '1',
    purpose: 'original',
    number: part.externalReference,
    orderNumber: order.number,
    orderRelease: order.release,
    orderDate: order.dates.ordered,
    currency: order.currency,
    dates: order.dates,
    parties: order.parties,
    carrier: enriched.carrier ?? order.routing ?? {},
    freight: order.freight,
    references: order.references,
    lines: part.lines.map(({ lineId, quantity }) => {
      const sku = view.enrichedLines.get(lineId)?.sku;
      const line = view.ordered.get(lineId);
      return defined<RequestedLine>({
        lineId,
        ids: mergeIds(line?.ids ?? [], sku === undefined ? [] : [{ scheme: 'seller', value: sku }]),
        description: line?.description,
        quantity,
      });
    }),
  });
}
