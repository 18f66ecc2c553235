/** What connected viewers are told: that orders have changed. Which ones is not sent: viewers ask for what they show. */
export interface LiveNews {
  readonly at: string;
  readonly orders: number;
}

/** Those who listen for news. */
export interface Live {
  /** Ends when the signal does. Rejects with a RangeError when too many listen. */
  listen(signal: AbortSignal): AsyncGenerator<LiveNews>;
  tell(news: LiveNews): void;
  /** Whether nobody more may listen. */
  readonly isFull: boolean;
  readonly listeners: number;
}

/** So many may listen to one server at once; each costs a connection. */
const mostListeners = 200;

export function createLive(most = mostListeners): Live {
  const wakes = new Set<(news: LiveNews) => void>();
  return {
    get isFull() {
      return wakes.size >= most;
    },
    get listeners() {
      return wakes.size;
    },
    tell: (news) => {
      for (const wake of wakes) wake(news);
    },
    async *listen(signal) {
      if (wakes.size >= most) throw new RangeError(`${most} viewers listen already.`);
      // Who is slow is told the last of several.
      let waiting: LiveNews | undefined;
      let wake: () => void = () => {};
      const hear = (news: LiveNews) => {
        waiting = news;
        wake();
      };
      const end = () => wake();
      wakes.add(hear);
      signal.addEventListener('abort', end);
      try {
        while (!signal.aborted) {
          if (waiting === undefined) await new Promise<void>((resolve) => (wake = resolve));
          const news = waiting;
          waiting = undefined;
          if (news !== undefined && !signal.aborted) yield news;
        }
      } finally {
        wakes.delete(hear);
        signal.removeEventListener('abort', end);
      }
    },
  };
}
