/** What identifies one of several items. */
export interface Keyed {
  readonly key: string | undefined;
}

/** Two items that are one, or one that only one side has: `from` is its index before, `to` after. */
export interface Match {
  readonly key: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Whether it stands at another place among those that both sides have. */
  readonly isMoved: boolean;
}

/**
 * Pairs items of two lists by key; of several with one key, the first goes with the first. Those that both have come in
 * their order after, each removed one behind those that stood before it. In time n log n.
 */
export function matchItems<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => Keyed): Match[] {
  const places = new Map<string | undefined, number[]>();
  before.forEach((item, index) => {
    const { key } = keyOf(item);
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  });
  // Taken from the end, so the first is the last.
  for (const list of places.values()) list.reverse();
  const pairs = after.map((item, to) => {
    const { key } = keyOf(item);
    return { key, from: places.get(key)?.pop(), to };
  });
  const inOrder = longestRise(pairs.flatMap(({ from }) => (from === undefined ? [] : [from])));
  const removed = [...places].flatMap(([key, list]) => list.map((from) => ({ key, from, isMoved: false })));
  removed.sort((one, other) => one.from - other.from);
  const matches: Match[] = [];
  let gone = 0;
  for (const { key, from, to } of pairs) {
    const stays = from === undefined || inOrder.has(from);
    if (from !== undefined && stays)
      for (let one = removed[gone]; one !== undefined && one.from < from; one = removed[++gone]) matches.push(one);
    matches.push({ key, from, to, isMoved: !stays });
  }
  return [...matches, ...removed.slice(gone)];
}

/** The longest part of a list of different numbers that rises (patience sorting). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** Index of the smallest end of a rise of each length. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? ends[low - 1] : undefined);
    ends[low] = index;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(numbers[at] as number);
  return rise;
}
