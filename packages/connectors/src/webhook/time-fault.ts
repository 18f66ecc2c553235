/** Whether an instant is further from now than is tolerated, and which way. All in milliseconds, but the tolerance. */
export function timeFault(
  at: number,
  now: number,
  toleranceSeconds: number,
): 'too-old' | 'from-the-future' | undefined {
  const tolerance = toleranceSeconds * 1000;
  if (now - at > tolerance) return 'too-old';
  if (at - now > tolerance) return 'from-the-future';
  return undefined;
}
