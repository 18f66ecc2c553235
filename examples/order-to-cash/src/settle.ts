import { type Note, type Policy, waiting } from '@dist/orchestration';
import { type Journal, loadOrder, type Runtime } from '@dist/orchestration/runtime';

interface Settling {
  readonly journal: Journal;
  readonly runtime: Runtime;
  readonly policy: Policy;
  /** Brings what the ERP has to tell; answers how much that was. */
  readonly follow: () => Promise<number>;
  readonly clock: () => string;
  /** Milliseconds between two looks when there is nothing to do. */
  readonly pause: number;
  /** Milliseconds without any news after which waiting is given up. */
  readonly patience: number;
}

/** How many effects are performed at the same time: an ERP that does not answer holds up one worker only. */
const workers = 6;
/** Effects that are due later than this are for another day: deadlines, long waits. */
const horizon = 60_000;

/** Runs the engine until every order waits for somebody outside: a partner, a payment, a person. Answers whether it got there. */
export async function settle(settling: Settling, news: { last: number }): Promise<boolean> {
  const { runtime, pause, follow } = settling;
  const state = { busy: 0, stopped: false };
  const loop = async (step: () => Promise<number>) => {
    while (!state.stopped) {
      state.busy++;
      const done = await step().finally(() => state.busy--);
      if (done > 0) news.last = Date.now();
      else await sleep(pause);
    }
  };
  const loops = Array.from({ length: workers }, () => loop(() => runtime.work({ limit: 4 })));
  loops.push(loop(follow));
  loops.push(loop(() => runtime.fireTimers()));
  const ended = quiet(settling, state, news).finally(() => {
    state.stopped = true;
  });
  const [calm] = await Promise.all([ended, ...loops]);
  return calm;
}

/** The note handler that keeps `news` up to date. */
export function noteNews(news: { last: number }, tell: (note: Note) => void): (note: Note) => void {
  return (note) => {
    news.last = Date.now();
    tell(note);
  };
}

async function quiet(settling: Settling, state: { stopped: boolean }, news: { last: number }): Promise<boolean> {
  const { pause, patience } = settling;
  for (let calm = 0; calm < 2; ) {
    await sleep(pause);
    if (state.stopped) return false;
    if (Date.now() - news.last > patience) return false;
    calm = (await isQuiet(settling)) ? calm + 1 : 0;
  }
  return true;
}

async function isQuiet({ journal, policy, clock }: Settling): Promise<boolean> {
  const next = await journal.next();
  if (next !== undefined && Date.parse(next) < Date.parse(clock()) + horizon) return false;
  for await (const id of journal.orders()) {
    const stored = await loadOrder(journal, id, policy);
    if (stored && ['us', 'erp'].includes(waiting(stored.state, policy).on)) return false;
  }
  return true;
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
