import type { FakeLine, FakeOrder, NetsuiteState } from './netsuite-state.ts';
import { nsError } from './ns-error.ts';

interface Posted {
  readonly item?: { readonly items?: readonly Partial<FakeLine>[] };
}

/** Upserts an order under its external id: `PUT /salesOrder/eid:…`. Line numbers are not 1, 2, 3: they go on by three. */
export function upsertOrder(state: NetsuiteState, externalId: string, body: Posted, host: string): Response {
  const lines = (body.item?.items ?? []).map(
    (line, at): FakeLine => ({
      ...line,
      line: 1 + at * 3,
      item: { id: '', ...line.item },
      quantity: line.quantity ?? 0,
      quantityFulfilled: 0,
      quantityBilled: 0,
      isClosed: false,
    }),
  );
  const unknown = lines.find(({ item }) => !state.items.some(({ id }) => id === item.id));
  if (unknown !== undefined)
    return nsError(400, 'INVALID_KEY_OR_REF', `Invalid item reference key ${unknown.item.id}.`);
  const known = state.orders.find((order) => order.externalId === externalId);
  if (known !== undefined) known.lines = lines;
  const order = known ?? { id: String(501 + state.orders.length), externalId, status: 'B', lines };
  if (known === undefined) state.orders.push(order);
  return new Response(null, {
    status: 204,
    headers: { location: `${host}/services/rest/record/v1/salesOrder/${order.id}` },
  });
}

/** Changes lines by their numbers; what is not named stays. */
export function patchOrder(order: FakeOrder, body: Posted): Response {
  const changes = body.item?.items ?? [];
  const unknown = changes.find(({ line }) => !order.lines.some((one) => one.line === line));
  if (unknown !== undefined) return nsError(400, 'INVALID_KEY_OR_REF', `Invalid line ${unknown.line}.`);
  for (const change of changes) {
    const line = order.lines.find((one) => one.line === change.line);
    if (line !== undefined) Object.assign(line, change);
  }
  return new Response(null, { status: 204 });
}

/** An order as NetSuite answers it with its sublists. */
export function orderRecord({ id, externalId, status, lines }: FakeOrder, state: NetsuiteState): object {
  const names: Readonly<Record<string, string>> = {
    A: 'Pending Approval',
    B: 'Pending Fulfillment',
    Z: 'Something new',
  };
  return {
    id,
    externalId,
    tranId: `SO${id}`,
    orderStatus: { id: status, refName: names[status] ?? status },
    lastModifiedDate: '2026-03-02T08:00:00Z',
    item: {
      items: lines.map((line) => {
        const refName = state.items.find((item) => item.id === line.item.id)?.itemid;
        return { ...line, item: { ...line.item, refName } };
      }),
    },
  };
}

interface Transformed {
  readonly externalId?: string;
  readonly item?: { readonly items?: readonly { orderLine?: number; quantity?: number; itemReceive?: boolean }[] };
}

/** Ships an order. A line that is not named ships in full: that is NetSuite's rule, not ours. */
export function fulfill(state: NetsuiteState, order: FakeOrder, body: Transformed, host: string): Response {
  const named = body.item?.items ?? [];
  for (const line of order.lines) {
    const told = named.find(({ orderLine }) => orderLine === line.line);
    if (told?.itemReceive === false) continue;
    line.quantityFulfilled += told?.quantity ?? line.quantity - line.quantityFulfilled;
  }
  const id = String(7001 + state.fulfillments.size);
  state.fulfillments.set(body.externalId ?? id, id);
  order.status = order.lines.every((line) => line.quantityFulfilled >= line.quantity) ? 'F' : 'D';
  return new Response(null, {
    status: 204,
    headers: { location: `${host}/services/rest/record/v1/itemFulfillment/${id}` },
  });
}
