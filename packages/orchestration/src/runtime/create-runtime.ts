import type { OrderEvent } from '../word/event.ts';
import { type Dispatch, dispatch } from './dispatch.ts';
import type { AppendResult, Batch } from './journal.ts';
import { runEffect } from './run-effect.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/** How much of the outbox one call of `work` takes. */
export interface WorkOptions {
  /** Most effects to claim in this call; 16 when absent. All of them are performed at the same time. */
  readonly limit?: number | undefined;
  /** Only these lanes (`erp:<id>`, `partner:<id>`, `shop:<id>`, `local`); all when absent. */
  readonly lanes?: readonly string[] | undefined;
}

/** Orders that move: events in, effects performed, everything committed. Several may work on one journal. */
export interface Runtime {
  /**
   * Brings events to their orders and commits everything that follows from them, with `batch`, in one transaction. A
   * version conflict is tried again on the new state; any other conflict is answered and nothing is committed.
   */
  dispatch(dispatches: Dispatch | readonly Dispatch[], batch?: Omit<Batch, 'streams'>): Promise<AppendResult>;
  /**
   * Claims what is due, performs it, commits what came of it. Answers how many effects were claimed. Rejects when the
   * journal fails, after all of them have ended.
   */
  work(options?: WorkOptions): Promise<number>;
  /** Fires the timers that are due, `limit` of them at most (100 when absent). Answers how many. */
  fireTimers(limit?: number): Promise<number>;
  /** After a restart: gives the claims of the dead process back. They come again as `reclaimed`. */
  recover(): Promise<void>;
}

/** Runs the pure machine on a journal: load, transition, append; claim, perform, settle. It holds no state of its own. */
export function createRuntime(options: RuntimeOptions): Runtime {
  return {
    dispatch: (dispatches, batch = {}) => dispatch(options, listOf(dispatches), batch),
    work: (work = {}) => runEffects(options, work),
    fireTimers: (limit = 100) => fireTimers(options, limit),
    recover: () => options.journal.release(options.worker),
  };
}

function listOf(dispatches: Dispatch | readonly Dispatch[]): readonly Dispatch[] {
  return 'id' in dispatches ? [dispatches] : dispatches;
}

async function runEffects(options: RuntimeOptions, { limit = 16, lanes }: WorkOptions): Promise<number> {
  const { journal, clock, worker, lease = 60_000 } = options;
  const claimed = await journal.claim({ now: clock(), worker, limit, lease, lanes });
  // All of them end before a failure is told, so that nothing runs on behind the caller's back.
  const ended = await Promise.allSettled(claimed.map((claim) => runEffect(options, claim)));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return claimed.length;
}

async function fireTimers(options: RuntimeOptions, limit: number): Promise<number> {
  const now = options.clock();
  const due = await options.journal.due(now, limit);
  for (const { id, timer, due: at } of due) {
    const event: OrderEvent = { type: 'timer.fired', timer, key: `timer/${timer}/${at}`, at: now, v: 2 };
    await dispatch(options, [{ id, events: [event] }], {});
  }
  return due.length;
}
