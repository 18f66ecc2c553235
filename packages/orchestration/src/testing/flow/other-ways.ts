import type { Flow } from './flow.ts';
import type { FlowEvent } from './flow-event.ts';
import { type Arrival, writtenArrivals } from './play-flow.ts';

/** A way in which a scenario may arrive, with what happened to it. */
export interface OtherWay {
  readonly what: string;
  readonly arrivals: readonly Arrival[];
}

/** Facts from outside: they may come in any order, and again. Answers, persons and clocks have their place. */
const facts: ReadonlySet<FlowEvent['event']> = new Set([
  '850 received',
  '860 received',
  'erp accepted',
  '945 received',
  'shipped',
  'load closed',
  'invoice posted',
  'credit memo posted',
  'invoice voided',
  '820 received',
  'payment confirmed',
  'rma granted',
  'return received',
  'inspected',
]);

/**
 * Other ways in which the facts of a scenario may arrive: repeated, told once more by another message, and, unless it is
 * about their order, permuted between the events that have their place. What a message says, its instant included, stays.
 */
export function otherWays(flow: Flow, most: number): readonly OtherWay[] {
  const straight = writtenArrivals(flow).map((arrival) => (isFact(arrival) ? arrival : { event: arrival.event }));
  const repeated = straight.flatMap((arrival) => (isFact(arrival) ? [arrival, arrival] : [arrival]));
  const last = new Date(flow.when.at(-1)?.at ?? 0).toISOString();
  const again = straight.flatMap((arrival) => (isRetold(arrival) ? [anew(arrival, last)] : []));
  return [
    { what: 'with every fact told twice', arrivals: repeated },
    { what: 'with every fact told again in the end', arrivals: [...straight, ...again] },
    ...(flow.inOrder === undefined ? permuted(straight, most) : []),
  ];
}

function isFact({ event }: Arrival): boolean {
  return facts.has(event.event);
}

/** A purchase order under another control number is a purchase order that came again: its purpose says what that means. */
function isRetold({ event }: Arrival): boolean {
  return facts.has(event.event) && event.event !== '850 received';
}

/** The same words in another message, later. */
function anew({ event, messages = [] }: Arrival, at: string): Arrival {
  const retold = messages.map(({ id, events }) => ({
    id,
    events: events.map((told, index) => ({ ...told, at, key: `again/${index}/${told.key}` })),
  }));
  return { event, messages: retold };
}

function permuted(straight: readonly Arrival[], most: number): readonly OtherWay[] {
  const runs = runsOf(straight);
  const ways: OtherWay[] = [];
  const count = runs.reduce((product, run) => product * factorial(run.length), 1);
  const step = Math.max(1, Math.floor(count / most));
  for (let index = 1; index < count && ways.length < most; index += step) {
    const order = [...straight.keys()];
    let rest = index;
    for (const run of runs) {
      const places = permutation(run.length, rest % factorial(run.length));
      rest = Math.floor(rest / factorial(run.length));
      for (const [at, place] of places.entries()) order[run[at] ?? 0] = run[place] ?? 0;
    }
    const arrivals = order.flatMap((from) => straight[from] ?? []);
    ways.push({ what: `in the order ${order.map((place) => place + 1).join(' ')}`, arrivals });
  }
  return ways;
}

/** Places of facts that stand side by side. */
function runsOf(straight: readonly Arrival[]): readonly (readonly number[])[] {
  const runs: number[][] = [[]];
  for (const [index, arrival] of straight.entries()) {
    if (isFact(arrival)) runs.at(-1)?.push(index);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}

/** The n-th permutation of so many places, in the order of a dictionary. */
function permutation(length: number, n: number): readonly number[] {
  const left = Array.from({ length }, (_, index) => index);
  let rest = n;
  return Array.from({ length }, (_, index) => {
    const size = factorial(length - 1 - index);
    const [place = 0] = left.splice(Math.floor(rest / size), 1);
    rest %= size;
    return place;
  });
}
