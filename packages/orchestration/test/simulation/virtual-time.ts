/** A clock that nobody waits for: things happen in the order of their instants. */
export interface VirtualTime {
  now(): number;
  /** The instant as ISO UTC. */
  clock(): string;
  /** Something that happens so many seconds from now, at a whole second: what comes at the same one comes at once. */
  after(seconds: number, what: () => Promise<void>): void;
  /** Takes what is due now. */
  due(): readonly (() => Promise<void>)[];
  /** Instant of the next thing; undefined when nothing will happen any more. */
  next(): number | undefined;
  moveTo(instant: number): void;
}

interface Planned {
  readonly at: number;
  readonly place: number;
  readonly what: () => Promise<void>;
}

export function virtualTime(start: string): VirtualTime {
  let now = Date.parse(start);
  let shown = new Date(now).toISOString();
  let place = 0;
  const planned: Planned[] = [];
  return {
    now: () => now,
    clock: () => shown,
    after: (seconds, what) => {
      const one = { at: Math.ceil(now / 1000 + seconds) * 1000, place: place++, what };
      let index = planned.length;
      while (index > 0 && (planned[index - 1]?.at ?? 0) > one.at) index--;
      planned.splice(index, 0, one);
    },
    due: () => {
      const count = planned.findIndex(({ at }) => at > now);
      return planned.splice(0, count < 0 ? planned.length : count).map(({ what }) => what);
    },
    next: () => planned[0]?.at,
    moveTo: (instant) => {
      if (Math.round(instant) <= now) return;
      now = Math.round(instant);
      shown = new Date(now).toISOString();
    },
  };
}
