import { type AdvanceOptions, advance } from './advance.ts';

/** Turns the ledger's orders from step to step. */
export interface Wheel {
  /** Something may be due now or later: looks into the ledger and sets the timer. */
  start(): void;
  stop(): void;
}

/** After a fault of the ledger (a full disk) the same step is tried again so many milliseconds later. */
const retryAfter = 1000;

/**
 * One timer for the order that is due first, read from the ledger each time: what memory held is never needed, and one
 * step is one turn of the event loop, so that requests are answered in between.
 */
export function wheel(options: AdvanceOptions): Wheel {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const arm = (wait: number) => {
    timer = setTimeout(turn, wait);
  };
  const turn = () => {
    timer = undefined;
    try {
      advance(options);
      start();
    } catch (error) {
      process.stderr.write(`reference ERP: a step failed and is tried again: ${(error as Error).message}\n`);
      arm(retryAfter);
    }
  };
  const start = () => {
    if (stopped || timer !== undefined) return;
    const first = options.ledger.row<{ next_at: number }>(
      'SELECT next_at FROM orders WHERE next_step IS NOT NULL ORDER BY next_at, position LIMIT 1',
    );
    // A clock that was set back must not stop the wheel: no wait is longer than a step.
    if (first !== undefined) arm(Math.min(Math.max(first.next_at - Date.parse(options.now()), 0), options.step));
  };
  return {
    start,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
