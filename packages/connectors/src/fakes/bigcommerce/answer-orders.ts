import type { BigcommerceState, FakeOrder, FakeShipment } from './bigcommerce-state.ts';
import { addressDocument, orderDocument } from './order-documents.ts';
import { ordersError } from './records-error.ts';

const absent = () => ordersError(404, 'The requested resource was not found.');
const unwritable = (field: string) =>
  ordersError(
    400,
    `The field '${field}' cannot be written to. Please remove it from your request before trying again.`,
  );

/** Requests to `/v2/orders…`. An empty list is 204 without a body. */
export async function answerOrders(state: BigcommerceState, request: Request, path: string): Promise<Response> {
  const url = new URL(request.url);
  const base = `${url.origin}${url.pathname.split('/orders')[0]}`;
  const [, number, part] = /^\/orders(?:\/(\w+)(?:\/(\w+))?)?$/.exec(path) ?? [];
  if (number === 'count') return Response.json({ statuses: [], count: state.orders.length });
  if (number === undefined) {
    if (request.method !== 'GET') return ordersError(405, 'The requested method is not allowed.');
    return list(filtered(state, url.searchParams), url.searchParams, (order) => orderDocument(order, base));
  }
  const order = state.orders.find(({ id }) => String(id) === number);
  if (order === undefined) return absent();
  if (part === undefined) {
    if (request.method === 'GET') return Response.json(orderDocument(order, base));
    return update(order, JSON.parse(await request.text())) ?? Response.json(orderDocument(order, base));
  }
  if (part === 'products') return list(order.products, url.searchParams, (product) => product);
  if (part === 'shipping_addresses') return list([order], url.searchParams, addressDocument);
  if (part !== 'shipments') return absent();
  return request.method === 'GET'
    ? list(order.shipments, url.searchParams, (shipment) => shipment)
    : ship(order, JSON.parse(await request.text()));
}

/** Filters that it knows; one that it does not know changes nothing. */
function filtered({ orders }: BigcommerceState, query: URLSearchParams): readonly FakeOrder[] {
  const least = Number(query.get('min_id') ?? 0);
  const most = Number(query.get('max_id') ?? Number.MAX_SAFE_INTEGER);
  const external = query.get('external_order_id');
  const since = Date.parse(query.get('min_date_modified') ?? '1970-01-01T00:00:00Z');
  const found = orders.filter(
    ({ id, externalOrderId, modifiedAt }) =>
      id >= least &&
      id <= most &&
      (external === null || externalOrderId === external) &&
      modifiedAt >= Math.floor(since / 1000) * 1000,
  );
  return query.get('sort') === 'date_modified:asc'
    ? found.sort((a, b) => a.modifiedAt - b.modifiedAt || a.id - b.id)
    : found.sort((a, b) => a.id - b.id);
}

function list<Row>(rows: readonly Row[], query: URLSearchParams, show: (row: Row) => object): Response {
  const [page, limit] = [Number(query.get('page') ?? 1), Number(query.get('limit') ?? 50)];
  if (!(page >= 1 && limit >= 1 && limit <= 250)) return ordersError(400, 'The limit or page is not valid.');
  const shown = rows.slice((page - 1) * limit, page * limit);
  return shown.length === 0 ? new Response(null, { status: 204 }) : Response.json(shown.map(show));
}

interface Update {
  readonly status_id?: number;
  readonly products?: readonly { readonly id?: number; readonly quantity?: number }[];
}

function update(order: FakeOrder, body: Update): Response | undefined {
  const unknown = Object.keys(body).find((field) => field !== 'status_id' && field !== 'products');
  if (unknown !== undefined) return unwritable(unknown);
  for (const { id, quantity } of body.products ?? []) {
    const product = order.products.find((one) => one.id === id);
    if (product === undefined || !Number.isInteger(quantity))
      return ordersError(400, `The field 'products' is invalid.`);
  }
  for (const { id, quantity = 0 } of body.products ?? []) {
    const product = order.products.find((one) => one.id === id);
    if (product === undefined) continue;
    product.quantity = quantity;
    product.applied_discounts = [];
  }
  order.products = order.products.filter(({ quantity }) => quantity > 0);
  order.statusId = body.status_id ?? order.statusId;
  order.modifiedAt += 1000;
  return undefined;
}

interface Posted {
  readonly order_address_id?: number;
  readonly items?: readonly { readonly order_product_id: number; readonly quantity: number }[];
}

function ship(order: FakeOrder, body: Posted): Response {
  if (body.order_address_id !== 31) return ordersError(400, `The field 'order_address_id' is invalid.`);
  const items = body.items ?? [];
  if (items.length === 0) return ordersError(400, `The required field 'items' was not supplied.`);
  if (items.some((item) => 'product_id' in item)) return unwritable('product_id');
  for (const { order_product_id: id, quantity } of items) {
    const product = order.products.find((one) => one.id === id);
    if (product === undefined || product.quantity_shipped + quantity > product.quantity) {
      return ordersError(400, `The field 'items' is invalid.`);
    }
  }
  for (const { order_product_id: id, quantity } of items) {
    const product = order.products.find((one) => one.id === id);
    if (product !== undefined) product.quantity_shipped += quantity;
  }
  const id = order.id * 100 + order.shipments.length + 1;
  const shipment: FakeShipment = { comments: '', tracking_number: '', ...body, id, order_id: order.id, items };
  order.shipments.push(shipment);
  order.statusId = order.products.every((one) => one.quantity_shipped >= one.quantity) ? 2 : 3;
  order.modifiedAt += 1000;
  return Response.json(shipment, { status: 201 });
}
