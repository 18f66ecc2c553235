import { type Order, validate } from '@dist/canonical';
import {
  defineConnector,
  type ErpOrderStatus,
  type HttpRuntime,
  type Orders,
  type VendorErrorRule,
  type VendorPolicy,
  vendorClient,
} from '@dist/connectors';
import { numberOrDecimal, sellerItem, submitOnce } from '@dist/connectors/authoring';
import * as z from 'zod';

type HouseOrders = Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;

export interface HouseSettings extends HttpRuntime {
  readonly token: string;
  /** Which hits of a search are the order: those whose reference is the one that was looked for. */
  readonly isOurs?: ((found: string, wanted: string) => boolean) | undefined;
  /** How many pages of a search are read; all of them when absent. */
  readonly pages?: number | undefined;
}

const policy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change'> = {
  name: 'House ERP',
  baseUrl: 'http://erp.invalid',
  auth: { kind: 'header', name: 'x-token' },
  limits: [],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: {
    'orders.submit': { class: 'search-then-create' },
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
  },
};

const errors: readonly VendorErrorRule[] = [
  { code: 'UNKNOWN_ITEM', class: 'validation', sample: 'item NO-SUCH is not known', source: 'made up' },
  { code: 'UNKNOWN_ORDER', class: 'not-found', sample: 'there is no order H-9', source: 'made up' },
];

const wireOrder = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.string(),
  lines: z.array(z.object({ line: z.string(), item: z.string(), pieces: numberOrDecimal })),
});
const wirePage = z.object({ orders: z.array(wireOrder), next: z.number().optional() });
const wireCancelled = z.object({ cancelled: z.array(z.object({ line: z.string(), pieces: numberOrDecimal })) });

/** A sound adapter of an ERP that is made up: what the kit's tests break. It searches, and reads page after page. */
export function houseErp(settings: HouseSettings) {
  const { isOurs = (found, wanted) => found === wanted, pages = 50 } = settings;
  const client = vendorClient({ ...settings, policy, address: {}, errors, errorOf });
  const drift = (safeToReplay: boolean) => client.fail('contract-drift', 'the answer cannot be read', { safeToReplay });

  const find: Orders['find'] = async (reference, call) => {
    let page = 0;
    for (let read = 0; read < pages; read++) {
      const query = { search: reference, page: String(page) };
      const answer = await client.call('read', { method: 'GET', path: '/orders', query }, call);
      if (!answer.ok) return { status: 'failed', failure: answer.failure };
      const list = validate(wirePage, answer.json);
      if (!list.ok) return { status: 'failed', failure: drift(true) };
      const order = list.value.orders.find((one) => isOurs(one.reference, reference));
      if (order !== undefined) return { status: 'found', order: toStatus(order) };
      if (list.value.next === undefined) break;
      page = list.value.next;
    }
    return { status: 'notFound' };
  };
  const status: Orders['status'] = async (number, call) => {
    const answer = await client.call('read', { method: 'GET', path: `/orders/${number}` }, call);
    if (!answer.ok && answer.failure.vendor?.code === 'UNKNOWN_ORDER') return { status: 'notFound' };
    if (!answer.ok) return { status: 'failed', failure: answer.failure };
    const read = validate(wireOrder, answer.json);
    return read.ok ? { status: 'found', order: toStatus(read.value) } : { status: 'failed', failure: drift(true) };
  };
  const submit: Orders['submit'] = (order, call) =>
    submitOnce({
      externalReference: call.externalReference,
      find: () => find(call.externalReference, call),
      make: async () => {
        const body = encode(order, call.externalReference);
        const answer = await client.call('write', { method: 'POST', path: '/orders', body }, call);
        if (!answer.ok) return answer;
        const made = validate(wireOrder, answer.json);
        return made.ok ? { ok: true, order: toStatus(made.value) } : { ok: false, failure: drift(false) };
      },
    });
  const cancel: Orders['cancel'] = async ({ number, lines }, call) => {
    const body = { key: call.key, lines: lines && toLines(lines) };
    const answer = await client.call('write', { method: 'POST', path: `/orders/${number}/cancel`, body }, call);
    // It remembers the key, so that a lost cancellation may be sent again.
    if (!answer.ok && answer.failure.safeToReplay) return { status: 'failed', failure: answer.failure };
    if (!answer.ok) return { status: 'unknown', failure: { ...answer.failure, safeToReplay: true } };
    const read = validate(wireCancelled, answer.json);
    if (!read.ok) return { status: 'unknown', failure: drift(true) };
    const cancelled = read.value.cancelled.map(({ line, pieces }) => ({ lineId: line, quantity: piece(pieces) }));
    return { status: 'cancelled', number, lines: cancelled };
  };
  const change: Orders['change'] = async ({ number, lines }, call) => {
    const body = { lines: toLines(lines) };
    const answer = await client.call('write', { method: 'PATCH', path: `/orders/${number}`, body }, call);
    if (!answer.ok) return { status: answer.failure.safeToReplay ? 'failed' : 'unknown', failure: answer.failure };
    const read = validate(wireOrder, answer.json);
    return read.ok ? { status: 'changed', order: toStatus(read.value) } : { status: 'unknown', failure: drift(false) };
  };
  const orders: HouseOrders = { submit, find, status, cancel, change };
  return defineConnector({ id: 'house-erp', apiVersion: '1', policy, offers: { orders } });
}

function errorOf(body: unknown): { readonly code: string } | undefined {
  return typeof body === 'object' && body !== null && 'code' in body ? { code: String(body.code) } : undefined;
}

const piece = (value: string) => ({ value, unit: 'C62' });

function toStatus({ id, reference, state, lines }: z.infer<typeof wireOrder>): ErpOrderStatus {
  return {
    number: id,
    externalReference: reference,
    status: state,
    phase: state === 'NEW' ? 'open' : state === 'CANCELLED' ? 'cancelled' : 'unknown',
    lines: lines.map(({ line, item, pieces }) => ({
      lineId: line,
      item,
      quantity: piece(pieces),
      status: 'accepted' as const,
    })),
  };
}

const toLines = (lines: Parameters<Orders['change']>[0]['lines']) =>
  lines.map(({ lineId, quantity }) => ({ line: lineId, pieces: quantity.value }));

function encode({ lines }: Order, reference: string) {
  return {
    reference,
    lines: lines.map((line) => ({
      line: line.lineId,
      item: sellerItem(line),
      pieces: line.quantity.value,
      price: line.price?.amount,
    })),
  };
}
