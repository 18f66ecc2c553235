import { guideConditionMutants } from './guide-condition-mutants.ts';
import { guideElementMutants } from './guide-element-mutants.ts';
import { guideUseMutants } from './guide-use-mutants.ts';
import type { Mutant } from './mutant.ts';
import type { Original } from './original.ts';

/**
 * Faults against a companion guide alone: the standard allows what they change. Only where no other rule of the guide
 * could take offence as well.
 */
export function guideMutants(original: Original): Mutant[] {
  if (original.guide === undefined) return [];
  return [
    ...guideUseMutants(original, original.guide),
    ...guideElementMutants(original, original.guide),
    ...guideConditionMutants(original, original.guide),
  ];
}
