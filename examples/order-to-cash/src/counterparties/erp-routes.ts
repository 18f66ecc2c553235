import { refusal } from './answer.ts';
import { eventsAfter } from './events.ts';
import type { Route } from './http-server.ts';
import type { Ledger } from './ledger.ts';
import type { Orders } from './orders.ts';

/** The paths of the reference ERP. */
export function erpRoutes(ledger: Ledger, orders: Orders): readonly Route[] {
  return [
    {
      method: 'POST',
      path: /^\/orders$/,
      answer: ({ body, header }) => orders.accept(body, header('idempotency-key')),
    },
    {
      method: 'GET',
      path: /^\/orders$/,
      answer({ query }) {
        const reference = query.get('externalReference');
        if (!reference) return refusal(422, 'validation', 'externalReference: expected a reference, found none');
        return orders.byReference(reference);
      },
    },
    { method: 'GET', path: /^\/orders\/([^/]+)$/, answer: ({ caught: [number = ''] }) => orders.byNumber(number) },
    {
      method: 'POST',
      path: /^\/orders\/([^/]+)\/cancel$/,
      answer: ({ caught: [number = ''], body, header }) => orders.cancel(number, body, header('idempotency-key')),
    },
    {
      method: 'GET',
      path: /^\/events$/,
      answer({ query }) {
        const after = whole(query.get('after') ?? '0');
        const limit = whole(query.get('limit') ?? '200');
        if (after === undefined || !limit) return refusal(422, 'validation', 'after, limit: expected whole numbers');
        return { status: 200, body: eventsAfter(ledger, after, Math.min(limit, 1000)) };
      },
    },
  ];
}

function whole(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
