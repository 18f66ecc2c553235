/**
 * Seconds of the processor that one run of a job takes: the least of as many as fit in `leastSeconds`, one at least. What other
 * programs do meanwhile makes a run slower, never quicker; what the job throws away is part of its time where it was collected.
 */
export function processorSeconds(job, leastSeconds) {
  globalThis.gc?.();
  let least = Number.POSITIVE_INFINITY;
  let total = 0;
  do {
    const seconds = secondsOfOne(job);
    least = Math.min(least, seconds);
    total += seconds;
  } while (total < leastSeconds);
  return least;
}

function secondsOfOne(job) {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
