import type { Fetch } from '../../src/http/http-client.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the adapter sent, as it sent it, and what the server said. */
export interface Exchange {
  readonly method: string;
  /** After the root of the services, decoded. */
  readonly path: string;
  readonly token: string | null;
  readonly ifMatch: string | null;
  readonly body: unknown;
  readonly status: number;
}

/**
 * `fetch` that stands between the adapter, which speaks as SAP does, and SAP's mock server (fe-mockserver), whose OData 2
 * differs from it in six places:
 *
 * 1. no `;v=0002` in a path;
 * 2. a literal `datetimeoffset'…'` is a text to it: `datetime'…'` is an instant;
 * 3. the items of a deep insert are a list, not `{ results }`, and nobody numbers them (SAP does, by tens);
 * 4. its answer to a deep insert has that list again;
 * 5. a decimal that is not told is the number 0, and one that was changed is a number: SAP's are texts;
 * 6. a change is answered by 200 and the record, not by 204.
 */
export function mockDialect(exchanges: Exchange[]): Fetch {
  return async (url, init) => {
    const method = init.method ?? 'GET';
    const headers = new Headers(init.headers);
    const text = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : init.body;
    const body: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    const address = url.replace(';v=0002', '').replaceAll('datetimeoffset%27', 'datetime%27');
    const sent = method === 'POST' ? JSON.stringify(withNumberedItems(body as Json)) : (text ?? null);
    const answer = await fetch(address, { ...init, body: sent as string | null });
    exchanges.push({
      method,
      path: decodeURIComponent(url.slice(url.indexOf('/API_'))).replaceAll('+', ' '),
      token: headers.get('x-csrf-token'),
      ifMatch: headers.get('if-match'),
      body,
      status: answer.status,
    });
    const answered = await answer.text();
    if (method === 'PATCH' && answer.status === 200) return new Response(null, { status: 204 });
    const isJson = answer.headers.get('content-type') === 'application/json';
    const { status, headers: told } = answer;
    return new Response(isJson ? JSON.stringify(JSON.parse(answered, asSap)) : answered, { status, headers: told });
  };
}

function withNumberedItems(order: Json): Json {
  const { results } = order['to_Item'] as { readonly results: readonly Json[] };
  return { ...order, to_Item: results.map((item, at) => ({ ...item, SalesOrderItem: String((at + 1) * 10) })) };
}

function asSap(name: string, value: unknown): unknown {
  if (name === 'to_Item' && Array.isArray(value)) return { results: value };
  return typeof value === 'number' ? String(value) : value;
}
