/**
 * A number of things, as it was given.
 *
 * @throws RangeError when it is no whole number, or below the least.
 */
export function countOf(what: string, count: number, least = 0): number {
  if (Number.isSafeInteger(count) && count >= least) return count;
  throw new RangeError(`${what} is a whole number from ${least} on: ${count} is none`);
}
