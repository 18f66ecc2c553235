/** Bounds of a time are quarter powers of two: what is read back is at most a fifth more than what was. */
const parts = 4;

/** How long something took, in hours, as the number of the bucket that is counted: the bounds of both are its own. */
export const bucket = {
  of: (hours: number): number => Math.ceil(parts * Math.log2(Math.max(hours, 1 / 64))),
  /** The upper bound of a bucket, in hours. */
  hours: (index: number): number => 2 ** (index / parts),
};
