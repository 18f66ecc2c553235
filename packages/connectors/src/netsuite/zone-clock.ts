/** A span of local times that the clocks of a zone show twice: `from` and before `until`. It is over at the instant `ends`. */
export interface RepeatedHour {
  readonly from: string;
  readonly until: string;
  readonly ends: string;
}

/** The clocks of a zone. Local times are `2026-11-01T01:30:00`. */
export interface ZoneClock {
  local(instant: string): string;
  /** The instant of a local time; the first of the two in the hour that a zone repeats in autumn. A text that is none stays. */
  instant(local: string): string;
  /** The repeated hour that a local time is in. */
  repeated(local: string): RepeatedHour | undefined;
}

const day = 86_400_000;

/** Makes the clock of a zone, `America/New_York`, of its function from instants to local times. */
export function zoneClock(local: (instant: string) => string): ZoneClock {
  const localAt = (time: number) => local(new Date(time).toISOString());
  const offsetAt = (time: number) => Date.parse(`${localAt(time)}Z`) - Math.floor(time / 1000) * 1000;
  const offsetsAround = (text: string) => {
    const time = Date.parse(`${text}Z`);
    return { time, before: offsetAt(time - day), after: offsetAt(time + day) };
  };
  return {
    local,
    instant: (text) => {
      if (isNone(text)) return text;
      const { time, before, after } = offsetsAround(text);
      return new Date(localAt(time - before) === text ? time - before : time - after).toISOString();
    },
    repeated: (text) => {
      if (isNone(text)) return undefined;
      const { time, before, after } = offsetsAround(text);
      const [first, second] = [time - before, time - after];
      if (!(first < second) || localAt(first) !== text || localAt(second) !== text) return undefined;
      const turned = turnBetween(first, second, (at) => offsetAt(at) === before);
      return {
        from: textOf(turned + after),
        until: textOf(turned + before),
        ends: new Date(turned + before - after).toISOString(),
      };
    },
  };
}

/** The first whole second at which clocks are no longer as they were. */
function turnBetween(first: number, second: number, isBefore: (time: number) => boolean): number {
  let [low, high] = [first, second];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** Also far from now, where a day more or less is written in another form, or is no time at all. */
function isNone(local: string): boolean {
  return !/^[1-8]\d{3}-/.test(local) || Number.isNaN(Date.parse(`${local}Z`));
}

function textOf(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}
