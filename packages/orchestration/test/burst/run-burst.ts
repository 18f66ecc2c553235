import type { Order } from '@dist/canonical';
import { defaultPolicy, externalReference, orderId, type Policy } from '@dist/orchestration';
import {
  createRuntime,
  type DeliveryEffect,
  type Journal,
  laneGuard,
  memoryJournal,
  notOffered,
  type Outcome,
  type Performers,
  type Runtime,
} from '@dist/orchestration/runtime';
import { type Arrival, draws } from './burst-load.ts';
import { type ErpCounts, inDoubt, type MeasuredErp, measuredErp } from './measured-erp.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

/** Monday, nine in the morning in Chicago: within the hours of peak. */
export const burstStart = '2026-03-02T15:00:00.000Z';

/** The ERP takes five calls at once and ten a second; in peak orders get 18 of 19 starts while the stock levels wait too. */
const burstPolicy: Policy = {
  ...defaultPolicy,
  version: 'burst-1',
  channels: {
    ...defaultPolicy.channels,
    edi: { acknowledge: true, functionalAcknowledgment: false, payment: false },
  },
  work: {
    ...defaultPolicy.work,
    calendars: { house: { zone: 'America/Chicago' } },
    lanes: [
      {
        lane: 'erp:erp',
        concurrency: 5,
        rate: { perSecond: 10, burst: 1 },
        ageSeconds: 300,
        shares: { realTime: 1, nearRealTime: 1, batch: 1 },
        hours: [
          {
            calendar: 'house',
            on: 'businessDays',
            from: '08:00',
            to: '18:00',
            shares: { realTime: 18, nearRealTime: 1, batch: 1 },
          },
        ],
      },
    ],
  },
};

/** What a run did. */
export interface BurstRun {
  /** Simulated seconds until the last order was acknowledged. */
  readonly seconds: number;
  readonly erp: ErpCounts;
  /** Partner → seconds from receipt to the ERP's answer, of each order. */
  readonly waits: ReadonlyMap<string, readonly number[]>;
  /** Key of an 855 → how often it was sent. */
  readonly acknowledgments: ReadonlyMap<string, number>;
  /** Seconds that each page of stock levels waited for its first start. */
  readonly inventoryAges: readonly number[];
  /** While orders waited for the ERP. */
  readonly saturated: Tally;
  /** While stock levels waited for it too. */
  readonly contended: Tally;
}

/** How long something was so, and what the ERP was called for meanwhile. */
export interface Tally {
  seconds: number;
  orderCalls: number;
  calls: number;
}

/** One page of stock levels every so many milliseconds, and that many at the start. */
const inventory = { every: 2500, first: 40 };

/** Lives through a burst: the runtime, its journal and the machine are the real ones, the ERP and time are made up. */
export async function runBurst(arrivals: readonly Arrival[], seed = 1): Promise<BurstRun> {
  const world = worldOf(seed);
  const { time, runtime } = world;
  let sent = 0;
  const total = arrivals.length;
  for (;;) {
    while (sent < total && (arrivals[sent]?.at ?? 0) <= time.now()) await receive(world, arrivals[sent++]);
    for (; world.pages < inventory.first + Math.floor((time.now() - world.start) / inventory.every); world.pages++)
      await runtime.dispatch([], { effects: [pageOf(world.pages, time.clock())] });
    await workOff(world);
    if (sent === total && world.acknowledgments.size === total) break;
    await time.moveTo(nextInstant(world, arrivals[sent]?.at));
  }
  return reportOf(world);
}

interface World {
  readonly time: VirtualTime;
  readonly start: number;
  readonly erp: MeasuredErp;
  readonly runtime: Runtime;
  readonly received: Map<string, Arrival>;
  readonly waits: Map<string, number[]>;
  readonly acknowledgments: Map<string, number>;
  readonly inventoryAges: number[];
  readonly saturated: Tally;
  readonly contended: Tally;
  /** The ERP's counts when it was last looked at, and what waited then. */
  last: {
    readonly at: number;
    readonly orderCalls: number;
    readonly calls: number;
    readonly tallies: readonly Tally[];
  };
  claimed: number;
  /** Pages of stock levels that were put in. */
  pages: number;
  readonly failures: unknown[];
}

function worldOf(seed: number): World {
  const time = virtualTime(burstStart);
  const erp = measuredErp(time, draws(seed));
  const store = memoryJournal();
  const journal: Journal = {
    ...store,
    claim: async (request) => {
      const claims = await store.claim(request);
      world.claimed += claims.length;
      return claims;
    },
  };
  const limits = laneGuard({ journal, policy: burstPolicy });
  const world: World = {
    time,
    start: time.now(),
    erp,
    received: new Map(),
    waits: new Map(),
    acknowledgments: new Map(),
    inventoryAges: [],
    saturated: { seconds: 0, orderCalls: 0, calls: 0 },
    contended: { seconds: 0, orderCalls: 0, calls: 0 },
    last: { at: time.now(), orderCalls: 0, calls: 0, tallies: [] },
    pages: 0,
    claimed: 0,
    failures: [],
    runtime: createRuntime({
      journal,
      policy: burstPolicy,
      clock: time.clock,
      worker: 'w',
      limits,
      performers: performersOf(() => world),
      cache: 100_000,
    }),
  };
  return world;
}

async function receive(world: World, arrival: Arrival | undefined): Promise<void> {
  if (arrival === undefined) return;
  const { partner, order, at } = arrival;
  const id = orderId(partner, order);
  const receivedAt = new Date(at).toISOString();
  world.received.set(id, arrival);
  const event = { type: 'order.captured', partner, order, receivedAt, key: `in/${id}`, at: receivedAt, v: 2 } as const;
  await world.runtime.dispatch({ id, events: [event] });
}

/** Claims until nothing more may start at this instant; what takes time goes on behind. */
async function workOff(world: World): Promise<void> {
  for (;;) {
    const before = world.claimed;
    world.runtime.work({ limit: 4 }).catch((error: unknown) => world.failures.push(error));
    await world.time.settle();
    if (world.failures.length > 0) throw world.failures[0];
    if (world.claimed === before) break;
  }
  tally(world);
}

/** Adds what happened since the last instant to the tallies of what waited then, and looks what waits now. */
function tally(world: World): void {
  const { time, received, erp, last, saturated, contended, pages } = world;
  const { orderCalls, inventoryCalls, calls, orders } = erp.seen;
  for (const one of last.tallies) {
    one.seconds += (time.now() - last.at) / 1000;
    one.orderCalls += orderCalls - last.orderCalls;
    one.calls += calls - last.calls;
  }
  // More than the ERP may have at work and in doubt: some wait in any case.
  const ordersWait = received.size - orders.size >= 50;
  const tallies = ordersWait ? (pages - inventoryCalls >= 10 ? [saturated, contended] : [saturated]) : [];
  world.last = { at: time.now(), orderCalls, calls, tallies };
}

/** When something can happen next: an arrival, an answer, or the ERP may take another call. */
function nextInstant({ time, erp }: World, arrival: number | undefined): number {
  const now = time.now();
  const token = erp.seen.lastStart + 50;
  return Math.min(
    arrival ?? Number.POSITIVE_INFINITY,
    time.next() ?? Number.POSITIVE_INFINITY,
    token > now ? token : now + 50,
  );
}

function pageOf(page: number, notBefore: string): DeliveryEffect {
  const document = `inventory/${page}`;
  const body = { type: 'document.deliver', partner: 'stock levels', document } as const;
  const rest = { attempt: 1, priority: 9, safety: 'idempotent', class: 'batch' } as const;
  return { key: document, order: '', body, lane: 'erp:erp', notBefore, ...rest };
}

function performersOf(world: () => World): Performers {
  return {
    ...notOffered(),
    'order.enrich': async ({ body }) => ({ events: [enrichedOf(body.partner, body.order)] }),
    'erp.submit': async ({ body, order }) => {
      const { externalReference: reference, partId } = body.request.part;
      return (await world().erp.submit(reference)) === 'made' ? accepted(world(), order, partId, reference) : inDoubt;
    },
    'erp.find': async ({ body, order }) => {
      const { externalReference: reference, partId, attempt } = body;
      const found = await world().erp.find(reference);
      if (found === 'unknown') return { failure: { class: 'transport', code: 'timeout', message: 'no answer' } };
      if (found === 'found') return accepted(world(), order, partId, reference);
      return { events: [{ type: 'erp.notFound', partId, attempt }] };
    },
    'document.send': async ({ key }) => {
      const { acknowledgments } = world();
      acknowledgments.set(key, (acknowledgments.get(key) ?? 0) + 1);
      return {};
    },
    'document.deliver': async ({ notBefore, attempt }) => {
      const { erp, time, inventoryAges } = world();
      if (attempt === 1) inventoryAges.push((time.now() - Date.parse(notBefore)) / 1000);
      return (await erp.inventory()) === 'taken'
        ? {}
        : { failure: { class: 'transport', code: 'timeout', message: 'no answer' } };
    },
  };
}

function accepted(world: World, id: string, partId: string, reference: string): Outcome {
  const arrival = world.received.get(id);
  if (arrival !== undefined) {
    const waits = world.waits.get(arrival.partner) ?? [];
    world.waits.set(arrival.partner, waits);
    waits.push((world.time.now() - arrival.at) / 1000);
  }
  return { events: [{ type: 'erp.accepted', partId, erp: 'erp', number: `SO ${reference}`, rejected: [] }] };
}

function enrichedOf(partner: string, { number, lines }: Order) {
  const amounts = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const parts = [
    {
      partId: '1',
      externalReference: externalReference(partner, number),
      erp: 'erp',
      customerNumber: 'C-1',
      shipToNumber: 'S-1',
      lines: amounts,
    },
  ];
  const enriched = lines.map(({ lineId, quantity, ids }) => {
    const price = '3.25';
    return { lineId, sku: 'AX-100', ids, description: 'Hex bolt', ordered: quantity, base: quantity, units: [], price };
  });
  return { type: 'order.enriched', lines: enriched, parts, used: [] } as const;
}

function reportOf(world: World): BurstRun {
  const { time, start, erp, waits, acknowledgments, inventoryAges, saturated, contended } = world;
  const seconds = (time.now() - start) / 1000;
  return { seconds, erp: erp.seen, waits, acknowledgments, inventoryAges, saturated, contended };
}
