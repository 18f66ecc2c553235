import type { Fake } from '@dist/connectors/testing';

interface HouseLine {
  readonly line: string;
  readonly item: string;
  pieces: string;
  readonly price?: string;
}

interface HouseOrder {
  readonly id: string;
  readonly reference: string;
  state: string;
  readonly lines: HouseLine[];
}

interface Body {
  readonly reference?: string;
  readonly key?: string;
  readonly lines?: readonly HouseLine[];
}

/**
 * The house ERP in memory. It makes an order of each request, its search finds parts in letters of either case, and gives
 * one hit a page. A cancellation whose key it knows is answered as the first time.
 */
export function fakeHouseErp(): Fake {
  // Somebody else's order, which a search for ours finds as well.
  const orders: HouseOrder[] = [{ id: 'H-0', reference: 'kit.PO-1.before', state: 'NEW', lines: [] }];
  const cancellations = new Map<string, Response>();
  const handle = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const [, , id, action] = pathname.split('/');
    if (request.method === 'GET' && id === undefined) return search(orders, searchParams);
    const body: Body = request.method === 'GET' ? {} : JSON.parse(await request.text());
    if (id === undefined) return create(orders, body);
    const order = orders.find((one) => one.id === id);
    if (order === undefined) return Response.json({ code: 'UNKNOWN_ORDER' }, { status: 404 });
    if (request.method === 'PATCH') change(order, body);
    if (action !== 'cancel') return Response.json(order);
    const answer = cancellations.get(body.key ?? '') ?? Response.json({ cancelled: cancel(order, body) });
    if (body.key !== undefined) cancellations.set(body.key, answer);
    return answer.clone();
  };
  return {
    handle,
    orders: () => orders.length,
    prices: () => (orders.at(-1)?.lines ?? []).map(({ price }) => price ?? 'none'),
    inventStatus: () => {
      for (const order of orders) order.state = 'ON_THE_MOON';
    },
  };
}

function search(orders: readonly HouseOrder[], parameters: URLSearchParams): Response {
  const wanted = (parameters.get('search') ?? '').toLowerCase();
  const page = Number(parameters.get('page'));
  const hits = orders.filter(({ reference }) => reference.toLowerCase().includes(wanted));
  return Response.json({ orders: hits.slice(page, page + 1), ...(hits.length > page + 1 && { next: page + 1 }) });
}

function create(orders: HouseOrder[], { reference = '', lines = [] }: Body): Response {
  if (lines.some(({ item }) => item === 'NO-SUCH')) return Response.json({ code: 'UNKNOWN_ITEM' }, { status: 422 });
  const order = { id: `H-${orders.length}`, reference, state: 'NEW', lines: lines.map((line) => ({ ...line })) };
  orders.push(order);
  return Response.json(order, { status: 201 });
}

function change(order: HouseOrder, { lines = [] }: Body): void {
  for (const { line, pieces } of lines) {
    const known = order.lines.find((one) => one.line === line);
    if (known !== undefined) known.pieces = pieces;
  }
}

function cancel(order: HouseOrder, { lines = order.lines }: Body) {
  const cancelled = lines.map(({ line, pieces }) => ({ line, pieces }));
  for (const { line, pieces } of cancelled) {
    const known = order.lines.find((one) => one.line === line);
    if (known !== undefined) known.pieces = String(Number(known.pieces) - Number(pieces));
  }
  if (order.lines.every(({ pieces }) => pieces === '0')) order.state = 'CANCELLED';
  return cancelled;
}
