import { retryAfter } from '../http/retry-after.ts';
import type { Limit, RetryHeader } from '../port/policy.ts';
import { FairQueues, type Waiting } from './fair-queues.ts';
import { gaugeOf } from './gauge-of.ts';
import { isThrottled } from './is-throttled.ts';
import type {
  AcquireRequest,
  LimitedAnswer,
  Limiter,
  LimiterOptions,
  LimiterRefusal,
  Permit,
  Priority,
  Timer,
} from './limiter.ts';
import { type Entry, Scope } from './scope.ts';
import { SteadyClock } from './steady-clock.ts';

/** No timer is set for longer; platforms hold 2^31 ms at most. */
const longestTimer = 60 * 60_000;

/** What is said where nothing tells how long it takes. */
const unknownWait = 1000;

/** A request as it waits. */
interface Request {
  readonly lane: Scope | undefined;
  readonly cost: number;
  /** On the steady clock. */
  readonly deadline: number;
  readonly resolve: (answer: Permit | LimiterRefusal) => void;
  readonly detach: () => void;
}

/** Lets requests through as limits have room: one queue for each lane and priority, one timer for all. */
export class Scheduler implements Limiter {
  readonly #shared: Scope;
  readonly #lanes = new Map<string, Scope>();
  readonly #queues = new FairQueues<Request>();
  readonly #clock: SteadyClock;
  readonly #wall: () => number;
  readonly #timer: Timer;
  readonly #retryHeaders: readonly RetryHeader[];
  readonly #throttleCodes: ReadonlySet<string>;
  readonly #maximumWaiting: number;
  #cancelTimer: (() => void) | undefined;
  /** When the timer is due; Infinity without one. */
  #due = Number.POSITIVE_INFINITY;
  /** No deadline of those who wait is before. */
  #soonest = Number.POSITIVE_INFINITY;

  constructor(limits: readonly Limit[], options: LimiterOptions) {
    const { now, random = Math.random } = options;
    const gauges = limits.map(gaugeOf);
    const scopeOf = (lane: string | undefined) =>
      new Scope(
        lane,
        gauges.filter((gauge) => gauge.lane === lane),
        random,
      );
    this.#shared = scopeOf(undefined);
    for (const { lane } of gauges) if (lane !== undefined) this.#lanes.set(lane, scopeOf(lane));
    this.#wall = now ?? Date.now;
    this.#clock = new SteadyClock(options.monotonic ?? now ?? performance.now.bind(performance));
    this.#timer = options.timer ?? platformTimer;
    this.#retryHeaders = options.retryHeaders ?? [{ name: 'retry-after', unit: 'seconds or date' }];
    this.#throttleCodes = new Set(options.throttleCodes ?? ['THROTTLED', 'SSS_REQUEST_LIMIT_EXCEEDED']);
    this.#maximumWaiting = options.maximumWaiting ?? 1000;
  }

  async acquire(request: AcquireRequest = {}): Promise<Permit | LimiterRefusal> {
    const { cost = 1, priority = 'normal', signal } = request;
    if (!(cost >= 0) || cost === Number.POSITIVE_INFINITY) throw new RangeError(`a cost is 0 or more, found ${cost}`);
    signal?.throwIfAborted();
    const lane = request.lane === undefined ? undefined : this.#lanes.get(request.lane);
    const now = this.#clock.now();
    if (this.#queues.size === 0 && this.#waitOf(lane, cost, now) <= 0) return this.#admit(lane, cost, now);

    const deadline = request.deadline === undefined ? Number.POSITIVE_INFINITY : now + request.deadline - this.#wall();
    const isFull = this.#queues.size >= this.#maximumWaiting;
    if (isFull || deadline !== Number.POSITIVE_INFINITY) {
      const wait = this.#waitBehindQueue(lane, priority, cost, now);
      if (isFull || now + wait > deadline) return refusal(wait);
    }
    return this.#enqueue({ lane, cost, deadline, priority, signal }, now);
  }

  #enqueue(
    {
      lane,
      cost,
      deadline,
      priority,
      signal,
    }: Omit<Request, 'resolve' | 'detach'> & {
      readonly priority: Priority;
      readonly signal: AbortSignal | undefined;
    },
    now: number,
  ): Promise<Permit | LimiterRefusal> {
    return new Promise((resolve, reject) => {
      const place = { lane: lane?.lane, priority, cost };
      const abort = () => {
        this.#queues.remove(waiting);
        reject(signal?.reason);
        this.#pump(this.#clock.now());
      };
      const detach = () => signal?.removeEventListener('abort', abort);
      const waiting = this.#queues.push(place, { lane, cost, deadline, resolve, detach });
      signal?.addEventListener('abort', abort, { once: true });
      this.#soonest = Math.min(this.#soonest, deadline);
      this.#pump(now);
    });
  }

  /** Lets go who may, and sets the timer for the next. */
  #pump(now: number): void {
    if (now >= this.#soonest) this.#refuseLate(now);
    let next = this.#next(now);
    for (; typeof next === 'object'; next = this.#next(now)) {
      this.#queues.serve(next);
      const { lane, cost, resolve, detach } = next.value;
      detach();
      resolve(this.#admit(lane, cost, now));
    }
    this.#wakeAt(this.#queues.size === 0 ? Number.POSITIVE_INFINITY : Math.min(next, this.#soonest), now);
  }

  /** Who may go now, or the instant at which somebody may. */
  #next(now: number): Waiting<Request> | number {
    let instant = Number.POSITIVE_INFINITY;
    for (const waiting of this.#queues.heads()) {
      const { lane, cost } = waiting.value;
      const own = lane?.wait(cost, now) ?? 0;
      const wait = own > 0 ? own : this.#shared.wait(cost, now);
      if (wait <= 0) return waiting;
      instant = Math.min(instant, now + wait);
      // Nobody overtakes where the limits of all hold: cheap requests would starve a dear one.
      if (own <= 0) break;
    }
    return instant;
  }

  #admit(lane: Scope | undefined, cost: number, now: number): Permit {
    const entries = [lane, this.#shared].flatMap((scope) =>
      scope === undefined ? [] : [{ scope, entry: scope.enter(cost, now) }],
    );
    let isDone = false;
    return {
      done: (answer) => {
        if (isDone) return;
        isDone = true;
        this.#settle(entries, answer, now);
      },
    };
  }

  #settle(
    entries: readonly { readonly scope: Scope; readonly entry: Entry }[],
    told: LimitedAnswer | 'notSent' | undefined,
    sentAt: number,
  ): void {
    const now = this.#clock.now();
    const notSent = told === 'notSent';
    const answer = notSent ? undefined : told;
    const saysWhen = answer?.status === 503 && this.#askedToWait(answer) !== undefined;
    const throttled = answer !== undefined && isThrottled(answer, saysWhen, this.#throttleCodes);
    const asked = throttled ? this.#askedToWait(answer) : undefined;
    const outcome = { answer, notSent, throttled, sentAt };
    for (const [index, { scope, entry }] of entries.entries()) {
      const room = entry.settle(outcome, now);
      // A lane with limits of its own is refused for itself.
      if (throttled && index === 0) {
        scope.hold.refused(asked ?? room, sentAt, entry.mark, now);
      } else if (answer === undefined || throttled) scope.hold.unknown(entry.mark);
      else scope.hold.passed(entry.mark);
    }
    if (throttled) this.#refuseLate(now);
    this.#pump(now);
  }

  /** How long the answer asks to wait. A date is taken as seen from the vendor's own clock, which may be another. */
  #askedToWait({ headers }: LimitedAnswer): number | undefined {
    const date = Date.parse(headers.get('date') ?? '');
    return retryAfter(headers, this.#retryHeaders, Number.isNaN(date) ? this.#wall() : date);
  }

  /** Those go back at once who cannot be sent before their deadline any more. */
  #refuseLate(now: number): void {
    this.#soonest = Number.POSITIVE_INFINITY;
    for (const waiting of this.#queues.all()) {
      const { lane, deadline, resolve, detach } = waiting.value;
      const held = Math.max(lane?.hold.estimate(now) ?? 0, this.#shared.hold.estimate(now));
      if (deadline > now + held) {
        this.#soonest = Math.min(this.#soonest, deadline);
        continue;
      }
      this.#queues.remove(waiting);
      detach();
      resolve(refusal(held));
    }
  }

  #waitOf(lane: Scope | undefined, cost: number, now: number): number {
    return Math.max(lane?.wait(cost, now) ?? 0, this.#shared.wait(cost, now));
  }

  #waitBehindQueue(lane: Scope | undefined, priority: Priority, cost: number, now: number): number {
    const behind = (scope: Scope | undefined) =>
      scope?.waitBehind(this.#queues.ahead(lane?.lane, priority, scope.lane), cost, now) ?? 0;
    return Math.max(behind(lane), behind(this.#shared));
  }

  /** One timer at most; one that comes too early does no harm. */
  #wakeAt(instant: number, now: number): void {
    if (instant === Number.POSITIVE_INFINITY) {
      this.#cancelTimer?.();
      this.#cancelTimer = undefined;
      this.#due = instant;
      this.#clock.expect(undefined);
    } else if (this.#cancelTimer === undefined || instant < this.#due) {
      this.#cancelTimer?.();
      const wait = Math.min(longestTimer, Math.max(1, Math.ceil(instant - now)));
      this.#due = now + wait;
      this.#clock.expect(wait);
      this.#cancelTimer = this.#timer(() => {
        this.#cancelTimer = undefined;
        this.#pump(this.#clock.now());
      }, wait);
    }
  }
}

function refusal(wait: number): LimiterRefusal {
  return { refused: true, retryAfterMs: wait > 0 ? Math.max(1, Math.ceil(wait)) : unknownWait };
}

const platformTimer: Timer = (callback, milliseconds) => {
  const id = setTimeout(callback, milliseconds);
  return () => clearTimeout(id);
};
