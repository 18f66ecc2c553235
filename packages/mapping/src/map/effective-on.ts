import type { PartnerMap } from './partner-map.ts';

/**
 * The map in effect on a calendar day (`CCYY-MM-DD`): of those whose `effective` dates hold the day, the one that began
 * last; of equals the first given. Undefined where none does. Throws a RangeError for a day in another form.
 */
export function effectiveOn<M extends Pick<PartnerMap, 'effective'>>(maps: readonly M[], day: string): M | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`expected a day as CCYY-MM-DD, got "${day}"`);
  const held = maps.filter(
    ({ effective }) => (effective?.from ?? '') <= day && day <= (effective?.until ?? '9999-12-31'),
  );
  return held.reduce<M | undefined>(
    (best, map) => (best === undefined || begins(map) > begins(best) ? map : best),
    undefined,
  );
}

function begins(map: Pick<PartnerMap, 'effective'>): string {
  return map.effective?.from ?? '';
}
