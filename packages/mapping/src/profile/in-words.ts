import type { Condition } from '../map/rule.ts';

/** A condition in words: `currency is CAD and not total is there`, `any of (a is there; b is there and c is X)`. */
export function inWords(condition: Condition): string {
  if (condition === true) return 'always';
  if ('all' in condition) return several(condition.all, ' and ', 'all of');
  if ('any' in condition) return several(condition.any, ' or ', 'any of');
  if ('not' in condition) return `not ${inWords(condition.not)}`;
  if ('present' in condition) return `${condition.path} is ${condition.present ? '' : 'not '}there`;
  return `${condition.path} is ${[condition.is].flat().slice(0, 20).join(' or ')}`;
}

/** Where "and" and "or" meet, they are kept apart, so that nobody reads one for the other. */
function several(conditions: readonly Condition[], word: string, list: string): string {
  const texts = conditions.map(inWords);
  const isPlain = conditions.every(
    (one) => one === true || 'present' in one || ('is' in one && !Array.isArray(one.is)),
  );
  return isPlain || texts.length === 1 ? texts.join(word) : `${list} (${texts.join('; ')})`;
}
