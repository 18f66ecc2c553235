import type { ElementUse } from '../definition/definition.ts';

/** Whether an element is a date or period (1251) whose format stands in front of it (1250). */
export function isDatePeriod(uses: readonly ElementUse[], index: number): boolean {
  return uses[index]?.element === '1251' && uses[index - 1]?.element === '1250';
}
