import type { Limit } from '../../src/limits.ts';
import type { Tally } from './network.ts';
import {
  type StrictVendor,
  strictBoth,
  strictConcurrency,
  strictCost,
  strictFixed,
  strictRate,
  strictSliding,
} from './strict-vendors.ts';
import { bigCommerceWindow, shopifyCost } from './vendor-limits.ts';

/** A limit, a vendor that is strict about it, and how much of it was used. */
export interface FullSpeedCase {
  readonly name: string;
  readonly limits: readonly Limit[];
  readonly vendor: (works: () => number) => StrictVendor;
  /** Which share of the allowed was used. */
  readonly share: (tally: Tally, milliseconds: number, skew: number) => number;
  readonly cost?: (random: () => number) => number;
  /** How long the tests run it; 10 minutes when absent. */
  readonly minutes?: number;
}

/** One for each kind of limit, with the numbers of a vendor. */
export const fullSpeedCases: readonly FullSpeedCase[] = [
  {
    name: 'a rate of 100 a second with a burst of 100 (Stripe)',
    limits: [{ kind: 'rate', requests: 100, seconds: 1, burst: 100 }],
    vendor: (works) => strictRate(100, 100, works),
    share: ofRate(100),
    minutes: 2,
  },
  {
    name: 'a rate of one a minute with a burst of 20 (Amazon getOrders)',
    limits: [{ kind: 'rate', requests: 0.0167, seconds: 1, burst: 20 }],
    vendor: (works) => strictRate(0.0167, 20, works),
    share: ofRate(0.0167),
    minutes: 600,
  },
  {
    name: 'a sliding window of 6000 in 5 minutes (Business Central)',
    limits: [{ kind: 'window', requests: 6000, seconds: 300, span: 'sliding' }],
    vendor: (works) => strictSliding(6000, 300, works),
    share: ofSliding(6000, 300),
    minutes: 16,
  },
  {
    name: 'a sliding window of 600 in a minute (Acumatica)',
    limits: [{ kind: 'window', requests: 600, seconds: 60, span: 'sliding' }],
    vendor: (works) => strictSliding(600, 60, works),
    share: ofSliding(600, 60),
  },
  {
    name: 'fixed windows of 150 in 30 seconds, told in headers (BigCommerce)',
    limits: [bigCommerceWindow],
    vendor: (works) => strictFixed(150, 30, works),
    share: ofFixed(150, 30),
  },
  {
    name: 'a pool of 5 at a time (NetSuite)',
    limits: [{ kind: 'concurrency', requests: 5 }],
    vendor: (works) => strictConcurrency(5, works),
    share: ofPlaces(5),
    minutes: 4,
  },
  {
    name: 'a pool of 5 and a sliding window of 6000 in 5 minutes (Business Central)',
    limits: [
      { kind: 'concurrency', requests: 5 },
      { kind: 'window', requests: 6000, seconds: 300, span: 'sliding' },
    ],
    vendor: (works) => strictBoth(strictSliding(6000, 300, works), strictConcurrency(5, works)),
    // Which of the two binds depends on the network.
    share: (...said) => Math.max(ofPlaces(5)(...said), ofSliding(6000, 300)(...said)),
    minutes: 16,
  },
  {
    name: 'a bucket of 2000 points with 100 a second, queries of 50 (Shopify)',
    limits: [shopifyCost],
    vendor: (works) => strictCost(2000, 100, works),
    cost: () => 50,
    share: ofPoints(100),
  },
  {
    name: 'a bucket of 2000 points with 100 a second, queries of 1 to 200 that use a part of it (Shopify)',
    limits: [shopifyCost],
    vendor: (works) => strictCost(2000, 100, works, (requested) => Math.ceil(requested * 0.6)),
    cost: (random) => 1 + Math.floor(200 * random()),
    share: ofPoints(100, (requested) => Math.ceil(requested * 0.6)),
  },
];

/** What arrived from the second minute on, since before the burst is used up. */
function ofPoints(perSecond: number, actual = (cost: number) => cost): FullSpeedCase['share'] {
  return ({ accepted }, milliseconds) => {
    const from = milliseconds / 10;
    const points = accepted.filter(({ at }) => at >= from).reduce((sum, { cost }) => sum + actual(cost), 0);
    return points / (((milliseconds - from) / 1000) * perSecond);
  };
}

export function ofRate(perSecond: number): FullSpeedCase['share'] {
  return ofPoints(perSecond);
}

/** How long a window's worth takes on average, beside the window. */
export function ofSliding(requests: number, seconds: number): FullSpeedCase['share'] {
  return ({ accepted }) => {
    const windows = Math.floor((accepted.length - 1) / requests);
    const first = accepted[0]?.at ?? 0;
    const last = accepted[windows * requests]?.at ?? Number.POSITIVE_INFINITY;
    return (windows * seconds * 1000) / (last - first);
  };
}

function ofFixed(requests: number, seconds: number): FullSpeedCase['share'] {
  return ({ accepted }, milliseconds, skew) => {
    const spanOf = (instant: number) => Math.floor((instant + skew) / 1000 / seconds);
    // A millisecond before the end: there the next span would begin.
    const spans = spanOf(milliseconds - 1) - spanOf(0) + 1;
    return accepted.length / (requests * spans);
  };
}

function ofPlaces(places: number): FullSpeedCase['share'] {
  return ({ underWay }, milliseconds) => underWay / places / milliseconds;
}
