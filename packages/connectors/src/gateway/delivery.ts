import type { DeliveryEffect, StoredDocument } from '@dist/orchestration/runtime';

/** The effect that carries a stored document to its partner. */
export function delivery(document: StoredDocument): DeliveryEffect {
  const { key, partner, at } = document;
  return {
    key: `deliver/${key}`,
    order: '',
    body: { type: 'document.deliver', partner, document: key },
    lane: `partner:${partner}`,
    priority: 0,
    notBefore: at,
    attempt: 1,
    safety: 'idempotent',
  };
}
