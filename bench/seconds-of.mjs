/**
 * Seconds that one run of a job takes: the median of as many as fit in `leastSeconds`, one at least. What was thrown away
 * before is collected first, where node was started with --expose-gc; what the job throws away is part of its time.
 */
export async function secondsOf(job, leastSeconds) {
  globalThis.gc?.();
  const times = [];
  let total = 0;
  do {
    const from = performance.now();
    await job();
    const seconds = (performance.now() - from) / 1000;
    times.push(seconds);
    total += seconds;
  } while (total < leastSeconds);
  return times.sort((one, other) => one - other)[times.length >> 1];
}
