import type { Invoice, Order } from '@dist/canonical';
import {
  type BatchRule,
  createGateway,
  type Gateway,
  type GatewayOptions,
  partnerDirectory,
  type TradingPartner,
} from '@dist/connectors/gateway';
import { defaultPolicy, type Note, type OrderEvent, orderId, type Policy } from '@dist/orchestration';
import {
  createRuntime,
  type Dispatch,
  type Journal,
  loadOrder,
  memoryJournal,
  notOffered,
  type Performers,
  type Runtime,
} from '@dist/orchestration/runtime';
import { type ReceivedInterchange, read } from '@dist/x12';
import { invoice810, purchaseOrderAcknowledgment855 } from '@dist/x12/004010';
import { samplePartner } from '../sample-gateway.ts';

/** Invoices leave as soon as they are posted; nothing else is sent. */
export const invoicePolicy: Policy = {
  ...defaultPolicy,
  channels: { ...defaultPolicy.channels, edi: { acknowledge: false, functionalAcknowledgment: true, payment: false } },
  invoicing: { ...defaultPolicy.invoicing, gate: 'none' },
};

export const begin = '2026-11-02T09:00:00.000Z';
export const windowEnds = '2026-11-02T10:00:00.000Z';
export const hourly: BatchRule = { documents: ['810'], window: { everyMinutes: 60 }, maximumSets: 500 };

/** What has left, in the order in which it left; the same bytes under the same name change nothing. */
export interface Mailbox {
  readonly files: Map<string, Uint8Array>;
  /** Each call, with what it would have changed. */
  readonly puts: string[];
}

export interface BatchWorld {
  readonly gateway: Gateway;
  readonly journal: Journal;
  readonly mailbox: Mailbox;
  readonly notes: Note[];
  readonly time: { now: string };
  /** Another process on the same journal. */
  worker(name: string, journal?: Journal): Runtime;
  readonly runtime: Runtime;
  settle(limit?: number): Promise<void>;
  /** Posts the invoices of so many orders. */
  post(numbers: readonly string[], change?: (invoice: Invoice) => Invoice): Promise<void>;
  status(number: string): Promise<{
    readonly status: string | undefined;
    readonly attempt: number | undefined;
    readonly message?: string | undefined;
  }>;
  interchanges(): readonly ReceivedInterchange<readonly [typeof invoice810, typeof purchaseOrderAcknowledgment855]>[];
}

export interface WorldChanges {
  readonly batches?: readonly BatchRule[] | undefined;
  readonly journal?: Journal;
  readonly mailbox?: Mailbox;
  readonly policy?: Policy;
  readonly time?: { now: string };
  readonly profile?: Partial<TradingPartner>;
  readonly options?: Partial<GatewayOptions>;
}

export function batchWorld(changes: WorldChanges = {}): BatchWorld {
  const { journal = memoryJournal(), policy = invoicePolicy, time = { now: begin }, batches = [hourly] } = changes;
  const mailbox = changes.mailbox ?? { files: new Map(), puts: [] };
  const { profile, maps } = samplePartner();
  const notes: Note[] = [];
  const clock = () => time.now;
  const gatewayOn = (on: Journal) =>
    createGateway({
      journal: on,
      partners: partnerDirectory([{ profile: { ...profile, ...changes.profile, batches }, maps }]),
      usage: 'P',
      clock,
      transport: { put: async (name, bytes) => put(mailbox, name, bytes) },
      ...changes.options,
    });
  const worker = (name: string, on = journal) => {
    const performers: Performers = { ...notOffered(), ...gatewayOn(on).performers };
    return createRuntime({
      journal: on,
      policy,
      performers,
      clock,
      worker: name,
      cache: 10_000,
      snapshotEvery: 1,
      onNote: (note) => notes.push(note),
    });
  };
  const runtime = worker('w');
  return {
    gateway: gatewayOn(journal),
    journal,
    mailbox,
    notes,
    time,
    worker,
    runtime,
    settle: async (limit = 100) => {
      // What the ERP would be asked is answered already.
      while ((await runtime.work({ limit, lanes: ['partner:northfield'] })) > 0);
    },
    post: async (numbers, change = (invoice) => invoice) => {
      for (let from = 0; from < numbers.length; from += 100) {
        const some = numbers.slice(from, from + 100).map((number) => posted(number, change));
        await runtime.dispatch(some);
      }
    },
    status: async (number) => {
      const order = await loadOrder(journal, orderId('northfield', { number }), policy);
      const entry = Object.values(order?.state.effects ?? {}).find(
        ({ effect }) => effect.body.type === 'document.send',
      );
      return {
        status: entry?.status,
        attempt: entry?.attempt,
        ...(entry?.message !== undefined && { message: entry.message }),
      };
    },
    interchanges: () =>
      [...mailbox.files.values()].flatMap(
        (bytes) => read(bytes, { sets: [invoice810, purchaseOrderAcknowledgment855] }).interchanges,
      ),
  };
}

/** The purchase orders that an interchange's invoices are for, group by group. */
export function billed({ groups }: ReturnType<BatchWorld['interchanges']>[number]): readonly (readonly string[])[] {
  return groups.map(({ sets }) =>
    sets.map((set) => (set.type === '810' ? (set.document?.BIG.purchaseOrderNumber ?? '') : set.type)),
  );
}

/** So many purchase order numbers. */
export function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `PO${index + 1}`);
}

/** Other bytes under a name that is taken would be a fault that a folder cannot undo. */
function put({ files, puts }: Mailbox, name: string, bytes: Uint8Array): void {
  const known = files.get(name);
  if (known !== undefined && !sameBytes(known, bytes)) throw new Error(`${name} is there with other bytes`);
  puts.push(known === undefined ? name : `${name} again`);
  files.set(name, bytes.slice());
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function posted(number: string, change: (invoice: Invoice) => Invoice): Dispatch {
  const base = { at: begin, v: 2 } as const;
  const part = {
    partId: '1',
    erp: 'erp',
    externalReference: `northfield.${number}`,
    customerNumber: 'C-1',
    shipToNumber: 'S-1',
  };
  const quantity = { value: '24', unit: 'C62' };
  const ids = [{ scheme: 'seller', value: 'AX-100' }] as const;
  const events: OrderEvent[] = [
    {
      ...base,
      type: 'order.captured',
      key: `in/${number}`,
      partner: 'northfield',
      order: orderOf(number),
      receivedAt: begin,
    },
    {
      ...base,
      type: 'order.enriched',
      key: `enriched/${number}`,
      lines: [
        {
          lineId: '1',
          sku: 'AX-100',
          ids,
          description: 'Bolt (sample)',
          ordered: quantity,
          base: quantity,
          units: [],
          price: '3.25',
        },
      ],
      parts: [{ ...part, lines: [{ lineId: '1', quantity }] }],
      used: [],
    },
    {
      ...base,
      type: 'erp.accepted',
      key: `accepted/${number}`,
      partId: '1',
      erp: 'erp',
      number: `SO-${number}`,
      rejected: [],
    },
    { ...base, type: 'invoice.posted', key: `invoice/${number}`, partId: '1', invoice: change(invoiceOf(number)) },
  ];
  return { id: orderId('northfield', { number }), events };
}

function orderOf(number: string): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number,
    channel: 'edi',
    currency: 'USD',
    dates: { ordered: '2026-11-01' },
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [{ scheme: 'seller', value: 'AX-100' }],
        quantity: { value: '24', unit: 'C62' },
        price: { amount: '3.25' },
      },
    ],
  };
}

function invoiceOf(number: string): Invoice {
  return {
    kind: 'invoice',
    version: '1',
    number: `I-${number}`,
    type: 'invoice',
    date: '2026-11-02',
    orderNumber: `SO-${number}`,
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [],
        quantity: { value: '24', unit: 'C62' },
        price: { amount: '3.25' },
        net: '78',
      },
    ],
    total: '78',
  };
}
