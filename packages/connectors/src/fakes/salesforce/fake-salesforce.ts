import { fieldOf } from '../../json/field-of.ts';
import type { Fake } from '../../testing/fake.ts';
import { type FakeRecord, readSoql, runSoql } from './run-soql.ts';

/** What the fake holds. */
export interface SalesforceState {
  /** Records by the name of their object. */
  readonly records: Readonly<Record<string, FakeRecord[]>>;
  /** Rests of answers, by the end of their link. */
  readonly rests: Map<string, readonly FakeRecord[]>;
  session: number;
  /** Requests of the day, which every answer tells. */
  used: number;
}

const first = Date.parse('2026-02-16T18:00:00Z');
const hour = 3_600_000;
/** Salesforce decides how many records come at once: here few, so that there is a rest. */
const batch = 2;

/**
 * An organization of Salesforce with one currency, in memory: quotes with lines, accounts, products. It reads the SOQL that
 * `salesforce` writes, by the REST API Developer Guide. A stand-in for tests, with the quotes `00000000` to `00000005`.
 */
export function fakeSalesforce(): Fake & { readonly state: SalesforceState } {
  const quotes = [0, 0, 1, 2, 3, 4].map((hours, at) => quote(`0000000${at}`, first + hours * hour));
  const state: SalesforceState = {
    records: {
      Quote: quotes,
      Account: [
        {
          Id: '001000000000001AAA',
          Name: 'Northfield (sample)',
          AccountNumber: 'C-1',
          Phone: '555-0100',
          Email: 'a@northfield.invalid',
        },
      ],
      Product2: [{ Id: '01t000000000001AAA', IsActive: true, ...product }],
    },
    rests: new Map(),
    session: 1,
    used: 10_018,
  };
  const newest = () => Math.max(...quotes.map(({ SystemModstamp: at }) => Date.parse(String(at))));
  return {
    state,
    orders: () => quotes.length,
    handle: async (request) => answer(state, request),
    listed: () => quotes.map(({ QuoteNumber }) => String(QuoteNumber)),
    shift: () => {
      const at = newest();
      const [moved] = [...quotes].sort((a, b) => (String(a['SystemModstamp']) < String(b['SystemModstamp']) ? -1 : 1));
      quotes.push(quote(`1000000${quotes.length}`, at + hour));
      if (moved !== undefined) moved['SystemModstamp'] = stamp(at + 2 * hour);
    },
    spoil: () => {
      const [record] = quotes;
      if (record === undefined) return '';
      record['CreatedDate'] = 'soon';
      return String(record['QuoteNumber']);
    },
    inventStatus: () => {
      for (const record of quotes) record['Status'] = 'Parked';
    },
    expireTokens: () => {
      state.session++;
    },
  };
}

const product = {
  ProductCode: 'AX-100',
  StockKeepingUnit: 'SKU-100',
  Name: 'Valve (sample)',
  QuantityUnitOfMeasure: 'Each',
};

/** `2026-03-02T08:00:00.000+0000`: how Salesforce writes an instant. */
function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

function quote(number: string, changedAt: number): FakeRecord {
  const line = {
    Id: `0QL0000${number}AAA`,
    LineNumber: '00000001',
    Quantity: 24.0,
    UnitPrice: 3.25,
    Discount: 10.0,
    Subtotal: 78.0,
    TotalPrice: 70.2,
    Description: null,
    Product2: product,
  };
  const second = { ...line, Id: `0QM0000${number}AAA`, LineNumber: '00000002', Discount: null, TotalPrice: 78.0 };
  const third = { ...second, Id: `0QN0000${number}AAA`, LineNumber: '00000003' };
  return {
    Id: `0Q00000${number}AAA`,
    QuoteNumber: number,
    Name: 'Valves (sample)',
    Status: 'Accepted',
    IsDeleted: false,
    CreatedDate: stamp(first),
    SystemModstamp: stamp(changedAt),
    AccountId: '001000000000001AAA',
    Account: { Name: 'Northfield (sample)', AccountNumber: 'C-1' },
    Email: null,
    ShippingName: 'Northfield (sample)',
    ShippingStreet: '1 Main Street\nDock 4',
    ShippingCity: 'Springfield',
    ShippingState: 'IL',
    ShippingPostalCode: '62701',
    ShippingCountry: 'United States',
    ShippingHandling: 12.5,
    Tax: 0.0,
    GrandTotal: 238.7,
    QuoteLineItems: [line, second, third],
  };
}

function refusal(status: number, errorCode: string, message: string): Response {
  return Response.json([{ message, errorCode }], { status });
}

async function answer(state: SalesforceState, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/services/oauth2/token') return token(state, await request.text());
  if (request.headers.get('authorization') !== `Bearer 00D!${state.session}`) {
    return refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  }
  const response = await work(state, request, pathname, searchParams);
  response.headers.set('sforce-limit-info', `api-usage=${++state.used}/100000`);
  return response;
}

function token({ session }: SalesforceState, body: string): Response {
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'client_credentials' || (form.get('client_secret') ?? '') === '') {
    return Response.json({ error: 'invalid_client', error_description: 'invalid client credentials' }, { status: 400 });
  }
  return Response.json({ access_token: `00D!${session}`, token_type: 'Bearer', instance_url: 'https://a.invalid' });
}

async function work(
  state: SalesforceState,
  request: Request,
  pathname: string,
  query: URLSearchParams,
): Promise<Response> {
  const path = pathname.replace(/^\/services\/data\/v\d+\.0/, '');
  if (request.method === 'GET' && (path === '/query' || path === '/queryAll')) {
    return find(state, query.get('q') ?? '', path === '/queryAll');
  }
  const rest = /^\/query\/(\w+)$/.exec(path)?.[1];
  if (request.method === 'GET' && rest !== undefined) return Response.json(page(state, state.rests.get(rest) ?? []));
  const [, object = '', id] = /^\/sobjects\/(\w+)\/(\w+)$/.exec(path) ?? [];
  if (request.method === 'PATCH' && id !== undefined)
    return update(state, object, id, JSON.parse(await request.text()));
  return refusal(404, 'NOT_FOUND', 'The requested resource does not exist');
}

function find(state: SalesforceState, text: string, deleted: boolean): Response {
  const soql = readSoql(text);
  if (soql === undefined) return refusal(400, 'MALFORMED_QUERY', 'unexpected token');
  if (/CurrencyIsoCode/.test(soql.fields)) {
    return refusal(400, 'INVALID_FIELD', `No such column 'CurrencyIsoCode' on entity '${soql.object}'.`);
  }
  const all = state.records[soql.object];
  if (all === undefined) return refusal(400, 'INVALID_TYPE', `sObject type '${soql.object}' is not supported.`);
  const found = runSoql(all, soql).filter(({ IsDeleted }) => deleted || IsDeleted !== true);
  const records = found.map((record) => {
    const { QuoteLineItems: lines, ...own } = record;
    const nested = Array.isArray(lines) ? { QuoteLineItems: page(state, lines) } : {};
    return { attributes: { type: soql.object }, ...own, ...nested };
  });
  return Response.json(page(state, records));
}

function page(state: SalesforceState, records: readonly FakeRecord[]): FakeRecord {
  const some = records.slice(0, batch);
  if (records.length <= batch) return { totalSize: records.length, done: true, records: some };
  const rest = `01g${state.rests.size}`;
  state.rests.set(rest, records.slice(batch));
  return {
    totalSize: records.length,
    done: false,
    nextRecordsUrl: `/services/data/v62.0/query/${rest}`,
    records: some,
  };
}

const statuses = [
  'Draft',
  'Needs Review',
  'In Review',
  'Approved',
  'Rejected',
  'Presented',
  'Accepted',
  'Denied',
  'Ordered',
];

function update({ records }: SalesforceState, object: string, id: string, body: unknown): Response {
  const record = records[object]?.find(({ Id }) => Id === id);
  if (record === undefined) return refusal(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (record['IsDeleted'] === true) return refusal(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  const status = fieldOf(body, 'Status');
  if (typeof status !== 'string' || !statuses.includes(status)) {
    const text = `Status: bad value for restricted picklist field: ${String(status)}`;
    return refusal(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', text);
  }
  record['Status'] = status;
  return new Response(null, { status: 204 });
}
