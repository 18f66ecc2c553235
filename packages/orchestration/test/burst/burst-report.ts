import { type Arrival, burstLoad, draws, partnersOf, spike } from './burst-load.ts';
import { type BurstRun, burstStart, runBurst } from './run-burst.ts';

/** One thing that must hold, with what was measured. */
export interface BurstClaim {
  readonly claim: string;
  readonly measured: number;
  readonly bound: string;
  readonly holds: boolean;
}

/** What was run, what it came to, and whether all holds. */
export interface BurstReport {
  readonly orders: number;
  readonly partners: number;
  readonly arriveWithinSeconds: number;
  readonly drainedAfterSeconds: number;
  readonly calls: number;
  readonly callsForOrders: number;
  readonly callsForInventory: number;
  readonly timeouts: number;
  readonly p95Seconds: Readonly<Record<string, { readonly withBurst: number; readonly without: number }>>;
  readonly claims: readonly BurstClaim[];
}

const partners = 20;

/** A page of stock levels waits no longer than that for its first call. */
const mostInventoryAge = 90;

/** Of fewer orders than that the p95 is the one whose answer was lost: such partners are not compared. */
const leastOrders = 40;

/**
 * So many orders of twenty partners at five thousand a minute, against an ERP that takes five calls at once and ten a
 * second; then the same without the largest partner. And a quiet day on which one partner sends a tenth of it at once.
 */
export async function burstReport(orders: number): Promise<BurstReport> {
  const load = loadOf(orders);
  const run = await runBurst(load);
  const [largest = ''] = partnersOf(partners);
  const rest = await runBurst(load.filter(({ partner }) => partner !== largest));
  const spiked = await quietDay(orders);
  const others = partnersOf(partners)
    .slice(1)
    .filter((partner) => (run.waits.get(partner)?.length ?? 0) >= leastOrders);
  const p95Seconds = Object.fromEntries(others.map((partner) => [partner, bothOf(run, rest, partner)]));
  return {
    orders,
    partners,
    arriveWithinSeconds: secondsOf(orders),
    drainedAfterSeconds: run.seconds,
    calls: run.erp.calls,
    callsForOrders: run.erp.orderCalls,
    callsForInventory: run.erp.inventoryCalls,
    timeouts: run.erp.timeouts,
    p95Seconds,
    claims: [
      ...lossless(run, load),
      ...withinLimits(run),
      atMost('times that the largest partner’s burst multiplies another’s p95', worst(Object.values(p95Seconds)), 2),
      atMost('times that a partner’s burst on a quiet day multiplies the others’ p95', worst([spiked]), 2),
    ],
  };
}

function loadOf(orders: number): readonly Arrival[] {
  return burstLoad({ orders, partners, seconds: secondsOf(orders), start: burstStart, draw: draws(7) });
}

/** Fifty thousand come in ten minutes. */
function secondsOf(orders: number): number {
  return (orders / 50_000) * 600;
}

/** Half of what the ERP takes comes steadily; with and without a tenth of the burst from one partner in a few seconds. */
async function quietDay(orders: number): Promise<Pair> {
  const seconds = orders / 25;
  const draw = draws(11);
  const calm = burstLoad({ orders: seconds * 5, partners: partners - 1, seconds, start: burstStart, draw });
  const burst = spike(orders / 10, 'SPIKE', burstStart, orders / 5000);
  const both = [...calm, ...burst].sort((a, b) => a.at - b.at);
  const [withBurst, without] = [await runBurst(both), await runBurst(calm)].map(({ waits }) =>
    p95([...waits].flatMap(([partner, all]) => (partner === 'SPIKE' ? [] : all))),
  );
  return { withBurst: withBurst ?? 0, without: without ?? 0 };
}

interface Pair {
  readonly withBurst: number;
  readonly without: number;
}

function bothOf(run: BurstRun, rest: BurstRun, partner: string): Pair {
  return { withBurst: p95(run.waits.get(partner) ?? []), without: p95(rest.waits.get(partner) ?? []) };
}

function worst(pairs: readonly Pair[]): number {
  return Math.max(...pairs.map(({ withBurst, without }) => withBurst / without));
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

function lossless({ erp, acknowledgments }: BurstRun, load: readonly Arrival[]): readonly BurstClaim[] {
  const made = [...erp.orders.values()];
  const sent = [...acknowledgments.values()];
  return [
    atMost('orders that the ERP does not have', load.length - made.length, 0),
    atMost('orders that the ERP has twice', made.filter((count) => count > 1).length, 0),
    atMost('orders without an acknowledgment', load.length - sent.length, 0),
    atMost('acknowledgments sent twice', sent.filter((count) => count > 1).length, 0),
  ];
}

function withinLimits({ erp, saturated, contended, inventoryAges }: BurstRun): readonly BurstClaim[] {
  const capacity = (100 * saturated.orderCalls) / (saturated.seconds * 10);
  const share = (100 * contended.orderCalls) / contended.calls;
  return [
    atMost('calls at the ERP at once', erp.mostAtOnce, 5),
    atMost('calls to the ERP within one second', erp.mostInOneSecond, 10),
    atLeast('percent of the ERP’s capacity for orders while they waited', capacity, 90),
    atLeast('percent of the calls for orders while stock levels waited too', share, 90),
    atMost('seconds that a page of stock levels waited', Math.max(...inventoryAges), mostInventoryAge),
  ];
}

function atMost(claim: string, measured: number, bound: number): BurstClaim {
  return { claim, measured: round(measured), bound: `<= ${bound}`, holds: measured <= bound };
}

function atLeast(claim: string, measured: number, bound: number): BurstClaim {
  return { claim, measured: round(measured), bound: `>= ${bound}`, holds: measured >= bound };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
