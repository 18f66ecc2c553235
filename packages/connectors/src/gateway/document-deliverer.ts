import type { DeliveryEffect, Outcome, PerformContext, Performer } from '@dist/orchestration/runtime';
import type { GatewayOptions } from './gateway-options.ts';
import { putDocument } from './put-document.ts';

/** Carries a stored document to its partner: the bytes as they were frozen, however often it is tried. */
export function documentDeliverer({ transport }: Pick<GatewayOptions, 'transport'>): Performer<DeliveryEffect> {
  return async ({ body }, { journal }: PerformContext): Promise<Outcome> => {
    const document = await journal.document(body.document);
    if (document === undefined) {
      const message = `Document ${body.document} is not in the journal.`;
      return { failure: { class: 'system', code: 'document-missing', message } };
    }
    const refused = await putDocument(transport, document.name, document.bytes);
    if (refused !== undefined) return refused;
    return { sent: { controlNumber: document.controlNumbers[0], file: document.name } };
  };
}
