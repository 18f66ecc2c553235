import type { EffectType } from '../word/effect.ts';
import type { Outcome } from './performers.ts';

/**
 * Performers for effects that a set-up does not have the other side of: a house without a warehouse of its own, say.
 * An order whose policy asks for one all the same parks, and the team that owns the configuration sees why.
 */
export function notOffered<Type extends EffectType>(...types: readonly Type[]): Record<Type, () => Promise<Outcome>> {
  const performer = (type: Type) => async (): Promise<Outcome> => ({
    failure: { class: 'configuration', code: 'not-offered', message: `nothing here performs ${type}` },
  });
  return Object.fromEntries(types.map((type) => [type, performer(type)])) as Record<Type, () => Promise<Outcome>>;
}
