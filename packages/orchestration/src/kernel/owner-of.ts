import type { ErrorClass } from '../word/failure.ts';
import type { Step } from './step.ts';

/** The team that owns a class of failures. */
export function ownerOf({ policy }: Pick<Step, 'policy'>, name: ErrorClass): string {
  return policy.errorClasses[name].owner;
}
