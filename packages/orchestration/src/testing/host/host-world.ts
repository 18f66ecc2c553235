import { defaultPolicy, type OrderState, orderId, type Policy } from '../../index.ts';
import type { OutboxEffect } from '../../runtime/journal.ts';
import { notOffered } from '../../runtime/not-offered.ts';
import type { Outcome, Performer, Performers, Report } from '../../runtime/performers.ts';
import type { OrderEvent } from '../../word/event.ts';
import type { HostUnderTest } from '../host-contract.ts';
import type { OpenHost } from './host-test.ts';
import { sampleEnrichment, sampleOrder } from './sample-order.ts';

/** A host with a world around it, and what that world has seen. */
export interface HostWorld extends HostUnderTest {
  /** Each attempt that was performed, in order: `northfield/PO-1/erp.submit/1@1`. */
  readonly performed: readonly string[];
  /** Our reference → orders that the ERP has made for it. It knows no idempotency: each submit makes one. */
  readonly erpOrders: Map<string, number>;
  readonly notes: readonly string[];
  /** An event of now. */
  event(report: Report, key: string): OrderEvent;
  /** Tells of an order; of the same number, with the same event. */
  capture(number?: string): Promise<{ readonly version: number }>;
  state(number?: string): Promise<OrderState>;
  /** Status of an effect of `PO-1`, by what stands behind the order in its key. */
  status(effect: string): Promise<string | undefined>;
  untilStatus(effect: string, status: string): Promise<void>;
}

/** Waits are short, because some hosts live in real time. */
export const hostPolicy: Policy = {
  ...defaultPolicy,
  version: 'host-contract',
  retry: { maximumAttempts: 4, backoffSeconds: [0.2, 0.3], lookUpAfterSeconds: 1 },
};

/** The order that most tests are about. */
export const sampleId: string = idOf('PO-1');

/** A world in which everything goes well, but for what is given. */
export async function worldOf(
  open: OpenHost,
  performers: (world: Pick<HostWorld, 'erpOrders' | 'performed'>) => Partial<Performers> = () => ({}),
  policy: Policy = hostPolicy,
): Promise<HostWorld> {
  const performed: string[] = [];
  const erpOrders = new Map<string, number>();
  const notes: string[] = [];
  const all: Performers = { ...goodPerformers(erpOrders), ...performers({ erpOrders, performed }) };
  const under = await open({
    policy,
    performers: recorded(all, performed),
    timeout: 1000,
    onNote: ({ type, order }) => notes.push(`${type} ${order}`),
  });
  const event = (report: Report, key: string) => ({ ...report, key, at: under.clock(), v: 2 }) as OrderEvent;
  const captures = new Map<string, OrderEvent>();
  const captureOf = (number: string): OrderEvent => {
    const known = captures.get(number) ?? event(captureReport(number, under.clock()), 'capture');
    captures.set(number, known);
    return known;
  };
  const state = async (number = 'PO-1') => {
    const found = await under.host.read(idOf(number));
    if (found === undefined) throw new Error(`there is no order ${number}`);
    return found;
  };
  const status = async (effect: string) => (await state()).effects[`${sampleId}/${effect}`]?.status;
  return {
    ...under,
    performed,
    erpOrders,
    notes,
    event,
    state,
    status,
    capture: (number = 'PO-1') => under.host.dispatch(idOf(number), [captureOf(number)]),
    untilStatus: (effect, wanted) =>
      under.until(`${effect} is ${wanted}`, async () => (await status(effect)) === wanted),
  };
}

/** Runs a test in a world and closes it, whatever comes. */
export async function inWorld(world: Promise<HostWorld>, test: (world: HostWorld) => Promise<void>): Promise<void> {
  const opened = await world;
  try {
    await test(opened);
  } finally {
    await opened.close();
  }
}

export function idOf(number: string): string {
  return orderId('northfield', { number });
}

function captureReport(number: string, at: string): Report {
  return { type: 'order.captured', partner: 'northfield', order: sampleOrder(number), receivedAt: at };
}

/** What an ERP says that has the order. */
export function acceptance(partId: string, externalReference: string): Report {
  return { type: 'erp.accepted', partId, erp: 'erp', number: `SO ${externalReference}`, rejected: [] };
}

/** Makes an order at the ERP, one more each time. */
export function submitTo(erpOrders: Map<string, number>, externalReference: string): void {
  erpOrders.set(externalReference, (erpOrders.get(externalReference) ?? 0) + 1);
}

function goodPerformers(erpOrders: Map<string, number>): Performers {
  const nothing = async (): Promise<Outcome> => ({});
  return {
    ...notOffered('credit.check', 'erp.cancel', 'erp.change', 'erp.shipment', 'erp.invoice', 'erp.credit', 'erp.cash'),
    ...notOffered('warehouse.release', 'warehouse.cancel', 'shop.fulfillment', 'shop.invoice', 'shop.cancel'),
    ...notOffered('shop.refund'),
    'order.enrich': async ({ body }) => ({ events: [sampleEnrichment(body.order.number)] }),
    'erp.submit': async ({ body }) => {
      const { externalReference, partId } = body.request.part;
      submitTo(erpOrders, externalReference);
      return { events: [acceptance(partId, externalReference)] };
    },
    'erp.find': async ({ body: { partId, externalReference, attempt } }) => {
      const known = erpOrders.has(externalReference);
      return { events: [known ? acceptance(partId, externalReference) : { type: 'erp.notFound', partId, attempt }] };
    },
    'document.send': nothing,
    'document.deliver': nothing,
  };
}

/** The same performers; each attempt is written down before it is made. */
function recorded(performers: Performers, performed: string[]): Performers {
  const watch =
    (performer: Performer<OutboxEffect>): Performer<OutboxEffect> =>
    (effect, context) => {
      performed.push(`${context.key}@${context.attempt}`);
      return performer(effect, context);
    };
  const watched = Object.entries(performers).map(([type, one]) => [type, watch(one as Performer<OutboxEffect>)]);
  return Object.fromEntries(watched) as Performers;
}
