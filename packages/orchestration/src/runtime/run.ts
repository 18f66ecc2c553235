import { claim } from './claim.ts';
import { countOf } from './count-of.ts';
import { endedAll } from './ended-all.ts';
import { fireTimers } from './fire-timers.ts';
import type { Claimed } from './journal.ts';
import { runEffect } from './run-effect.ts';
import type { Running } from './running.ts';
import { type StopOptions, stop } from './stop.ts';

/** How a process works through the outbox until it is told to end. */
export interface RunOptions extends StopOptions {
  /** Its abort ends the run, as `stop` does. */
  readonly signal: AbortSignal;
  /** Most effects at work at once; 16 when absent. */
  readonly concurrency?: number | undefined;
  /** Only these lanes (`erp:<id>`, `partner:<id>`, `shop:<id>`, `local`); all when absent. */
  readonly lanes?: readonly string[] | undefined;
  /** Milliseconds until it looks for what other processes have brought; 1,000 when absent. What this one is told wakes it. */
  readonly pollMs?: number | undefined;
  /**
   * Called when the journal fails; the run goes on after 1, 2, 4 … 30 seconds. It must not throw. Without it the run ends
   * what it has begun and rejects.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Most milliseconds between two attempts to reach a journal that fails. */
const longestPause = 30_000;

/** Fires timers and performs effects until the signal aborts; then ends what was begun. */
export async function run(running: Running, options: RunOptions): Promise<void> {
  const { signal, onError, concurrency = 16, pollMs = 1000 } = options;
  countOf('concurrency', concurrency, 1);
  if (!(pollMs > 0)) throw new RangeError(`pollMs is a number of milliseconds: ${pollMs} is none`);
  const at: Work = { running, options, busy: new Set(), failures: [], timersAt: Number.NEGATIVE_INFINITY };
  let failed = 0;
  while (!signal.aborted && running.inHand.isOpen()) {
    try {
      await round(at);
      failed = 0;
    } catch (error) {
      if (onError === undefined) {
        await stop(running, options);
        throw error;
      }
      onError(error);
      await running.waiter.wait(Math.min(1000 * 2 ** failed++, longestPause), signal);
    }
  }
  await stop(running, options);
}

interface Work {
  readonly running: Running;
  readonly options: RunOptions;
  readonly busy: Set<Promise<void>>;
  /** What was thrown by effects that have ended since the last round. */
  readonly failures: unknown[];
  /** When timers were last looked at, in milliseconds of the clock. */
  timersAt: number;
}

async function round(work: Work): Promise<void> {
  const { running, busy, failures, options } = work;
  const { concurrency = 16, lanes, signal } = options;
  endedAll(running, failures.splice(0).map(rejected));
  const fired = await timers(work);
  const limit = concurrency - busy.size;
  const claimed = limit > 0 ? await claim(running, { limit, lanes }) : [];
  if (claimed.length > 0 && !running.inHand.isOpen()) return giveBack(work, claimed);
  for (const one of claimed) begin(work, running.inHand.hold(runEffect(running, one)));
  if (fired === 0) await running.waiter.wait(await pause(work), signal);
}

/** The run goes on when it has ended: it may have brought more, and has made room. */
function begin({ running, busy, failures }: Work, effect: Promise<void>): void {
  const ended = effect
    .catch((error: unknown) => void failures.push(error))
    .then(() => {
      busy.delete(ended);
      running.waiter.wake();
    });
  busy.add(ended);
}

async function timers(work: Work): Promise<number> {
  const { running, options } = work;
  const now = Date.parse(running.clock());
  if (now - work.timersAt < (options.pollMs ?? 1000) && now >= work.timersAt) return 0;
  const fired = await running.inHand.hold(fireTimers(running, 100));
  if (fired < 100) work.timersAt = now;
  return fired;
}

/** Until the next effect or timer is due, and no longer than until the next look at what others have brought. */
async function pause({ running, options: { pollMs = 1000 } }: Work): Promise<number> {
  const next = await running.journal.next();
  const milliseconds = next === undefined ? 0 : Date.parse(next) - Date.parse(running.clock());
  // What is due and yet was not claimed waits for its lane, or is another's: it does not come sooner by asking.
  return milliseconds > 0 ? Math.min(pollMs, milliseconds) : pollMs;
}

/** The runtime was told to stop while the journal was asked: none of it was begun. What was begun still has its claim. */
async function giveBack({ running, busy }: Work, claimed: readonly Claimed[]): Promise<void> {
  await Promise.all(busy);
  await running.journal.release(
    running.worker,
    claimed.map(({ lease }) => lease),
  );
}

function rejected(reason: unknown): PromiseRejectedResult {
  return { status: 'rejected', reason };
}
