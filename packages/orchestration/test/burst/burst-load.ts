import type { Order } from '@dist/canonical';

/** One order of the burst. */
export interface Arrival {
  readonly at: number;
  readonly partner: string;
  readonly order: Order;
}

/** How much comes from how many, in how long. */
export interface LoadOptions {
  readonly orders: number;
  readonly partners: number;
  readonly seconds: number;
  readonly start: string;
  readonly draw: () => number;
}

/** What one partner sends all at once, in so many seconds from an instant on. */
export function spike(orders: number, partner: string, from: string, seconds: number): readonly Arrival[] {
  return Array.from({ length: orders }, (_, number) => ({
    at: Date.parse(from) + Math.floor((number * seconds * 20) / orders) * 50,
    partner,
    order: orderOf(`SPIKE-${number + 1}`),
  }));
}

/** Names of the partners, the largest first. */
export function partnersOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `PARTNER-${String(index + 1).padStart(2, '0')}`);
}

/** Orders at random instants, 50 ms apart at least or at the same one; the n-th partner sends as many as one n-th of the first one's. In order of arrival. */
export function burstLoad({ orders, partners, seconds, start, draw }: LoadOptions): readonly Arrival[] {
  const names = partnersOf(partners);
  const weights = names.map((_, index) => 1 / (index + 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = orders;
  const arrivals = names.flatMap((partner, index) => {
    const last = index === names.length - 1;
    const count = last ? left : Math.round(((weights[index] ?? 0) / all) * orders);
    left -= count;
    return Array.from({ length: count }, (_, number) => ({
      at: Date.parse(start) + Math.floor(draw() * seconds * 20) * 50,
      partner,
      order: orderOf(`PO-${number + 1}`),
    }));
  });
  return arrivals.sort((a, b) => a.at - b.at);
}

/** The same numbers for the same seed, 0 up to 1 (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

function orderOf(number: string): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number,
    channel: 'edi',
    currency: 'USD',
    dates: { ordered: '2026-03-02' },
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }], name: 'Northfield Stores 12' } },
    references: [],
    terms: { netDays: 30 },
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
