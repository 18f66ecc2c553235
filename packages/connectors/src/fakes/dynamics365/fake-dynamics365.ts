import type { Fake } from '../../testing/fake.ts';
import { type Fields, filter } from '../odata/filter.ts';
import { dynamics365Error } from './dynamics365-error.ts';

type Body = Record<string, unknown>;

/** What the fake holds: records by the names of their fields. */
export interface Dynamics365State {
  readonly headers: Body[];
  readonly lines: Body[];
  readonly items: readonly Fields[];
  readonly customers: readonly Fields[];
  readonly stock: readonly Fields[];
  /** The token that is good; tokens before it are not. */
  token: number;
  made: number;
}

/** Fields of the header and of a line that the fake takes, of those in the Common Data Model; another one is refused. */
const known = {
  SalesOrderHeadersV2: new Set([
    ...['dataAreaId', 'OrderingCustomerAccountNumber', 'InvoiceCustomerAccountNumber', 'CurrencyCode'],
    ...['CustomersOrderReference', 'CustomerRequisitionNumber', 'RequestedReceiptDate', 'RequestedShippingDate'],
    ...['IsSalesProcessingStopped', 'DefaultShippingSiteId', 'DefaultShippingWarehouseId', 'DeliveryAddressLocationId'],
    ...['IsDeliveryAddressOrderSpecific', 'DeliveryAddressName', 'DeliveryAddressStreet', 'DeliveryAddressCity'],
    ...['DeliveryAddressStateId', 'DeliveryAddressZipCode', 'DeliveryAddressCountryRegionISOCode'],
  ]),
  SalesOrderLines: new Set([
    ...['dataAreaId', 'SalesOrderNumber', 'ItemNumber', 'OrderedSalesQuantity', 'SalesUnitSymbol', 'SalesPrice'],
    ...['SalesPriceQuantity', 'CustomersLineNumber', 'ShippingSiteId', 'ShippingWarehouseId'],
  ]),
};

/**
 * Finance and operations in memory, as far as `dynamics365` speaks to it: a token of Entra ID, `cross-company`, fields that there
 * are, a header before its lines. A POST that comes twice makes two orders. It is a stand-in for tests and does not price,
 * reserve or check credit. Its legal entity is `usmf`; `AX-100` is an item that it knows and `C-1` a customer.
 */
export function fakeDynamics365(): Fake & { readonly state: Dynamics365State } {
  const own = { dataAreaId: 'usmf' };
  const stock = (InventoryWarehouseId: string, OnHandQuantity: number, ReservedOnHandQuantity: number) => {
    const place = { ...own, ItemNumber: 'AX-100', InventoryWarehouseId, OnHandQuantity, ReservedOnHandQuantity };
    return { ...place, AvailableOnHandQuantity: OnHandQuantity - ReservedOnHandQuantity };
  };
  const state: Dynamics365State = {
    headers: [],
    lines: [],
    items: [{ ...own, ItemNumber: 'AX-100', SearchName: 'Valve (sample)', InventoryUnitSymbol: 'pcs' }],
    customers: [{ ...own, CustomerAccount: 'C-1', OrganizationName: 'Northfield (sample)' }],
    stock: [stock('13', 120.5, 20), stock('24', 0, 0)],
    token: 1,
    made: 0,
  };
  return {
    state,
    orders: () => state.headers.length,
    handle: async (request) => await answer(state, request),
    inventStatus: () => {
      for (const header of state.headers) header['SalesOrderStatus'] = 'Quarantined';
    },
    expireTokens: () => {
      state.token++;
    },
  };
}

async function answer(state: Dynamics365State, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.endsWith('/oauth2/v2.0/token')) {
    return Response.json({ token_type: 'Bearer', access_token: `token-${state.token}`, expires_in: 3599 });
  }
  if (request.headers.get('authorization') !== `Bearer token-${state.token}`) return new Response('', { status: 401 });
  const [, set = '', key] = /^\/data\/(\w+)(\(.+\))?$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (request.method === 'GET') return read(state, set, url.searchParams);
  const header = state.headers.find(({ SalesOrderNumber }) => key?.includes(`SalesOrderNumber='${SalesOrderNumber}'`));
  if (request.method === 'DELETE' && header !== undefined) {
    state.headers.splice(state.headers.indexOf(header), 1);
    const others = state.lines.filter((line) => line['SalesOrderNumber'] !== header['SalesOrderNumber']);
    state.lines.splice(0, state.lines.length, ...others);
    return new Response(null, { status: 204 });
  }
  const body: Body = JSON.parse(await request.text());
  if (request.method === 'PATCH' && header !== undefined) {
    Object.assign(header, body);
    return new Response(null, { status: 204 });
  }
  if (request.method === 'POST' && (set === 'SalesOrderHeadersV2' || set === 'SalesOrderLines')) {
    const other = Object.keys(body).find((name) => !known[set].has(name));
    if (other !== undefined) return dynamics365Error(400, `The property '${other}' does not exist on type '${set}'.`);
    return set === 'SalesOrderHeadersV2' ? insertHeader(state, body) : insertLine(state, body);
  }
  return dynamics365Error(404, `Resource not found for the segment '${set}'.`);
}

function insertHeader(state: Dynamics365State, body: Body): Response {
  if (!state.customers.some(({ CustomerAccount }) => CustomerAccount === body['OrderingCustomerAccountNumber'])) {
    const text = `The value '${body['OrderingCustomerAccountNumber']}' in field 'Customer account' is not found`;
    return dynamics365Error(
      400,
      `Write failed for table row of type 'SalesOrderHeaderV2Entity'. Infolog: Warning: ${text}.`,
    );
  }
  state.made++;
  const header = { ...body, SalesOrderNumber: `SO-${1000 + state.made}`, SalesOrderStatus: 'Backorder' };
  state.headers.push(header);
  return Response.json(header, { status: 201 });
}

function insertLine(state: Dynamics365State, body: Body): Response {
  const refused = "Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Warning: ";
  if (!state.headers.some(({ SalesOrderNumber }) => SalesOrderNumber === body['SalesOrderNumber'])) {
    return dynamics365Error(400, `${refused}The value in field 'Sales order' is not found.`);
  }
  if (!state.items.some(({ ItemNumber }) => ItemNumber === body['ItemNumber'])) {
    return dynamics365Error(400, `${refused}The value '${body['ItemNumber']}' in field 'Item number' is not found.`);
  }
  const InventoryLotId = `LOT-${state.lines.length + 1}`;
  const line = { '@odata.etag': 'W/"1"', ...body, InventoryLotId, SalesOrderLineStatus: 'Backorder' };
  state.lines.push(line);
  return Response.json(line, { status: 201 });
}

function read(state: Dynamics365State, set: string, query: URLSearchParams): Response {
  const sets: Readonly<Record<string, readonly Fields[]>> = {
    SalesOrderHeadersV2: state.headers,
    SalesOrderLines: state.lines,
    ReleasedProductsV2: state.items,
    CustomersV3: state.customers,
    WarehousesOnHandV2: state.stock,
  };
  const records = sets[set];
  if (records === undefined) return dynamics365Error(404, `Resource not found for the segment '${set}'.`);
  // Without it only the user's own legal entity is looked through, and the one of this user is another.
  if (query.get('cross-company') !== 'true') return Response.json({ value: [] });
  const fits = filter(query.get('$filter') ?? "dataAreaId ne ''");
  return Response.json({ value: records.filter(fits).slice(0, Number(query.get('$top') ?? 10_000)) });
}
