import type { Condition, SidedCondition } from '../map/rule.ts';

/** A condition of each side in words: `BEG01 is "00" / purpose is "original"`; `absent` says what a side left out means. */
export function conditionWords({ native, canonical }: SidedCondition, absent: 'always' | 'never'): string {
  return [native, canonical].map((side) => (side === undefined ? absent : words(side))).join(' / ');
}

function words(condition: Condition): string {
  if (condition === true) return 'always';
  if ('all' in condition) return joined(condition.all, 'and');
  if ('any' in condition) return joined(condition.any, 'or');
  if ('not' in condition) return `not (${words(condition.not)})`;
  if ('present' in condition) return `${condition.path} is ${condition.present ? 'present' : 'absent'}`;
  const values = Array.isArray(condition.is) ? condition.is : [condition.is];
  return `${condition.path} is ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
}

function joined(conditions: readonly Condition[], word: string): string {
  return conditions.map((one) => `(${words(one)})`).join(` ${word} `);
}
