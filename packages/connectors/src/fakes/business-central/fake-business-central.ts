import type { Fake, ListCapability } from '../../testing/fake.ts';
import type { FakeCatalog } from '../fake-catalog.ts';
import { type Fields, filter } from '../odata/filter.ts';
import { businessCentralError } from './business-central-error.ts';
import { type BusinessCentralState, businessCentralState, type FakePosted, guid } from './business-central-state.ts';
import { fulfil } from './fulfil.ts';
import { changeLine, insertOrder, orderRecord } from './sales-orders.ts';

const day = 86_400_000;
const company = '/companies(00000000-0000-4000-8000-00000000c0de)';

/**
 * Business Central in memory, as far as `businessCentral` speaks to it, by the documentation of API v2.0: a token of Entra ID,
 * fields that there are, the version of a line at a change, an answer that is cut after `rowsAtOnce` records with a link to the
 * rest. A POST that comes twice makes two orders. It is a stand-in for tests and does not price, post or check credit. Its
 * company is `00000000-0000-4000-8000-00000000c0de`; `AX-100` is an item that it knows and `C-1` a customer.
 */
export function fakeBusinessCentral(
  options: FakeCatalog & { readonly rowsAtOnce?: number } = {},
): Fake & { readonly state: BusinessCentralState } {
  const state = businessCentralState(options);
  const { rowsAtOnce = 20_000 } = options;
  const documents = (list: ListCapability) => (list === 'shipments.list' ? state.shipments : state.invoices);
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => await answer(state, rowsAtOnce, request),
    listed: (list) => documents(list).map(({ number }) => number),
    shift: (list) => {
      const all = documents(list);
      const newest = Math.max(...all.map(({ changedAt }) => changedAt));
      const [moved] = [...all].sort((a, b) => a.changedAt - b.changedAt);
      if (moved === undefined) return;
      all.push({ number: `${Number(moved.number) + 100}`, changedAt: newest + day, fields: moved.fields });
      moved.changedAt = newest + 2 * day;
    },
    spoil: (list) => {
      const [document] = documents(list);
      if (document === undefined) return '';
      document.fields = { ...document.fields, salesShipmentLines: {}, salesInvoiceLines: {} };
      return document.number;
    },
    prices: () => {
      const items = state.orders.at(-1)?.lines.filter(({ fields }) => fields['lineType'] === 'Item') ?? [];
      return items.map(({ fields }) => String(fields['unitPrice']));
    },
    inventStatus: () => {
      for (const order of state.orders) order.status = 'Quarantined';
    },
    fulfil: (now) => fulfil(state, now),
    expireTokens: () => {
      state.token++;
    },
  };
}

async function answer(state: BusinessCentralState, rowsAtOnce: number, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.endsWith('/oauth2/v2.0/token')) {
    return Response.json({ token_type: 'Bearer', access_token: `token-${state.token}`, expires_in: 3599 });
  }
  if (request.headers.get('authorization') !== `Bearer token-${state.token}`) {
    const text = 'The server has rejected the client credentials.';
    return businessCentralError(401, 'Authentication_InvalidCredentials', text);
  }
  const path = decodeURIComponent(url.pathname).replace(/^\/v2\.0\/[^/]+\/[^/]+\/api\/v2\.0/, '');
  if (request.method === 'GET') return read(state, rowsAtOnce, path, url);
  const body = JSON.parse(await request.text());
  if (path.startsWith('/subscriptions')) return subscribe(state, request, path, body);
  if (request.method === 'POST' && path === `${company}/salesOrders`) return insertOrder(state, body);
  const line = /\/salesOrderLines\(([0-9a-f-]+)\)$/.exec(path)?.[1];
  if (request.method === 'PATCH' && line !== undefined) {
    return changeLine(state, line, request.headers.get('if-match'), body);
  }
  return businessCentralError(
    405,
    'BadRequest_MethodNotAllowed',
    `'${request.method}' requests for '${path}' are not allowed`,
  );
}

function subscribe(
  state: BusinessCentralState,
  request: Request,
  path: string,
  body: Record<string, unknown>,
): Response {
  const expirationDateTime = '2026-03-05T08:00:00Z';
  if (request.method === 'POST') {
    const made = {
      ...body,
      subscriptionId: guid(state.subscriptions.length + 1).replaceAll('-', ''),
      expirationDateTime,
    };
    state.subscriptions.push(made);
    return Response.json(made, { status: 201 });
  }
  const id = /^\/subscriptions\('(\w+)'\)$/.exec(path)?.[1];
  const known = state.subscriptions.find(({ subscriptionId }) => subscriptionId === id);
  if (known === undefined)
    return businessCentralError(404, 'Internal_RecordNotFound', 'The subscription does not exist.');
  Object.assign(known, body, { expirationDateTime: '2026-03-08T08:00:00Z' });
  return Response.json(known);
}

function read(state: BusinessCentralState, rowsAtOnce: number, path: string, url: URL): Response {
  const records = path === '/subscriptions' ? state.subscriptions : recordsOf(state, path);
  if (records === undefined) {
    return businessCentralError(404, 'BadRequest_ResourceNotFound', `Resource not found for the segment '${path}'`);
  }
  return collection(records, rowsAtOnce, url);
}

function recordsOf(state: BusinessCentralState, path: string): readonly Fields[] | undefined {
  switch (path.startsWith(company) ? path.slice(company.length) : '') {
    case '/salesOrders':
      return state.orders.map(orderRecord);
    case '/salesShipments':
      return state.shipments.map(posted);
    case '/salesInvoices':
      return state.invoices.map(posted);
    case '/items':
      return state.items;
    case '/customers':
      return state.customers;
    default:
      return undefined;
  }
}

function posted({ number, changedAt, fields }: FakePosted): Fields {
  return { id: guid(Number(number)), number, lastModifiedDateTime: new Date(changedAt).toISOString(), ...fields };
}

/** `$filter`, `$orderby`, `$skip`, `$top`, in this order; then the answer is cut (`$skiptoken`). */
function collection(records: readonly Fields[], rowsAtOnce: number, url: URL): Response {
  const query = url.searchParams;
  try {
    const expression = query.get('$filter');
    const fits = expression === null ? () => true : filter(expression);
    const order = (query.get('$orderby') ?? '').split(',').filter((field) => field !== '');
    const sorted = records.filter(fits).sort((a, b) => compareBy(order, a, b));
    const from = Number(query.get('$skip') ?? 0);
    const asked = sorted.slice(from, from + Number(query.get('$top') ?? sorted.length));
    const passed = Number(query.get('$skiptoken') ?? 0);
    const value = asked.slice(passed, passed + rowsAtOnce);
    if (passed + rowsAtOnce >= asked.length) return Response.json({ value });
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(passed + rowsAtOnce));
    return Response.json({ value, '@odata.nextLink': next.href });
  } catch {
    return businessCentralError(400, 'BadRequest_NotFound', 'Bad Request - Error in query syntax');
  }
}

function compareBy(fields: readonly string[], a: Fields, b: Fields): number {
  for (const field of fields) {
    const [left, right] = [String(a[field]), String(b[field])];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
