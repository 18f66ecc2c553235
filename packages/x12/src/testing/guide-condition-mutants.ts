import { checkValue } from '../element/check-value.ts';
import type { CompiledCondition } from '../guide/compile-guide.ts';
import type { GuideConstraints } from '../guide/constraints-of.ts';
import { SetIndex } from '../guide/set-index.ts';
import { StatementTruth } from '../guide/statement-truth.ts';
import { valueFault } from '../guide/value-fault.ts';
import { type ElementTarget, elementTarget } from './element-target.ts';
import { fittedValue } from './fitted-value.ts';
import type { Mutant } from './mutant.ts';
import type { Original } from './original.ts';

/** Conditions about one element that must be there, must not, or must have some value; each broken once where it is asked. */
export function guideConditionMutants(original: Original, constraints: GuideConstraints): Mutant[] {
  return constraints.conditions.flatMap((condition) => conditionMutants(condition, original));
}

function conditionMutants(condition: CompiledCondition, original: Original): Mutant[] {
  const { at, when, must, rule } = condition;
  if (must.kind !== 'presence' && must.kind !== 'value') return [];
  const index = new SetIndex(original.root);
  const truth = new StatementTruth(index);
  const name = `the condition ${rule.id} is broken`;
  for (const scope of at === undefined ? [index.root] : index.all(at.steps)) {
    if (when !== undefined && !truth.holds(when, scope, 'some')) continue;
    const parts = index.at(must.path, scope);
    const target = parts[0] && elementTarget(original, parts[0], must.path);
    if (parts.length !== 1 || target === undefined || !isFree(target, original)) continue;
    const [fault] = must.kind === 'value' ? otherValue(target, must) : presence(target, must.present);
    if (fault !== undefined) return [target.mutant(name, 'guide-condition', ...fault)];
  }
  return [];
}

/** Whether nothing but this condition speaks of an element. */
const isFree = ({ id, element }: ElementTarget, { mentions }: Original): boolean =>
  mentions.elements(id, element) === 1 && !mentions.chooses(id, element);

type Fault = readonly [acknowledgment: string, value: string];

function presence({ use, value, isNoted, isAlone }: ElementTarget, isWanted: boolean): Fault[] {
  // The standard may ask for it too.
  if (isNoted || use.requirement === 'M') return [];
  if (isWanted) return value === '' || isAlone ? [] : [['AK403-2', '']];
  const made = value === '' ? fittedValue(use, {}, ['A'], () => 0) : undefined;
  return made === undefined ? [] : [['AK403-10', made]];
}

function otherValue(
  { use, value }: ElementTarget,
  { rule, is }: Extract<CompiledCondition['must'], { kind: 'value' }>,
): Fault[] {
  if (value === '') return [];
  const candidates = [...(use.codes ?? ['ZZ', 'QQ', 'Z', 'XXXXX', '1', '22', '333333', '20260101'])];
  const other = candidates.find(
    (text) => checkValue(use, text) === undefined && valueFault(rule, is, use, text) !== undefined,
  );
  return other === undefined ? [] : [['AK403-7', other]];
}
