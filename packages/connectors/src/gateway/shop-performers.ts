import type { Outcome, Performers } from '@dist/orchestration/runtime';
import type { Invoices } from '../port/invoices.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { Shipments } from '../port/shipments.ts';
import { toFailure } from './to-failure.ts';

/** Tells a shop what has shipped and what was invoiced. Told twice, the shop has it once. */
export function shopPerformers(shop: {
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly invoices: Pick<Invoices, 'publish'>;
}): Pick<Performers, 'shop.fulfillment' | 'shop.invoice'> {
  return {
    'shop.fulfillment': async ({ body }, { key, signal }) =>
      toOutcome(
        await shop.shipments.publish({ channelOrderId: body.shopOrderId, shipment: body.content }, { key, signal }),
      ),
    'shop.invoice': async ({ body }, { key, signal }) =>
      toOutcome(
        await shop.invoices.publish({ channelOrderId: body.shopOrderId, invoice: body.content }, { key, signal }),
      ),
  };
}

function toOutcome(outcome: PublishOutcome): Outcome {
  switch (outcome.status) {
    case 'published':
    case 'already':
      return { sent: { controlNumber: outcome.id } };
    case 'rejected':
      return { failure: { class: 'partnerFormat', code: outcome.reason, message: outcome.message } };
    case 'unknown':
      // Publishing looks first what is there, so that the next attempt finds what this one may have done.
      return { failure: { ...toFailure(outcome.failure), class: 'transport' } };
    case 'failed':
      return { failure: toFailure(outcome.failure) };
  }
}
