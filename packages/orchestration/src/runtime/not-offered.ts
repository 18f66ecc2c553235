import { performedTypes } from './performed-types.ts';
import type { Outcome, PerformedType } from './performers.ts';

/**
 * Performers for effects that a set-up does not have the other side of: a house without a warehouse of its own, say; for
 * all effects when none is named, to lay one's own over. An order whose policy asks for one all the same parks, and the
 * team that owns the configuration sees why. What is named here is no compile error any more when it is missing.
 */
export function notOffered<Type extends PerformedType = PerformedType>(
  ...types: readonly Type[]
): Record<Type, () => Promise<Outcome>> {
  const named = types.length > 0 ? types : (performedTypes as readonly Type[]);
  const performer = (type: Type) => async (): Promise<Outcome> => ({
    failure: { class: 'configuration', code: 'not-offered', message: `nothing here performs ${type}` },
  });
  return Object.fromEntries(named.map((type) => [type, performer(type)])) as Record<Type, () => Promise<Outcome>>;
}
