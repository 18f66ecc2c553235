import type { Invoice, Shipment } from '@dist/canonical';
import type { OrderEvent } from '@dist/orchestration';
import type { Batch, Dispatch, Journal, Runtime } from '@dist/orchestration/runtime';
import { sha256 } from '../bytes/sha256.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Orders } from '../port/orders.ts';
import type { Page, Unreadable } from '../port/page.ts';
import type { Shipments } from '../port/shipments.ts';
import { type ErpOrderOwner, erpDirectory } from './erp-directory.ts';

export interface FollowedDocuments {
  /** Name in the routing table. */
  readonly erp: string;
  readonly shipments: Pick<Shipments, 'list'>;
  readonly invoices: Pick<Invoices, 'list'>;
  /** Asked for our reference of a number that nobody remembers: its answer to the submit was lost. */
  readonly orders: Pick<Orders, 'status'>;
  readonly journal: Journal;
  /** Where the first reading begins, ISO 8601; afterwards it goes on from where it was. */
  readonly from: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970; an ERP that tells only the day of a document must not put it into the future. */
  readonly now?: (() => number) | undefined;
  /** Told of documents that lead to nothing: those of orders that are not ours, and those that cannot be read. */
  readonly onUnmatched?: ((document: Shipment | Invoice | Unreadable) => void) | undefined;
}

/** How many documents were read that had not been read as they are now. */
export interface FollowedLists {
  readonly documents: number;
  readonly failure?: ConnectorFailure | undefined;
}

/**
 * Brings the shipments and invoices of an ERP that has no list of events to their orders (R28). Each page is committed
 * together with the place to go on from, so that no document is lost; one that comes again as it was is told once.
 */
export async function followErpDocuments(
  followed: FollowedDocuments,
  runtime: Pick<Runtime, 'dispatch'>,
): Promise<FollowedLists> {
  const { shipments, invoices } = followed;
  const first = await followList(followed, runtime, { name: 'shipments', list: shipments, toEvents: shipmentEvents });
  if (first.failure !== undefined) return first;
  const second = await followList(followed, runtime, { name: 'invoices', list: invoices, toEvents: invoiceEvents });
  return { ...second, documents: first.documents + second.documents };
}

interface DocumentLists<Document> {
  readonly name: 'shipments' | 'invoices';
  readonly list: {
    list(start: { readonly after: string } | { readonly from: string }, call: object): AsyncIterable<Page<Document>>;
  };
  readonly toEvents: (followed: FollowedDocuments, document: Document) => Promise<Dispatch[]>;
}

async function followList<Document extends Shipment | Invoice>(
  followed: FollowedDocuments,
  runtime: Pick<Runtime, 'dispatch'>,
  { name, list, toEvents }: DocumentLists<Document>,
): Promise<FollowedLists> {
  const { erp, journal, from, signal, onUnmatched } = followed;
  const key = `erp/${erp}/${name}/cursor`;
  let cursor = await journal.mark(key);
  let documents = 0;
  for await (const page of list.list(cursor === undefined ? { from } : { after: cursor }, { signal })) {
    if (!page.ok) return { documents, failure: page.failure };
    const [dispatches, marks]: [Dispatch[], Mark[]] = [[], []];
    for (const document of page.items) {
      const mark = await toldMark(journal, `erp/${erp}/${name}/told`, document);
      if (mark === undefined) continue;
      const own = await toEvents(followed, document);
      if (own.length === 0) onUnmatched?.(document);
      else marks.push(mark);
      dispatches.push(...own);
    }
    for (const record of page.unreadable) onUnmatched?.(record);
    const result = await runtime.dispatch(dispatches, {
      marks: [...marks, { key, expected: cursor, value: page.next }],
    });
    // Another process has read this page: it goes on from there.
    if (result.status === 'conflict') return { documents };
    documents += marks.length;
    cursor = page.next;
  }
  return { documents };
}

type Mark = NonNullable<Batch['marks']>[number];

/** What remembers a document as it is now; undefined where it is remembered: those of the last instant, or day, come again. */
async function toldMark(journal: Journal, key: string, document: Shipment | Invoice): Promise<Mark | undefined> {
  const id = document.kind === 'shipment' ? document.shipmentId : document.number;
  const name = `${key}/${encodeURIComponent(id)}`;
  const value = await sha256(new TextEncoder().encode(JSON.stringify(document)));
  const expected = await journal.mark(name);
  return expected === value ? undefined : { key: name, expected, value };
}

/** When a document was made, as far as the ERP tells it, and not later than now. */
function instantOf(stated: string, { now = Date.now }: FollowedDocuments): string {
  return new Date(Math.min(Date.parse(stated), now())).toISOString();
}

/** One event for each order that a shipment is of, with its own items only. */
async function shipmentEvents(followed: FollowedDocuments, shipment: Shipment): Promise<Dispatch[]> {
  const found: Dispatch[] = [];
  for (const number of new Set(shipment.items.map(({ orderNumber }) => orderNumber))) {
    const owner = await ownerOf(followed, number);
    if (owner === undefined) continue;
    const items = shipment.items.filter((item) => item.orderNumber === number);
    const event: OrderEvent = {
      key: `erp/${followed.erp}/shipment/${shipment.shipmentId}`,
      at: instantOf(shipment.createdAt, followed),
      v: 2,
      type: 'shipment.posted',
      partId: owner.partId,
      shipment: { ...shipment, items },
    };
    found.push({ id: owner.order, events: [event] });
  }
  return found;
}

async function invoiceEvents(followed: FollowedDocuments, invoice: Invoice): Promise<Dispatch[]> {
  const owner = await ownerOf(followed, invoice.orderNumber);
  if (owner === undefined) return [];
  const event: OrderEvent = {
    key: `erp/${followed.erp}/invoice/${invoice.number}`,
    at: instantOf(`${invoice.date}T00:00:00.000Z`, followed),
    v: 2,
    type: 'invoice.posted',
    partId: owner.partId,
    invoice,
  };
  return [{ id: owner.order, events: [event] }];
}

async function ownerOf(
  { erp, journal, orders, signal }: FollowedDocuments,
  number: string,
): Promise<ErpOrderOwner | undefined> {
  const known = await erpDirectory.findByNumber(journal, erp, number);
  if (known !== undefined) return known;
  const outcome = await orders.status(number, { signal });
  if (outcome.status !== 'found') return undefined;
  const owner = await erpDirectory.find(journal, erp, outcome.order.externalReference);
  if (owner !== undefined) await erpDirectory.rememberNumber(journal, erp, number, owner);
  return owner;
}
