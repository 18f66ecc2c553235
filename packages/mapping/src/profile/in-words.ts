import type { Condition } from '../map/rule.ts';

/** A condition in words: `currency is CAD and not total is there`. */
export function inWords(condition: Condition): string {
  if (condition === true) return 'always';
  if ('all' in condition) return condition.all.map(inWords).join(' and ');
  if ('any' in condition) return condition.any.map(inWords).join(' or ');
  if ('not' in condition) return `not ${inWords(condition.not)}`;
  if ('present' in condition) return `${condition.path} is ${condition.present ? '' : 'not '}there`;
  return `${condition.path} is ${[condition.is].flat().slice(0, 20).join(' or ')}`;
}
