import type { Fake, ListCapability } from '../../testing/fake.ts';
import type { FakeCatalog } from '../fake-catalog.ts';
import { collection } from './collection.ts';
import { fulfil } from './fulfil.ts';
import { fusionError } from './fusion-error.ts';
import { type FakeDocument, type Fields, type OracleFusionState, oracleFusionState } from './oracle-fusion-state.ts';
import { insertOrder, orderRecord, reviseOrder } from './sales-orders.ts';

const day = 86_400_000;
/** When the fake's orders change, where nobody tells the time. */
const today = Date.UTC(2026, 2, 2, 8);
const root = '/fscmRestApi/resources/11.13.18.05';

/**
 * Oracle Fusion in memory, as far as `oracleFusion` speaks to it, by the documentation of its REST resources: an order has one
 * key of its source system, is revised and cancelled by a PATCH, and its lines are fulfillment lines; lists come in pages.
 * It is a stand-in for tests and does not price, check stock or credit. `AX-100` is an item and `C-1` a customer that it
 * knows.
 */
export function fakeOracleFusion(catalog: FakeCatalog = {}): Fake & { readonly state: OracleFusionState } {
  const state = oracleFusionState(catalog);
  const documents = (list: ListCapability) => (list === 'shipments.list' ? state.shipments : state.invoices);
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => await answer(state, request),
    listed: (list) => documents(list).map(({ number }) => number),
    shift: (list) => {
      const all = documents(list);
      const newest = Math.max(...all.map(({ changedAt }) => changedAt));
      const [moved] = [...all].sort((a, b) => a.changedAt - b.changedAt);
      if (moved === undefined) return;
      const number = `${Number(moved.number) + 100}`;
      const fields = list === 'invoices.list' ? { ...moved.fields, TransactionNumber: number } : moved.fields;
      all.push({ ...moved, number, fields, changedAt: newest + day });
      moved.changedAt = newest + 2 * day;
    },
    spoil: (list) => {
      const [document] = documents(list);
      if (document === undefined) return '';
      document.lines = [{}];
      return document.number;
    },
    prices: () => state.orders.at(-1)?.lines.map((line) => String(line.UnitSellingPrice)) ?? [],
    inventStatus: () => {
      for (const order of state.orders) order.StatusCode = 'UNDER_CONSIDERATION';
    },
    fulfil: (now) => fulfil(state, now),
  };
}

async function answer(state: OracleFusionState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (!request.headers.has('authorization')) return new Response('Unauthorized', { status: 401 });
  if (url.pathname === '/crmRestApi/resources/11.13.18.05/accounts')
    return collection(state.accounts, url.searchParams);
  if (!url.pathname.startsWith(`${root}/`)) return new Response('Not Found', { status: 404 });
  const [resource = '', ...rest] = url.pathname
    .slice(root.length + 1)
    .split('/')
    .map(decodeURIComponent);
  if (request.method === 'GET') return read(state, { resource, rest, query: url.searchParams });
  const body: Fields = JSON.parse(await request.text());
  if (request.method === 'POST' && resource === 'availableQuantityDetails') return stockOf(state, body);
  if (request.method === 'POST' && resource === 'salesOrdersForOrderHub') return insertOrder(state, body, today);
  const order = state.orders.find(({ OrderKey }) => OrderKey === rest[0]);
  if (request.method === 'PATCH' && order !== undefined) return reviseOrder(order, body, request.headers);
  return fusionError(404, 'Not Found');
}

function read(
  state: OracleFusionState,
  {
    resource,
    rest,
    query,
  }: { readonly resource: string; readonly rest: readonly string[]; readonly query: URLSearchParams },
): Response {
  const [key, , child = ''] = rest;
  const [records, childOf] = recordsOf(state, resource);
  if (records === undefined) return fusionError(404, 'Not Found');
  if (key === undefined) return collection(records, query);
  const units = child === 'outerPackingUnits' ? state.shipments.find(({ number }) => number === key) : undefined;
  const lines = units === undefined ? childOf(key) : packedOf(units, rest[3]);
  return child === '' || lines === undefined ? fusionError(404, 'Not Found') : collection(lines, query);
}

/** The outer packing units of a shipment, or the lines in one of them. */
function packedOf({ packed = [] }: FakeDocument, unit: string | undefined): readonly Fields[] | undefined {
  if (unit === undefined) return packed.map(({ LPNId }) => ({ LPNId }));
  return packed.find(({ LPNId }) => String(LPNId) === unit)?.lines;
}

type Children = (key: string) => readonly Fields[] | undefined;

/** The records of a resource, and the lines of one of them. */
function recordsOf(state: OracleFusionState, resource: string): readonly [readonly Fields[] | undefined, Children] {
  const linesOf = (documents: readonly FakeDocument[]): Children => {
    return (key) => documents.find(({ number }) => number === key)?.lines;
  };
  switch (resource) {
    case 'salesOrdersForOrderHub':
      return [
        state.orders.map(orderRecord),
        (key) => state.orders.find(({ OrderKey }) => OrderKey === key)?.lines.map((line) => ({ ...line })),
      ];
    case 'shipments':
      return [state.shipments.map((one) => ({ ...changed(one), Shipment: one.number })), linesOf(state.shipments)];
    case 'receivablesInvoices':
      return [
        state.invoices.map((one) => ({ ...changed(one), CustomerTransactionId: Number(one.number) })),
        linesOf(state.invoices),
      ];
    case 'itemsV2':
      return [state.items, () => undefined];
    default:
      return [undefined, () => undefined];
  }
}

function changed({ fields, changedAt }: FakeDocument): Fields {
  return { ...fields, LastUpdateDate: new Date(changedAt).toISOString().replace('Z', '+00:00') };
}

function stockOf({ stock }: OracleFusionState, body: Fields): Response {
  const { OrganizationCode, ItemNumber } = body;
  const quantity = stock.get(`${ItemNumber}|${OrganizationCode}`);
  if (quantity === undefined) return fusionError(400, `Item ${ItemNumber} is not in ${OrganizationCode}.`, 'INV-1');
  return Response.json(
    { OrganizationCode, ItemNumber, AvailableToTransact: quantity, AvailableToReserve: quantity },
    { status: 201 },
  );
}
