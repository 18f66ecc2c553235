import type { EffectOf } from '@dist/orchestration';
import type { Journal } from '@dist/orchestration/runtime';

/** A document that a partner was sent, by which what it says of it later finds its order. */
export interface SentDocument {
  /** Id of the order or the load. */
  readonly order: string;
  /** Key of the effect that sent it, the last one where it went out again. */
  readonly effect: string;
}

/** Documents by what partners call them by: invoice, shipment or order number. */
export const sentDocuments = {
  /** What is to be remembered of a document that goes out; undefined when it stands so already. */
  async mark(journal: Pick<Journal, 'mark'>, { key: effect, order, body }: EffectOf<'document.send'>) {
    const key = keyOf(body.partner, body.document, numberOf(body));
    const expected = await journal.mark(key);
    const value = JSON.stringify({ order, effect } satisfies SentDocument);
    return expected === value ? undefined : { key, expected, value };
  },
  async find(
    journal: Pick<Journal, 'mark'>,
    partner: string,
    document: string,
    number: string,
  ): Promise<SentDocument | undefined> {
    const text = await journal.mark(keyOf(partner, document, number));
    return text === undefined ? undefined : (JSON.parse(text) as SentDocument);
  },
};

function keyOf(partner: string, document: string, number: string): string {
  return `sent-document/${[partner, document, number].map(encodeURIComponent).join('/')}`;
}

function numberOf({ content }: EffectOf<'document.send'>['body']): string {
  switch (content.kind) {
    case 'shipment':
      return content.shipmentId;
    case 'invoice':
      return content.number;
    case 'orderAcknowledgment':
      return content.orderNumber;
  }
}
