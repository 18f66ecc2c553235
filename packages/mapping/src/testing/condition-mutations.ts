import type { Condition, Scalar, SidedCondition } from '../map/rule.ts';
import type { RuleMutation } from './mutant.ts';
import { otherValue } from './other-value.ts';
import { type Place, placeAt, type RuleSite } from './rule-sites.ts';

const sides = ['native', 'canonical'] as const;

/** Conditions of a rule made wrong: another code asked for, or nothing asked any more. */
export function conditionMutations(site: RuleSite, used: ReadonlySet<string>): RuleMutation[] {
  const { rule } = site;
  const sided = rule.op === 'when' ? rule.if : rule.op === 'each' ? rule.where : undefined;
  if (sided === undefined) return [];
  const changed = (side: (typeof sides)[number], condition: Condition): RuleMutation['rule'] => {
    const other: SidedCondition = { ...sided, [side]: condition };
    return rule.op === 'when' ? { ...rule, if: other } : rule.op === 'each' ? { ...rule, where: other } : rule;
  };
  return sides.flatMap((side): RuleMutation[] => {
    const condition = sided[side];
    if (condition === undefined || condition === true) return [];
    const place = rule.op === 'each' ? placeAt(site[side], rule[side]) : site[side];
    return [
      ...otherConditions(condition, place, used).map(({ path, value, other }): RuleMutation => {
        const codes = value === undefined ? undefined : [value];
        return { kind: 'wrong-qualifier', where: path, codes, rule: changed(side, other) };
      }),
      { kind: 'dropped-condition', where: side, rule: changed(side, true) },
    ];
  });
}

interface OtherCondition {
  readonly path: string;
  /** Of a list, the value that is another one. */
  readonly value?: string | undefined;
  readonly other: Condition;
}

/** The condition with one of its values another one: the first and the last of a list. */
function otherConditions(condition: Condition, place: Place, used: ReadonlySet<string>): OtherCondition[] {
  if (condition === true || 'present' in condition) return [];
  if ('not' in condition) {
    return otherConditions(condition.not, place, used).map(({ other, ...asked }) => ({
      ...asked,
      other: { not: other },
    }));
  }
  if ('all' in condition) {
    return partsOf(condition.all, place, used).map(({ parts, ...asked }) => ({ ...asked, other: { all: parts } }));
  }
  if ('any' in condition) {
    return partsOf(condition.any, place, used).map(({ parts, ...asked }) => ({ ...asked, other: { any: parts } }));
  }
  const { path } = condition;
  const { shape } = placeAt(place, path);
  const change = (value: Scalar): Scalar =>
    typeof value === 'string' ? otherValue(shape, value, used) : typeof value === 'boolean' ? !value : value + 1;
  if (!isList(condition.is)) return [{ path, other: { path, is: change(condition.is) } }];
  const values = condition.is;
  const ends = [...new Set([0, values.length - 1])];
  return ends.flatMap((index) => {
    const value = values[index];
    if (value === undefined) return [];
    return [
      {
        path: `${path}=${String(value)}`,
        value: String(value),
        other: { path, is: values.with(index, change(value)) },
      },
    ];
  });
}

function partsOf(
  all: readonly Condition[],
  place: Place,
  used: ReadonlySet<string>,
): (Omit<OtherCondition, 'other'> & { readonly parts: readonly Condition[] })[] {
  return all.flatMap((one, index) =>
    otherConditions(one, place, used).map(({ other, ...asked }) => ({ ...asked, parts: all.with(index, other) })),
  );
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value);
}
