import type { Fake, ListCapability } from '../../testing/fake.ts';
import type { FakeCatalog } from '../fake-catalog.ts';
import { type Fields, filter } from '../odata/filter.ts';
import { change } from './change.ts';
import { dynamics365Error } from './dynamics365-error.ts';
import { type Body, type Dynamics365State, dynamics365State, noonOf } from './dynamics365-state.ts';
import { fulfil } from './fulfil.ts';

const day = 86_400_000;

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
export function fakeDynamics365(catalog: FakeCatalog = {}): Fake & { readonly state: Dynamics365State } {
  const state = dynamics365State(catalog);
  const documents = (list: ListCapability) => (list === 'shipments.list' ? state.packingSlips : state.invoices);
  return {
    state,
    orders: () => state.headers.length,
    handle: async (request) => await answer(state, request),
    listed: (list) => documents(list).map(numberOf),
    shift: (list) => {
      // Documents that are posted stay as they are: others come, of a later day and of an earlier one.
      const days = documents(list).map((document) => Date.parse(dayOf(document)));
      for (const at of [Math.max(...days) + day, Math.min(...days)]) {
        const all = documents(list);
        const [one] = all;
        if (one !== undefined) all.push(copyOf(one, `${numberOf(one)}-${all.length}`, noonOf(at)));
      }
    },
    spoil: (list) => {
      const [document] = documents(list);
      if (document === undefined) return '';
      Object.assign(document, { SalesInvoiceLinesV2: {}, ShipmentPackingSlipJournalLines: {} });
      return numberOf(document);
    },
    fulfil: (now) => fulfil(state, now),
    prices: () => pricesOf(state),
    inventStatus: () => {
      for (const header of state.headers) header['SalesOrderStatus'] = 'Quarantined';
    },
    expireTokens: () => {
      state.token++;
    },
  };
}

function pricesOf({ headers, lines }: Dynamics365State): readonly string[] {
  const ofLast = lines.filter((line) => line['SalesOrderNumber'] === headers.at(-1)?.['SalesOrderNumber']);
  return ofLast.map((line) => String(Number(line['SalesPrice']) / Number(line['SalesPriceQuantity'] ?? 1)));
}

function numberOf(document: Body): string {
  return String(document['InvoiceNumber'] ?? document['ShipmentPackingSlipNumber']);
}

function dayOf(document: Body): string {
  return String(document['InvoiceDate'] ?? document['DocumentDate']);
}

function copyOf(document: Body, number: string, at: string): Body {
  return 'InvoiceNumber' in document
    ? { ...document, InvoiceNumber: number, InvoiceDate: at }
    : { ...document, ShipmentPackingSlipVersionNumber: number, ShipmentPackingSlipNumber: number, DocumentDate: at };
}

async function answer(state: Dynamics365State, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.endsWith('/oauth2/v2.0/token')) {
    return Response.json({ token_type: 'Bearer', access_token: `token-${state.token}`, expires_in: 3599 });
  }
  if (request.headers.get('authorization') !== `Bearer token-${state.token}`) return new Response('', { status: 401 });
  const [, set = '', key = ''] = /^\/data\/(\w+)(\(.+\))?$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (request.method === 'GET') return read(state, set, url.searchParams);
  if (request.method === 'DELETE') return change(state, { set, key, query: url.searchParams }, request.headers);
  const body: Body = JSON.parse(await request.text());
  if (request.method === 'PATCH') {
    return change(state, { set, key, query: url.searchParams }, request.headers, body);
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
  const line = { '@odata.etag': `W/"${InventoryLotId}-1"`, ...body, InventoryLotId, SalesOrderLineStatus: 'Backorder' };
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
    ShipmentPackingSlipJournalHeaders: state.packingSlips,
    SalesInvoiceHeadersV2: state.invoices,
  };
  const records = sets[set];
  if (records === undefined) return dynamics365Error(404, `Resource not found for the segment '${set}'.`);
  // Without it only the user's own legal entity is looked through, and the one of this user is another.
  if (query.get('cross-company') !== 'true') return Response.json({ value: [] });
  const fits = filter(query.get('$filter') ?? "dataAreaId ne ''");
  const expanded = (query.get('$expand') ?? '').split(',');
  const order = (query.get('$orderby') ?? '').split(',').filter((field) => field !== '');
  const from = Number(query.get('$skip') ?? 0);
  const value = records
    .filter(fits)
    .sort((a, b) => compareBy(order, a, b))
    .slice(from, from + Number(query.get('$top') ?? 10_000))
    .map((record) => withoutOthers(record, expanded));
  return Response.json({ value });
}

/** Of the records that hang on another one those are given that were asked for. */
function withoutOthers(record: Fields, expanded: readonly string[]): Fields {
  const hanging = ['SalesInvoiceLinesV2', 'ShipmentPackingSlipJournalLines'];
  const fields = Object.entries(record).filter(([name]) => !hanging.includes(name) || expanded.includes(name));
  return Object.fromEntries(fields);
}

function compareBy(fields: readonly string[], a: Fields, b: Fields): number {
  for (const field of fields) {
    const [left, right] = [String(a[field]), String(b[field])];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
