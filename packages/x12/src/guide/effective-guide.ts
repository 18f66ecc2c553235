import type { Guide } from './guide.ts';

/**
 * The version of a guide in force on a day (`2026-01-31`): of those whose time holds it, the one that began last.
 * Undefined where none does.
 */
export function effectiveGuide(versions: readonly Guide[], day: string): Guide | undefined {
  let latest: Guide | undefined;
  for (const guide of versions) {
    const { from = '', to } = guide.effective ?? {};
    const isInForce = from <= day && (to === undefined || day <= to);
    if (isInForce && (latest === undefined || from >= (latest.effective?.from ?? ''))) latest = guide;
  }
  return latest;
}
