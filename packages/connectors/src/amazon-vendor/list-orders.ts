import type { Order } from '@dist/canonical';
import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { type LinkedPage, linkedPages } from '../paging/linked-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { decodeOrder } from './decode-order.ts';
import { orderPageWire } from './order-wire.ts';

/** "The date range must not exceed 7 days and is available to pull data from the past 6 months." */
const day = 86_400_000;
const longestWindow = 7 * day;
const history = 180 * day;
/** Amazon does not say how fast an order can be listed: the end of one list is read again by the next. */
const overlap = 15 * 60_000;

/** Where a list stands: in which window, whether by creation or by change, and at which of its pages. */
interface Place {
  readonly phase: 'created' | 'changed';
  readonly from: number;
  readonly to: number;
  readonly token?: string | undefined;
}

interface ListSettings {
  readonly pageSize: number;
  readonly timeZone: string;
  /** Milliseconds since 1970: up to when is listed. */
  readonly now: number;
}

/**
 * Purchase orders, window by window of seven days: first those that were created in it, then those that Amazon changed in
 * it, since a change is told apart from a creation. An order that was given as it is now is not given again by one list.
 */
export function listOrders(
  client: VendorClient,
  settings: ListSettings,
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Order>> {
  const { now } = settings;
  const given = new Set<string>();
  const first = startOf(start, now);
  return linkedPages(
    (after) => readPage(client, settings, placeOf(after ?? '', first, now), given, call),
    (message) => client.fail('contract-drift', message, { safeToReplay: true }),
    first,
  );
}

function startOf(start: ListStart | undefined, now: number): string {
  if (start !== undefined && 'after' in start) return start.after;
  const oldest = now - history;
  return wordOf(opened(start === undefined ? oldest : Math.max(Date.parse(start.from), oldest), now));
}

const opened = (from: number, now: number): Place => ({
  phase: 'created',
  from,
  to: Math.max(Math.min(from + longestWindow, now), from),
});

function wordOf({ phase, from, to, token = '' }: Place): string {
  return [phase, new Date(from).toISOString(), new Date(to).toISOString(), token].join('|');
}

/** A word without an end opens a window up to now. Throws a RangeError for a word that this list did not give. */
function placeOf(word: string, first: string, now: number): Place {
  const [, phase, start, end, token = ''] = /^(created|changed)\|([^|]{20,30})\|([^|]{0,30})\|(.*)$/s.exec(word) ?? [];
  const from = Date.parse(start ?? '');
  if (phase === undefined || Number.isNaN(from))
    throw new RangeError(`a cursor is one that this list gave, not ${first}`);
  const to = Date.parse(end ?? '');
  if (Number.isNaN(to)) return opened(from, now);
  return { phase: phase === 'changed' ? 'changed' : 'created', from, to, token: token === '' ? undefined : token };
}

async function readPage(
  client: VendorClient,
  { pageSize, timeZone, now }: ListSettings,
  place: Place,
  given: Set<string>,
  call: Call,
): Promise<LinkedPage<Order>> {
  const { phase, from, to, token } = place;
  const answer = await client.call(
    'read',
    {
      method: 'GET',
      path: '/vendor/orders/v1/purchaseOrders',
      query: {
        [`${phase}After`]: new Date(from).toISOString(),
        [`${phase}Before`]: new Date(to).toISOString(),
        limit: String(pageSize),
        sortOrder: 'ASC',
        ...(token === undefined ? {} : { nextToken: token }),
      },
      operation: 'orders.list',
      lane: 'getPurchaseOrders',
    },
    call,
  );
  const page = amazonAnswer(client, answer, orderPageWire);
  if (!page.ok) return page;
  const { orders, pagination } = page.value.payload;
  const rows = orders.filter((order) => isNew(order, given)).map((order) => rowOf(order, timeZone));
  return { ok: true, rows, ...nextOf(place, pagination?.nextToken, now) };
}

/** The next page, the changes of the window, the next window; at the end the place where the next list begins. */
function nextOf(
  place: Place,
  token: string | undefined,
  now: number,
): { readonly next: string | undefined; readonly cursor?: string } {
  if (token !== undefined) return { next: wordOf({ ...place, token }) };
  if (place.phase === 'created') return { next: wordOf({ ...place, phase: 'changed', token: undefined }) };
  if (place.to < now) return { next: wordOf(opened(place.to, now)) };
  return { next: undefined, cursor: `created|${new Date(place.to - overlap).toISOString()}||` };
}

/** Number and change tell an order as it is. */
function isNew(order: unknown, given: Set<string>): boolean {
  const details = fieldOf(order, 'orderDetails');
  const state = [fieldOf(order, 'purchaseOrderState'), fieldOf(details, 'purchaseOrderStateChangedDate')];
  const key = JSON.stringify([
    fieldOf(order, 'purchaseOrderNumber'),
    fieldOf(details, 'purchaseOrderChangedDate'),
    ...state,
  ]);
  if (given.has(key)) return false;
  given.add(key);
  return true;
}

function rowOf(order: unknown, timeZone: string): Extract<LinkedPage<Order>, { ok: true }>['rows'][number] {
  const decoded = decodeOrder(order, timeZone);
  if (decoded.ok) return { item: decoded.value };
  return { id: textOf(fieldOf(order, 'purchaseOrderNumber')) ?? '', issues: decoded.issues };
}
