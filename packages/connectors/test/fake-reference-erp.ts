import type { ReferenceErpOrder } from '@dist/connectors/reference-erp';
import type { Fake } from '@dist/connectors/testing';

type ReferenceLine = Pick<ReferenceErpOrder['lines'][number], 'line' | 'quantity' | 'unit'>;

interface Stored {
  readonly key: string;
  readonly body: string;
  readonly order: { readonly number: string; readonly status: string; readonly lines: readonly ReferenceLine[] };
}

/** The reference ERP in memory, as far as orders go. */
export function fakeReferenceErp(): Fake & { readonly keys: string[] } {
  const stored = new Map<string, Stored>();
  const keys: string[] = [];
  return {
    keys,
    orders: () => stored.size,
    handle: async (request) => {
      const url = new URL(request.url);
      if (url.pathname === '/orders' && request.method === 'POST') {
        keys.push(request.headers.get('idempotency-key') ?? '');
        return post(stored, keys.at(-1) ?? '', await request.text());
      }
      if (url.pathname === '/orders') {
        const found = stored.get(url.searchParams.get('externalReference') ?? '');
        return Response.json({ orders: found === undefined ? [] : [found.order] });
      }
      if (url.pathname === '/events') return Response.json({ events: [], next: 0 });
      if (url.pathname.endsWith('/cancel')) {
        const number = decodeURIComponent(url.pathname.split('/')[2] ?? '');
        return Response.json({ number, cancelled: cancel(stored, number) });
      }
      return error(404, 'not-found', 'there is nothing here');
    },
    prices: () => {
      const request: Partial<ReferenceErpOrder> = JSON.parse([...stored.values()].at(-1)?.body ?? '{}');
      return (request.lines ?? []).map(({ price }) => price ?? 'none');
    },
    inventStatus: () => {
      for (const [key, one] of stored) stored.set(key, { ...one, order: { ...one.order, status: 'quarantined' } });
    },
  };
}

/** What was open of it, as often as it is asked; of an order that it does not hold, a line of its own. */
function cancel(stored: Map<string, Stored>, number: string): readonly ReferenceLine[] {
  const known = [...stored].find(([, { order }]) => order.number === number);
  if (known === undefined) return [{ line: '1', quantity: '24.00', unit: 'C62' }];
  const [key, one] = known;
  stored.set(key, { ...one, order: { ...one.order, status: 'cancelled' } });
  return one.order.lines.map(({ line, quantity, unit }) => ({ line, quantity, unit }));
}

function post(stored: Map<string, Stored>, key: string, body: string): Response {
  const request: ReferenceErpOrder = JSON.parse(body);
  const known = stored.get(request.externalReference);
  if (known !== undefined) {
    if (known.body !== body) return error(409, 'reference-conflict', 'the reference is known with another content');
    return Response.json({ ...known.order, repeated: true });
  }
  if (request.lines.some((line) => line.item === 'NO-SUCH')) return error(422, 'validation', 'unknown item NO-SUCH');
  const lines = request.lines.map(({ line, item, quantity, unit, price }) =>
    price === '0.01'
      ? { line, item, quantity, unit, status: 'rejected', reason: 'price', message: 'the price is 3.25' }
      : { line, item, quantity, unit, status: 'accepted' },
  );
  const status = lines.every((line) => line.status === 'rejected') ? 'rejected' : 'open';
  const number = `SO-${100001 + stored.size}`;
  const order = { number, externalReference: request.externalReference, status, lines };
  stored.set(request.externalReference, { key, body, order });
  return Response.json(order, { status: 201 });
}

export function error(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}
