import type { Priority } from './limiter.ts';

/** How many places each gets of 21 where all wait. */
const weights: Readonly<Record<Priority, number>> = { urgent: 16, normal: 4, bulk: 1 };

/** Something that waits, as a link of its queue. */
export interface Waiting<T> {
  readonly lane: string | undefined;
  readonly priority: Priority;
  readonly cost: number;
  readonly value: T;
  previous: Waiting<T> | undefined;
  next: Waiting<T> | undefined;
}

interface Queue<T> {
  readonly lane: string | undefined;
  readonly priority: Priority;
  first: Waiting<T> | undefined;
  last: Waiting<T> | undefined;
  /** How many wait, and what they cost together. */
  requests: number;
  cost: number;
  /** Grows with each that goes, slower with more weight: whose is least is next. */
  pass: number;
}

/** Queues in order of arrival, one for each lane and priority, served by weight (stride scheduling, Waldspurger 1995). */
export class FairQueues<T> {
  readonly #queues: Queue<T>[] = [];
  #pass = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push({ lane, priority, cost }: Pick<Waiting<T>, 'lane' | 'priority' | 'cost'>, value: T): Waiting<T> {
    const queue = this.#queueOf(lane, priority);
    // Whoever was not there has saved up nothing.
    if (queue.first === undefined) queue.pass = Math.max(queue.pass, this.#pass);
    const waiting: Waiting<T> = { lane, priority, cost, value, previous: queue.last, next: undefined };
    if (queue.last === undefined) queue.first = waiting;
    else queue.last.next = waiting;
    queue.last = waiting;
    queue.requests++;
    queue.cost += cost;
    this.#size++;
    return waiting;
  }

  /** The first of each queue, in the order in which they may go. */
  heads(): Waiting<T>[] {
    const waiting = this.#queues.filter(({ first }) => first !== undefined);
    if (waiting.length > 1) waiting.sort((one, other) => one.pass - other.pass || weightOf(other) - weightOf(one));
    return waiting.flatMap(({ first }) => first ?? []);
  }

  /** It goes. */
  serve(waiting: Waiting<T>): void {
    const queue = this.#queueOf(waiting.lane, waiting.priority);
    this.#pass = Math.max(this.#pass, queue.pass);
    queue.pass += 1 / weightOf(queue);
    this.remove(waiting);
  }

  /** It waits no longer. */
  remove(waiting: Waiting<T>): void {
    const queue = this.#queueOf(waiting.lane, waiting.priority);
    if (waiting.previous === undefined) queue.first = waiting.next;
    else waiting.previous.next = waiting.next;
    if (waiting.next === undefined) queue.last = waiting.previous;
    else waiting.next.previous = waiting.previous;
    queue.requests--;
    queue.cost -= waiting.cost;
    this.#size--;
  }

  /**
   * What will go before one more of a lane and priority, at most: all of its queue, and of each other what its weight allows.
   * `within`: only of that lane.
   */
  ahead(lane: string | undefined, priority: Priority, within: string | undefined): { cost: number; requests: number } {
    const own = this.#queueOf(lane, priority);
    const sum = { cost: own.cost, requests: own.requests };
    for (const queue of this.#queues) {
      if (queue === own || queue.requests === 0 || (within !== undefined && queue.lane !== within)) continue;
      const requests = Math.min(queue.requests, ((own.requests + 1) * weightOf(queue)) / weightOf(own));
      sum.requests += requests;
      sum.cost += (queue.cost * requests) / queue.requests;
    }
    return sum;
  }

  *all(): Generator<Waiting<T>> {
    for (const { first } of this.#queues) {
      for (let waiting = first; waiting !== undefined; ) {
        const { next }: Waiting<T> = waiting;
        yield waiting;
        waiting = next;
      }
    }
  }

  #queueOf(lane: string | undefined, priority: Priority): Queue<T> {
    const known = this.#queues.find((queue) => queue.lane === lane && queue.priority === priority);
    if (known !== undefined) return known;
    const queue: Queue<T> = {
      lane,
      priority,
      first: undefined,
      last: undefined,
      requests: 0,
      cost: 0,
      pass: this.#pass,
    };
    this.#queues.push(queue);
    return queue;
  }
}

function weightOf({ priority }: { readonly priority: Priority }): number {
  return weights[priority];
}
