import { type FulfillmentConfirmation, FulfillmentRequest, validate } from '@dist/canonical';
import type { Fake } from '../../testing/fake.ts';

interface StoredRequest {
  readonly id: string;
  readonly content: string;
  status: 'open' | 'picking' | 'shipped' | 'cancelled';
}

interface StoredConfirmation {
  readonly id: string;
  /** Its place in the order of changes. */
  place: number;
  confirmation: unknown;
}

/** What a fake warehouse holds. */
export interface WmsState {
  readonly requests: Map<string, StoredRequest>;
  readonly confirmations: StoredConfirmation[];
}

/**
 * A warehouse in memory, by the contract of docs/systems/wms.md. It holds the requests `R-0` (open) and `R-9` (being
 * picked), and five confirmations. The item `NO-SUCH` is not known to it.
 */
export function fakeWms({
  token = 'wms-token',
}: {
  readonly token?: string;
} = {}): Fake & { readonly state: WmsState } {
  const state = wmsState();
  const last = () => Math.max(0, ...state.confirmations.map(({ place }) => place));
  return {
    state,
    orders: () => state.requests.size,
    made: (capability) => (capability === 'fulfillments.request' ? state.requests.size : undefined),
    handle: async (request) =>
      request.headers.get('authorization') === `Bearer ${token}`
        ? await answer(state, request)
        : problem(401, 'unauthorized', 'The token is not valid.'),
    listed: () => state.confirmations.map(({ id }) => id),
    // A confirmation that changes comes again at the end, as one that is new does.
    shift: () => {
      const [first] = [...state.confirmations].sort((a, b) => a.place - b.place);
      if (first !== undefined) first.place = last() + 1;
      state.confirmations.push(stored(last() + 1));
    },
    spoil: () => {
      const one = state.confirmations[1];
      if (one === undefined) return '';
      one.confirmation = { kind: 'fulfillmentConfirmation' };
      return one.id;
    },
  };
}

function wmsState(): WmsState {
  const open: StoredRequest = { id: 'F-0', content: '', status: 'open' };
  const picking: StoredRequest = { id: 'F-9', content: '', status: 'picking' };
  return {
    requests: new Map([
      ['R-0', open],
      ['R-9', picking],
    ]),
    confirmations: [1, 2, 3, 4, 5].map(stored),
  };
}

function stored(place: number): StoredConfirmation {
  const id = `S-${place}`;
  const confirmation: FulfillmentConfirmation = {
    kind: 'fulfillmentConfirmation',
    version: '1',
    extent: 'fullDetail',
    requestNumber: `R-${place}`,
    orderNumber: `PO-${place}`,
    shipmentId: id,
    shippedOn: '2026-03-02',
    carrier: { scac: 'UPSN' },
    parties: {},
    references: [],
    packages: [
      {
        lines: [{ lineId: '1', ids: [], status: 'shipped', ordered: '24', quantity: { value: '24', unit: 'C62' } }],
      },
    ],
  };
  return { id, place, confirmation };
}

/** RFC 9457. */
function problem(status: number, code: string, detail: string): Response {
  return Response.json(
    { type: 'about:blank', title: code, status, detail, code },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

async function answer(state: WmsState, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const path = `${request.method} ${decodeURIComponent(pathname)}`;
  const [, number] = /^POST \/v1\/fulfillment-requests\/(.+)\/cancellation$/.exec(path) ?? [];
  if (request.method === 'POST' && !request.headers.get('idempotency-key'))
    return problem(400, 'invalid', 'Idempotency-Key is missing.');
  if (number !== undefined) return cancel(state, number);
  switch (path) {
    case 'GET /v1/health':
      return Response.json({ status: 'well' });
    case 'GET /v1/fulfillment-confirmations':
      return confirmations(state, searchParams);
    case 'POST /v1/fulfillment-requests':
      return take(state, await request.text());
    default:
      return problem(404, 'not-found', `There is no ${pathname}.`);
  }
}

/** The number is the identity: the same again is there already, another under it is a conflict. */
function take(state: WmsState, content: string): Response {
  const read = validate(FulfillmentRequest, JSON.parse(content));
  if (!read.ok) return problem(422, 'invalid', read.issues[0]?.message ?? 'It is no request.');
  const { number, purpose, lines } = read.value;
  const strange = lines.find(({ ids }) => ids.some(({ value }) => value === 'NO-SUCH'));
  if (strange !== undefined)
    return problem(422, 'item-unknown', `Line ${strange.lineId}: the item NO-SUCH is not known.`);
  const known = state.requests.get(number);
  if (known?.content === content) return Response.json({ id: known.id });
  if (known !== undefined && (purpose !== 'replace' || known.status !== 'open'))
    return problem(409, 'number-used', `The request ${number} is there with other content.`);
  const id = known?.id ?? `F-${state.requests.size + 1}`;
  state.requests.set(number, { id, content, status: 'open' });
  return Response.json({ id }, { status: 201 });
}

function cancel(state: WmsState, number: string): Response {
  const known = state.requests.get(number);
  if (known === undefined) return problem(404, 'not-found', `There is no request ${number}.`);
  if (known.status === 'picking') return problem(409, 'picking', `The request ${number} is being picked.`);
  if (known.status === 'shipped') return problem(409, 'shipped', `The request ${number} has left.`);
  known.status = 'cancelled';
  return Response.json({ number, status: 'cancelled' });
}

function confirmations(state: WmsState, query: URLSearchParams): Response {
  const limit = Number(query.get('limit') ?? 100);
  const after = Number(query.get('after') ?? 0);
  const found = state.confirmations.filter(({ place }) => place > after).sort((a, b) => a.place - b.place);
  const page = found.slice(0, limit);
  return Response.json({
    confirmations: page.map(({ id, confirmation }) => ({ id, confirmation })),
    next: String(page.at(-1)?.place ?? after),
    hasMore: found.length > limit,
  });
}
