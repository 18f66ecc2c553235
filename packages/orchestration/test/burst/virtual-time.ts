/** Time that passes only when it is told to: everything that waits is woken in order, and no clock of the machine is read. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** The same as an ISO instant. */
  clock(): string;
  sleep(milliseconds: number): Promise<void>;
  /** When the next sleeper wakes. */
  next(): number | undefined;
  /** Goes on to an instant, wakes who is due, and comes back when all that follows from it has happened. */
  moveTo(instant: number): Promise<void>;
  /** Comes back when nothing more happens by itself. */
  settle(): Promise<void>;
}

export function virtualTime(start: string): VirtualTime {
  let now = Date.parse(start);
  let order = 0;
  const sleepers: Sleeper[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    clock: () => new Date(now).toISOString(),
    sleep: (milliseconds) =>
      new Promise((wake) => {
        insert(sleepers, { at: now + milliseconds, order: order++, wake });
      }),
    next: () => sleepers[0]?.at,
    async moveTo(instant) {
      now = instant;
      for (let first = sleepers[0]; first !== undefined && first.at <= now; first = sleepers[0]) {
        sleepers.shift();
        first.wake();
        await settle();
      }
    },
    settle,
  };
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  wake(): void;
}

/** A handful sleep at a time: each looks for its place from the end. */
function insert(sleepers: Sleeper[], sleeper: Sleeper): void {
  let place = sleepers.length;
  while (place > 0 && (sleepers[place - 1]?.at ?? 0) > sleeper.at) place--;
  sleepers.splice(place, 0, sleeper);
}
