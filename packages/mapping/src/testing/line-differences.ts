/** Longer stretches are compared line by line, as the shortest way between them takes their product. */
const MOST_ALIGNED = 400;

/** A line that is expected and not there, there and not expected, or another one than is expected. */
export interface LineDifference {
  /** From 1, of the expected lines. */
  readonly line: number;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
}

/** How lines differ: a line more or less is one difference, and not one of all lines after it. */
export function lineDifferences(expected: readonly string[], found: readonly string[]): LineDifference[] {
  const start = sameFrom(expected, found);
  const end = sameFrom(expected.slice(start).reverse(), found.slice(start).reverse());
  const wanted = expected.slice(start, expected.length - end);
  const given = found.slice(start, found.length - end);
  const pairs = wanted.length > MOST_ALIGNED || given.length > MOST_ALIGNED ? [] : commonLines(wanted, given);
  const differing: LineDifference[] = [];
  let [at, to] = [0, 0];
  for (const [nextAt, nextTo] of [...pairs, [wanted.length, given.length] as const]) {
    for (let step = 0; step < Math.max(nextAt - at, nextTo - to); step++) {
      const line = start + Math.min(at + step, nextAt) + 1;
      const one = {
        line,
        expected: at + step < nextAt ? wanted[at + step] : undefined,
        found: to + step < nextTo ? given[to + step] : undefined,
      };
      if (one.expected !== one.found) differing.push(one);
    }
    [at, to] = [nextAt + 1, nextTo + 1];
  }
  return differing;
}

/** How many lines are the same from the beginning. */
function sameFrom(expected: readonly string[], found: readonly string[]): number {
  const at = expected.findIndex((line, index) => line !== found[index]);
  return at < 0 ? Math.min(expected.length, found.length) : at;
}

/** Places of the lines of a longest common subsequence, in both. */
function commonLines(wanted: readonly string[], given: readonly string[]): (readonly [number, number])[] {
  const rows: number[][] = [Array.from({ length: given.length + 1 }, () => 0)];
  for (const line of wanted.toReversed()) {
    const below = rows.at(-1) ?? [];
    const row = [0];
    for (const [index, other] of given.toReversed().entries()) {
      const [left = 0, above = 0, diagonal = 0] = [row[index], below[index + 1], below[index]];
      row.push(line === other ? diagonal + 1 : Math.max(left, above));
    }
    rows.push(row);
  }
  const length = (at: number, to: number) => rows[wanted.length - at]?.[given.length - to] ?? 0;
  const pairs: (readonly [number, number])[] = [];
  let [at, to] = [0, 0];
  while (at < wanted.length && to < given.length) {
    if (wanted[at] === given[to]) pairs.push([at++, to++]);
    else if (length(at + 1, to) >= length(at, to + 1)) at++;
    else to++;
  }
  return pairs;
}
