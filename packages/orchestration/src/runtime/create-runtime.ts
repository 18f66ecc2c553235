import { checkOptions } from './check-options.ts';
import { checkedEvents } from './checked-events.ts';
import { type Dispatch, dispatch } from './dispatch.ts';
import { fireTimers } from './fire-timers.ts';
import type { AppendResult, Batch, EffectNotice } from './journal.ts';
import { acceptance, type Pressure, pressure } from './pressure.ts';
import { type Reviewed, type ReviewRequest, review } from './review.ts';
import { type RunOptions, run } from './run.ts';
import { runningOf } from './running.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import { type StopOptions, stop } from './stop.ts';
import { type WorkOptions, waiting, work } from './work.ts';

/** Orders that move: events in, effects performed, everything committed. Several may work on one journal. */
export interface Runtime {
  /**
   * Brings events to their orders and commits everything that follows from them, with `batch`, in one transaction. A
   * version conflict is tried again on the new state; any other conflict is answered and nothing is committed. Rejects with
   * a `WrongEvent` when one of the events is none (`checkEvent`); what `decide` answers is taken as it is.
   */
  dispatch(dispatches: Dispatch | readonly Dispatch[], batch?: Omit<Batch, 'streams'>): Promise<AppendResult>;
  /**
   * Claims what is due, performs it, commits what came of it. Answers how many effects were claimed. Rejects when the
   * journal fails, after all of them have ended.
   */
  work(options?: WorkOptions): Promise<number>;
  /**
   * Performs the one effect that a queue has told of: claims it, performs it, commits what came of it. False when it is
   * not to be had now, because it is settled, not due, another's, behind another one of its order, or its lane is full;
   * what is still in the outbox then comes with a later `work`. Rejects when the journal fails.
   */
  perform(key: string): Promise<boolean>;
  /** What `work` would take now, in that order, without taking it. */
  waiting(options?: WorkOptions): Promise<readonly EffectNotice[]>;
  /** Fires the timers that are due, `limit` of them at most (100 when absent). Answers how many. */
  fireTimers(limit?: number): Promise<number>;
  /**
   * After a deployment: has this release look at some of the orders of earlier ones, and issue what it owes for them. Call it
   * until `isDone`, beside `work`.
   */
  review(request: ReviewRequest): Promise<Reviewed>;
  /** After a restart: gives the claims of the dead process back. They come again as `reclaimed`. */
  recover(): Promise<void>;
  /**
   * What a process does all day: fires timers and performs effects, `concurrency` at once, until the signal aborts; then
   * ends what was begun, as `stop` does. Any number of processes run on one journal, each under its own worker name.
   */
  run(options: RunOptions): Promise<void>;
  /**
   * Begins no effect and no timer any more, and resolves when what was begun has ended: by itself, or aborted after the
   * grace. Events that are brought meanwhile are still committed.
   */
  stop(options?: StopOptions): Promise<void>;
  /** How much waits in the outbox now. */
  pressure(): Promise<Pressure>;
  /** False when more than `mostWaiting` waits, or when the runtime stops: an intake then answers 503. */
  accepts(): Promise<boolean>;
}

/**
 * Runs the pure machine on a journal: open, transition, append; claim, perform, settle. What it remembers, the journal has.
 *
 * @throws RangeError when lease, timeouts and the policy's look-up wait do not fit together, a performer is missing, the worker
 * has no name, or the clock answers no instant in UTC with milliseconds.
 */
export function createRuntime(options: RuntimeOptions): Runtime {
  checkOptions(options);
  const running = runningOf(options);
  const { inHand, journal, worker } = running;
  return {
    dispatch: async (dispatches, batch = {}) => {
      const checked = listOf(dispatches).map((one) => ({ ...one, events: checkedEvents(one.id, one.events) }));
      const result = await dispatch(running, checked, batch);
      running.waiter.wake();
      return result;
    },
    work: (workOptions = {}) => inHand.hold(work(running, workOptions)),
    perform: async (key) => (await inHand.hold(work(running, { limit: 1, keys: [key] }))) > 0,
    waiting: (workOptions = {}) => waiting(running, workOptions),
    fireTimers: (limit = 100) => inHand.hold(fireTimers(running, limit)),
    run: (runOptions) => run(running, runOptions),
    review: async (request) => {
      const reviewed = await inHand.hold(review(running, request));
      if (reviewed.moved > 0) running.waiter.wake();
      return reviewed;
    },
    recover: () => journal.release(worker),
    stop: (stopOptions = {}) => stop(running, stopOptions),
    pressure: () => pressure(running),
    accepts: acceptance(running),
  };
}

function listOf(dispatches: Dispatch | readonly Dispatch[]): readonly Dispatch[] {
  return 'id' in dispatches ? [dispatches] : dispatches;
}
