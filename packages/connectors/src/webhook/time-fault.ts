/**
 * Whether an instant is further from now than is tolerated, and which way. All in milliseconds, but the tolerance. Throws a
 * TypeError for a clock that is no number: against that nothing would ever be old.
 */
export function timeFault(
  at: number,
  now: number,
  toleranceSeconds: number,
): 'too-old' | 'from-the-future' | undefined {
  if (!Number.isFinite(now)) throw new TypeError('now is a number of milliseconds since 1970');
  const tolerance = toleranceSeconds * 1000;
  if (now - at > tolerance) return 'too-old';
  if (at - now > tolerance) return 'from-the-future';
  return undefined;
}
