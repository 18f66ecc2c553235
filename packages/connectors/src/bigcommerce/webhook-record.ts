import { fieldOf } from '../json/field-of.ts';

/** The record that a webhook names. */
export interface WebhookRecord {
  /** `order`, `product`, `sku`, `customer`, … */
  readonly type: string;
  /** What the operations of the connector take: `orders.status(id)`. */
  readonly id: string;
}

/**
 * The record in the body of a webhook, `{ scope, data: { type, id } }`: a webhook says that something has changed and not
 * what it is now, comes more than once and in any order. Read the record from the store. `body` is the JSON of a webhook
 * that was verified; undefined where it names none (BigCommerce, Webhooks Overview).
 */
export function webhookRecord(body: unknown): WebhookRecord | undefined {
  const data = fieldOf(body, 'data');
  const [type, id] = [fieldOf(data, 'type'), fieldOf(data, 'id')];
  if (typeof type !== 'string' || type === '') return undefined;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return { type, id: String(id) };
  return typeof id === 'string' && id !== '' ? { type, id } : undefined;
}
