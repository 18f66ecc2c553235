import type { Fake, ListCapability } from '../../testing/fake.ts';
import type { FakeCatalog } from '../fake-catalog.ts';
import { type Fields, filter } from '../odata/filter.ts';
import { fulfil } from './fulfil.ts';
import { gatewayError } from './gateway-error.ts';
import { type FakeDocument, type S4hanaState, s4hanaState } from './s4hana-state.ts';
import { changeItem, insertOrder, itemRecord, orderRecord } from './sales-orders.ts';

const day = 86_400_000;

/**
 * SAP S/4HANA in memory, as far as `s4hana` speaks to it, by the documentation of its OData 2 services: a write needs a token
 * and its session's cookie, a change the version it is of; a POST that comes twice makes two orders. It is a stand-in for
 * tests and does not price, check stock or credit. `AX-100` is an item that it knows.
 */
export function fakeS4hana(catalog: FakeCatalog = {}): Fake & { readonly state: S4hanaState } {
  const state = s4hanaState(catalog);
  const documents = (list: ListCapability) => (list === 'shipments.list' ? state.deliveries : state.billing);
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => answer(state, request),
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
      document.fields = { ...document.fields, to_Item: {}, to_DeliveryDocumentItem: {} };
      return document.number;
    },
    prices: () => state.orders.at(-1)?.items.map(({ price }) => String(price)) ?? [],
    inventStatus: () => {
      for (const order of state.orders) order.status = 'Z';
    },
    fulfil: (now) => fulfil(state, now),
    expireTokens: () => {
      state.session++;
    },
  };
}

async function answer(state: S4hanaState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = decodeURIComponent(url.pathname).replace('/sap/opu/odata/sap', '');
  if (!request.headers.has('authorization')) return gatewayError(401, 'SY/530', 'Logon failed');
  if (request.method === 'GET') return read(state, path, url, request.headers);
  const token = `token-${state.session}`;
  const isInSession =
    request.headers.get('x-csrf-token') === token && request.headers.get('cookie') === `sap-session=${token}`;
  if (!isInSession) {
    return gatewayError(403, '/IWFND/CM_MGW/085', 'CSRF token validation failed', { 'x-csrf-token': 'Required' });
  }
  const body = JSON.parse(await request.text());
  if (request.method === 'POST' && path === '/API_SALES_ORDER_SRV/A_SalesOrder') return insertOrder(state, body);
  if (request.method === 'PATCH' && path.startsWith('/API_SALES_ORDER_SRV/A_SalesOrderItem(')) {
    return changeItem(state, path, request.headers.get('if-match'), body);
  }
  return gatewayError(405, 'FAKE/405', `${request.method} ${path} is not played here`);
}

function read(state: S4hanaState, path: string, url: URL, headers: Headers): Response {
  if (path === '/API_SALES_ORDER_SRV/') return session(state, headers);
  const number = /^\/API_SALES_ORDER_SRV\/A_SalesOrder\('(\d+)'\)$/.exec(path)?.[1];
  if (number !== undefined) {
    const order = state.orders.find(({ SalesOrder }) => SalesOrder === number);
    if (order === undefined)
      return gatewayError(404, 'V1/302', `SD document ${number} is not in the database or has been archived`);
    return Response.json({ d: orderRecord(order) });
  }
  const records = recordsOf(state, path);
  if (records === undefined) return gatewayError(404, '/IWFND/MED/170', `No service found for ${path}`);
  return collection(records, url.searchParams, state.folds);
}

function session({ session: number }: S4hanaState, headers: Headers): Response {
  const token = `token-${number}`;
  const answered = new Headers();
  if (headers.get('x-csrf-token')?.toLowerCase() === 'fetch') {
    answered.set('x-csrf-token', token);
    answered.append('set-cookie', `sap-session=${token}; path=/; secure; HttpOnly`);
  }
  return Response.json({ d: { EntitySets: [] } }, { headers: answered });
}

function recordsOf(state: S4hanaState, path: string): readonly Fields[] | undefined {
  switch (path) {
    case '/API_SALES_ORDER_SRV/A_SalesOrder':
      return state.orders.map((order) => orderRecord(order));
    case '/API_SALES_ORDER_SRV/A_SalesOrderItem':
      return state.orders.flatMap((order) => order.items.map((item) => itemRecord(order, item)));
    case '/API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryHeader':
      return state.deliveries.map(deliveryRecord);
    case '/API_BILLING_DOCUMENT_SRV/A_BillingDocument':
      return state.billing.map(billingRecord);
    case '/API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod':
      return state.stock;
    case '/API_PRODUCT_SRV/A_Product':
      return state.products.map(({ Product, BaseUnit, text }) => {
        const to_Description = { results: [{ Language: 'EN', ProductDescription: text }] };
        return { Product, BaseUnit, IsMarkedForDeletion: false, to_Description };
      });
    case '/API_BUSINESS_PARTNER/A_BusinessPartner':
      return state.customers.map(({ Customer, name }) => ({
        BusinessPartner: Customer,
        Customer,
        BusinessPartnerFullName: name,
      }));
    default:
      return undefined;
  }
}

/** The service of deliveries knows the day of a change only. */
function deliveryRecord({ number, changedAt, fields }: FakeDocument): Fields {
  return { DeliveryDocument: number, LastChangeDate: `/Date(${changedAt - (changedAt % day)})/`, ...fields };
}

function billingRecord({ number, changedAt, fields }: FakeDocument): Fields {
  return { BillingDocument: number, LastChangeDateTime: `/Date(${changedAt}+0000)/`, ...fields };
}

/** `$filter`, `$orderby`, `$skip`, `$top`, in this order (OData 2.0 §4). */
function collection(records: readonly Fields[], query: URLSearchParams, folds: boolean): Response {
  try {
    const expression = query.get('$filter');
    const fits = expression === null ? () => true : filter(expression, folds);
    const order = (query.get('$orderby') ?? '').split(',').filter((field) => field !== '');
    const sorted = records.filter(fits).sort((a, b) => compareBy(order, a, b));
    const from = Number(query.get('$skip') ?? 0);
    const results = sorted.slice(from, from + Number(query.get('$top') ?? 1000));
    return Response.json({ d: { results } });
  } catch {
    return gatewayError(400, '/IWBEP/CM_MGW_RT/004', 'Malformed URI literal syntax in filter');
  }
}

function compareBy(fields: readonly string[], a: Fields, b: Fields): number {
  for (const field of fields) {
    const [left, right] = [String(a[field]), String(b[field])];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
