import type { Fake, ListCapability } from '../../testing/fake.ts';
import type { FakeCatalog } from '../fake-catalog.ts';
import { fulfil } from './fulfil.ts';
import { type NetsuiteState, netsuiteState } from './netsuite-state.ts';
import { nsError } from './ns-error.ts';
import { runSuiteql } from './run-suiteql.ts';
import { fulfill, orderRecord, patchOrder, upsertOrder } from './sales-orders.ts';

const hour = 3_600_000;
const kindOf = (list: ListCapability) => (list === 'shipments.list' ? 'ItemShip' : 'CustInvc');

/**
 * NetSuite in memory, as far as `netsuite` speaks to it, by Oracle's documentation of REST web services: a token of its own
 * token endpoint, upsert by external id, sublists by line number, a transform that ships what is not named, SuiteQL with
 * texts for values and offsets that are multiples of the limit. `AX-100` is an item that it knows.
 */
export function fakeNetsuite(catalog: FakeCatalog = {}): Fake & { readonly state: NetsuiteState } {
  const state = netsuiteState(catalog);
  const ofList = (list: ListCapability) => state.transactions.filter(({ kind }) => kind === kindOf(list));
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => answer(state, request),
    listed: (list) => ofList(list).map(({ id, fields }) => fields['tranid'] ?? id),
    shift: (list) => {
      const newest = Math.max(...ofList(list).map(({ changedAt }) => changedAt));
      const [moved] = ofList(list).sort((a, b) => a.changedAt - b.changedAt);
      if (moved === undefined) return;
      const id = String(Number(moved.id) + 1000 + (newest % 97));
      state.transactions.push({
        ...moved,
        id,
        changedAt: newest + hour,
        lines: moved.lines.map((line) => ({ ...line, transaction: id })),
      });
      moved.changedAt = newest + 2 * hour;
    },
    spoil: (list) => {
      const [one] = ofList(list);
      if (one === undefined) return '';
      const number = one.fields['tranid'] ?? one.id;
      one.fields = { tranid: number };
      return number;
    },
    prices: () => state.orders.at(-1)?.lines.map(({ rate }) => String(rate)) ?? [],
    inventStatus: () => {
      for (const order of state.orders) order.status = 'Z';
    },
    fulfil: (now) => fulfil(state, now),
    expireTokens: () => {
      state.token++;
    },
  };
}

async function answer(state: NetsuiteState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = decodeURIComponent(url.pathname).replace('/services/rest', '');
  if (path === '/auth/oauth2/v1/token') return token(state, new URLSearchParams(await request.text()));
  const authorization = request.headers.get('authorization') ?? '';
  if (authorization !== `Bearer token-${state.token}` && !authorization.startsWith('OAuth ')) {
    return nsError(
      401,
      'INVALID_LOGIN',
      'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.',
    );
  }
  if (path === '/query/v1/suiteql') return query(state, request, url.searchParams);
  return record(state, request, path, url);
}

/** The assertion must be there; that its signature is right is for the tests of the authorization. */
function token(state: NetsuiteState, form: URLSearchParams): Response {
  if (form.get('grant_type') !== 'client_credentials' || !form.get('client_assertion')) {
    return Response.json({ error: 'invalid_request' }, { status: 400 });
  }
  return Response.json({ access_token: `token-${state.token}`, token_type: 'Bearer', expires_in: 3600 });
}

async function query(state: NetsuiteState, request: Request, page: URLSearchParams): Promise<Response> {
  const [limit, offset] = [Number(page.get('limit') ?? 1000), Number(page.get('offset') ?? 0)];
  if (request.headers.get('prefer') !== 'transient')
    return nsError(400, 'INVALID_HEADER', 'The header Prefer must be transient.');
  if (limit < 1 || limit > 1000 || offset % limit !== 0) return nsError(400, 'INVALID_PARAMETER', 'Invalid offset.');
  try {
    const body: { readonly q: string } = JSON.parse(await request.text());
    const rows = runSuiteql(state, body.q);
    const items = rows.slice(offset, offset + limit).map((row) => ({ links: [], ...row }));
    const hasMore = offset + limit < rows.length;
    return Response.json({ links: [], count: items.length, hasMore, items, offset, totalResults: rows.length });
  } catch {
    return nsError(400, 'INVALID_PARAMETER', 'Invalid search query.');
  }
}

async function record(state: NetsuiteState, request: Request, path: string, { origin }: URL): Promise<Response> {
  const [, type, key = '', target] = /^\/record\/v1\/(\w+)\/([^/]+)(?:\/!transform\/(\w+))?$/.exec(path) ?? [];
  const external = key.startsWith('eid:') ? key.slice(4) : undefined;
  const absent = () =>
    nsError(404, 'NONEXISTENT_ID', 'The record instance does not exist. Provide a valid record instance ID.');
  if (type === 'itemFulfillment') {
    const id = state.fulfillments.get(external ?? '');
    return id === undefined ? absent() : Response.json({ id });
  }
  if (type !== 'salesOrder') return nsError(404, 'INVALID_URL', 'The request URL is invalid.');
  const order = state.orders.find(({ id, externalId }) =>
    external === undefined ? id === key : externalId === external,
  );
  if (request.method === 'PUT' && external !== undefined) {
    return upsertOrder(state, external, JSON.parse(await request.text()), origin);
  }
  if (order === undefined) return absent();
  if (request.method === 'GET') return Response.json(orderRecord(order, state));
  const body = JSON.parse(await request.text());
  if (request.method === 'PATCH') return patchOrder(order, body);
  return target === 'itemFulfillment'
    ? fulfill(state, order, body, origin)
    : nsError(405, 'INVALID_URL', 'not allowed');
}
