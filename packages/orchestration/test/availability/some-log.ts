import type { AvailabilityEvent } from '@dist/orchestration/availability';
import { addDays } from './oracle.ts';
import { apart, confirm, delta, pieces, receipt, release, request, second, start, stock } from './sample-stock.ts';

const today = start.slice(0, 10);

/** Facts that agree with one another, as an ERP and a warehouse would tell them, each to be told at any time and again. */
export function someFacts(random: () => number): readonly AvailabilityEvent[] {
  const below = (count: number) => Math.floor(random() * count);
  const facts: AvailabilityEvent[] = [];
  const orders = ['E-r0', 'E-r1', 'E-r2', 'E-other'].map((name) => ({
    name,
    count: 1 + below(4),
    shipped: 0,
    posted: false,
  }));
  const receipts = ['P-1', 'P-2'].map((name) => ({
    name,
    count: 1 + below(6),
    on: addDays(today, below(4)),
    posted: false,
  }));
  let onHand = 5 + below(15);
  const reflects = (all: typeof orders) =>
    all.filter(({ posted }) => posted).map(({ name, count }) => ({ externalReference: name, quantity: pieces(count) }));
  const received = (all: typeof receipts) =>
    all.filter(({ posted }) => posted).map(({ name, count }) => ({ receipt: name, quantity: pieces(count) }));
  for (let sequence = 1; sequence < 9; sequence++) {
    const draw = sequence === 1 ? 0 : random();
    const [order] = orders.slice(below(orders.length));
    const [goods] = receipts.slice(below(receipts.length));
    if (draw < 0.2) facts.push(stock(sequence, onHand, { reflects: reflects(orders), received: received(receipts) }));
    else if (draw < 0.32 && order !== undefined && !order.posted) {
      Object.assign(order, { posted: true, shipped: order.count });
      onHand -= order.count;
      facts.push(delta(sequence, -order.count, { reflects: reflects([order]) }));
    } else if (draw < 0.42 && goods !== undefined && !goods.posted) {
      goods.posted = true;
      onHand += goods.count;
      facts.push(delta(sequence, goods.count, { received: received([goods]) }));
    } else if (draw < 0.5) {
      const change = below(5) - 2;
      onHand += change;
      facts.push(delta(sequence, change));
    } else if (draw < 0.88) {
      const told = orders.filter(() => random() < 0.6);
      for (const one of told) if (random() < 0.3) one.shipped = one.count;
      const rows = told.map(({ name, count, shipped }) => [name, [count - shipped, shipped]] as const);
      facts.push(apart(sequence, Object.fromEntries(rows), { report: random() < 0.7 ? 'complete' : 'partial' }));
    } else if (goods !== undefined) {
      const on = random() < 0.5 ? goods.on : addDays(today, below(4));
      facts.push(receipt(goods.name, sequence, random() < 0.2 ? 0 : goods.count, on));
    }
  }
  return facts;
}

/** Facts in any order, some again, and between them what channels ask for and take back, while the clock goes on. */
export function someLog(random: () => number): readonly AvailabilityEvent[] {
  const below = (count: number) => Math.floor(random() * count);
  const facts = [...someFacts(random)];
  const log: AvailabilityEvent[] = [];
  let seconds = 0;
  for (let left = 22; left > 0; left--) {
    seconds += below(30);
    const at = second(seconds);
    const name = `r${below(4)}`;
    const draw = random();
    if (draw < 0.45) {
      const index = below(facts.length);
      const [fact] = random() < 0.3 ? facts.slice(index) : facts.splice(index, 1);
      if (fact !== undefined) log.push({ ...fact, at });
      else break;
    } else if (draw < 0.7) {
      const on = random() < 0.4 ? { on: addDays(today, below(4)) } : {};
      log.push(request(name, 1 + (Number(name.slice(1)) % 3), { at, ...on }));
    } else if (draw < 0.85) log.push(confirm(name, `E-${name}`, { at }));
    else if (draw < 0.95) log.push(release(name, { at, ...(random() < 0.3 && { remaining: pieces(1) }) }));
    else log.push({ key: `tick-${left}`, at, type: 'timer.fired', timer: 'day' });
  }
  return log;
}
