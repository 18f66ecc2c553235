import type { AvailabilityEvent } from '@dist/orchestration/availability';
import { apart, delta, pieces, stock } from './sample-stock.ts';

interface Booked {
  readonly count: number;
  shipped: number;
  /** Posted in the ERP: its number on hand is the less. */
  posted: number;
}

/** A warehouse that ships and an ERP that posts it later, and what both report: each report once made can come at any time. */
export function createOutside(supply: number, random: () => number) {
  const orders = new Map<string, Booked>();
  const reports: AvailabilityEvent[] = [];
  let onHand = supply;
  let sequence = 1;

  const stockReport = (at: string, changed: ReadonlyMap<string, number>) => {
    sequence++;
    const change = [...changed.values()].reduce((total, count) => total + count, 0);
    const rows = (of: Iterable<readonly [string, number]>) =>
      [...of].map(([externalReference, count]) => ({ externalReference, quantity: pieces(count) }));
    if (random() < 0.5) return delta(sequence, -change, { at, asOf: at, reflects: rows(changed) });
    const totals = [...orders].map(([name, { posted }]) => [name, posted] as const);
    return stock(sequence, onHand, { at, asOf: at, reflects: rows(totals) });
  };
  const apartReport = (at: string) => {
    sequence++;
    const rows = [...orders].map(([name, { count, shipped }]) => [name, [count - shipped, shipped]] as const);
    return apart(sequence, Object.fromEntries(rows), { at, asOf: at });
  };
  const work = (at: string, all = false) => {
    for (const order of orders.values()) {
      const more = all ? order.count : Math.floor(random() * (order.count - order.shipped + 1));
      order.shipped = Math.min(order.count, order.shipped + more);
    }
    if (all || random() < 0.6) reports.push(apartReport(at));
    const changed = new Map<string, number>();
    for (const [name, order] of orders) {
      if (order.posted === order.shipped || !(all || random() < 0.6)) continue;
      changed.set(name, order.shipped - order.posted);
      onHand -= order.shipped - order.posted;
      order.posted = order.shipped;
    }
    if (changed.size > 0) reports.push(stockReport(at, changed));
  };
  return {
    book: (reference: string, count: number) => void orders.set(reference, { count, shipped: 0, posted: 0 }),
    work: (at: string) => work(at),
    /** Some of what was ever reported, in any order, some of it again. */
    someReports: (at: string) =>
      reports
        .filter(() => random() < 0.5)
        .sort(() => random() - 0.5)
        .map((event) => ({ ...event, at })),
    /** All of it, and the rest of the work where it is drawn so. */
    allReports: (at: string) => {
      if (random() < 0.5) work(at, random() < 0.5);
      return [...reports].sort(() => random() - 0.5).map((event) => ({ ...event, at }));
    },
    /** What nobody has bought. */
    free: () => [...orders.values()].reduce((left, { count }) => left - count, supply),
  };
}
