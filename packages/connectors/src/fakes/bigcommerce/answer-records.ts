import type { BigcommerceState, FakeMetafield } from './bigcommerce-state.ts';
import { recordsError } from './records-error.ts';

/** Requests to `/v3…`: metafields of orders, stock, customers, variants. */
export async function answerRecords(state: BigcommerceState, request: Request, path: string): Promise<Response> {
  const { searchParams: query } = new URL(request.url);
  const body = request.method === 'GET' ? undefined : JSON.parse(await request.text());
  const [, order, metafield] = /^\/orders\/(\d+)\/metafields(?:\/(\d+))?$/.exec(path) ?? [];
  if (order !== undefined) return metafields(state, { order: Number(order), metafield, query, body });
  if (path === '/inventory/items') return stock(state, query);
  if (path === '/inventory/adjustments/absolute') return adjust(state, body);
  if (path === '/customers') {
    const [ids, emails] = [listOf(query, 'id:in'), listOf(query, 'email:in')];
    return page(
      state.customers.filter(
        ({ id, email }) => (ids?.includes(String(id)) ?? true) && (emails?.includes(String(email)) ?? true),
      ),
      query,
    );
  }
  if (path === '/catalog/variants') {
    const [id, sku] = [query.get('id'), query.get('sku')];
    return page(
      state.variants.filter((one) => (id === null || String(one.id) === id) && (sku === null || one.sku === sku)),
      query,
    );
  }
  return recordsError(404, 'The resource was not found.');
}

interface MetafieldRequest {
  readonly order: number;
  readonly metafield: string | undefined;
  readonly query: URLSearchParams;
  readonly body: Pick<FakeMetafield, 'permission_set' | 'namespace' | 'key' | 'value'> | undefined;
}

function metafields(state: BigcommerceState, { order, metafield, query, body }: MetafieldRequest): Response {
  if (!state.orders.some(({ id }) => id === order)) return recordsError(404, 'The resource was not found.');
  const own = state.metafields.filter((one) => one.resource_id === order);
  if (body === undefined) {
    const [namespace, key] = [query.get('namespace'), query.get('key')];
    return page(
      own.filter((one) => (namespace ?? one.namespace) === one.namespace && (key ?? one.key) === one.key),
      query,
    );
  }
  const known = own.find((one) =>
    metafield === undefined ? one.namespace === body.namespace && one.key === body.key : String(one.id) === metafield,
  );
  if (metafield !== undefined) {
    if (known === undefined) return recordsError(404, 'A metafield was not found with this query.');
    known.value = body.value;
    return Response.json({ data: known, meta: {} });
  }
  if (known !== undefined) return recordsError(409, 'The metafield conflicts with another metafield.');
  const made = { ...body, id: 1 + state.metafields.length, resource_id: order };
  state.metafields.push(made);
  return Response.json({ data: made, meta: {} });
}

function stock(state: BigcommerceState, query: URLSearchParams): Response {
  const [skus, places] = [listOf(query, 'sku:in'), listOf(query, 'location_id:in')];
  const wanted = state.variants.filter(({ sku }) => skus?.includes(sku) ?? true);
  const items = wanted.map(({ id, product_id: productId, sku }) => ({
    identity: { sku, variant_id: id, product_id: productId },
    locations: [...state.stock].flatMap(([key, onHand]) => {
      const [place = '', one] = key.split(' ');
      if (one !== sku || !(places?.includes(place) ?? true)) return [];
      // A safety stock of five pieces is not for sale.
      return [
        { location_id: Number(place), available_to_sell: Math.max(onHand - 5, 0), total_inventory_onhand: onHand },
      ];
    }),
  }));
  return page(items, query);
}

function adjust(
  state: BigcommerceState,
  body: { readonly items?: readonly { location_id: number; sku: string; quantity: number }[] },
): Response {
  const items = body.items ?? [];
  if (items.length === 0 || items.length > 2000) return recordsError(422, 'JSON data is missing or invalid');
  const unknown = items.find(({ sku }) => !state.variants.some((variant) => variant.sku === sku));
  if (unknown !== undefined) return recordsError(422, `Items with identity: [sku ${unknown.sku}] were not found`);
  for (const { location_id: place, sku, quantity } of items) state.stock.set(`${place} ${sku}`, quantity);
  state.adjustments++;
  return Response.json({ transaction_id: `transaction-${state.adjustments}` });
}

function listOf(query: URLSearchParams, name: string): readonly string[] | undefined {
  return query.get(name)?.split(',');
}

function page(rows: readonly object[], query: URLSearchParams): Response {
  const [current, size] = [Number(query.get('page') ?? 1), Number(query.get('limit') ?? 50)];
  const data = rows.slice((current - 1) * size, current * size);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const pagination = { total: rows.length, count: data.length, per_page: size, current_page: current };
  return Response.json({ data, meta: { pagination: { ...pagination, total_pages: pages } } });
}
