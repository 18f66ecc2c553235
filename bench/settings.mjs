/** Sizes in bytes, of files that are made for it. */
export const settings = {
  rounds: 5,
  /** How often rows that fail are measured again, each time with two rounds more. */
  retries: 0,
  /** How long each is run before it counts, and in each round at least. */
  warmSeconds: 2,
  leastSeconds: 0.4,
  checkBytes: 2_000_000,
  /** One interchange of a hundred and some orders, and many of them at once. */
  typedBytes: 200_000,
  manyTypedBytes: 4_000_000,
  readBytes: 10_000_000,
  serializeBytes: 10_000_000,
  streamBytes: 100_000_000,
  largeBytes: 1_000_000_000,
  wholeBytes: 100_000_000,
  giantBytes: 100_000_000,
  giantTimes: 10,
  replayEvents: 1_000_000,
  postgresOrders: 1000,
};

/**
 * For CI: the same rows in a minute or so, less exact, because what Node itself takes weighs more. Another program on the machine
 * may spoil a round or two, or a minute: only what is far off again and again is.
 */
export const shortSettings = {
  ...settings,
  rounds: 3,
  retries: 5,
  warmSeconds: 1,
  leastSeconds: 0.2,
  readBytes: 2_000_000,
  serializeBytes: 2_000_000,
  // Each is streamed by a fresh process: of a smaller file, its start and what it has yet to compile would be a good part.
  streamBytes: 80_000_000,
  largeBytes: 200_000_000,
  wholeBytes: 50_000_000,
  giantBytes: 20_000_000,
  giantTimes: 4,
  replayEvents: 100_000,
  postgresOrders: 200,
};
