import type { EachRule, NestRule, PairsRule, Rule } from '../map/rule.ts';
import type { RuleMutation } from './mutant.ts';
import type { RuleSite } from './rule-sites.ts';

/** What stands where, made wrong: rules at another level, levels in another order, of several items the first alone. */
export function structureMutations({ rule }: RuleSite): RuleMutation[] {
  switch (rule.op) {
    case 'each':
      return eachMutations(rule);
    case 'pairs':
      return pairsMutations(rule);
    case 'nest':
      return [...levelMutations(rule), ...codeMutations(rule), ...bagMutations(rule)];
    default:
      return [];
  }
}

function eachMutations({ native, canonical, rules, id }: EachRule): RuleMutation[] {
  // With a condition in the path the first item that has it is meant anyway.
  const first = (path: string) => (path.endsWith(']') ? path : `${path}[0]`);
  const rule: Rule = { id, op: 'one', native: first(native), canonical: first(canonical), rules };
  return [{ kind: 'lost-bag', rule }];
}

function pairsMutations(rule: PairsRule): RuleMutation[] {
  const codes = Object.entries(rule.codes);
  const swaps = codes.flatMap(([code, meaning], index): RuleMutation[] => {
    const [other, otherMeaning] = codes[index + 1] ?? [];
    if (other === undefined || otherMeaning === undefined || index % 2 === 1) return [];
    if (meaning.scheme === otherMeaning.scheme && meaning.as === otherMeaning.as) return [];
    const swapped = { ...rule.codes, [code]: otherMeaning, [other]: meaning };
    return [
      { kind: 'swapped-rows', where: `${code}-${other}`, codes: [code, other], rule: { ...rule, codes: swapped } },
    ];
  });
  const takesSeveral = rule.to === undefined || rule.to > rule.from + 1;
  return takesSeveral ? [...swaps, { kind: 'lost-bag', rule: { ...rule, to: rule.from + 1 } }] : swaps;
}

/** Neighbours in the order of levels swapped; a rule moved between the level of the order and that of the item. */
function levelMutations(rule: NestRule): RuleMutation[] {
  const { levels, define } = rule;
  const swaps = levels.slice(1).map((level, index): RuleMutation => {
    const above = levels[index] ?? level;
    const swapped = levels.map((one) => (one === level ? above : one === above ? level : one));
    return { kind: 'wrong-level', where: `${above}-${level}`, rule: { ...rule, levels: swapped } };
  });
  const ofItems = Object.entries(define).filter(([, { holds }]) => holds === 'group' || holds === 'item');
  const moves = ofItems.flatMap(([level, { rules }]) =>
    ofItems.flatMap(([other]) =>
      other === level
        ? []
        : rules.map((moved): RuleMutation => {
            const changed = { ...rule, define: { ...define, ...movedRule(define, moved, { from: level, to: other }) } };
            return { kind: 'wrong-level', where: `${moved.id}/${other}`, rule: changed };
          }),
    ),
  );
  return [...swaps, ...moves];
}

function movedRule(
  define: NestRule['define'],
  moved: Rule,
  { from, to }: { readonly from: string; readonly to: string },
): NestRule['define'] {
  const [source, target] = [define[from], define[to]];
  if (source === undefined || target === undefined) return {};
  return {
    [from]: { ...source, rules: source.rules.filter(({ id }) => id !== moved.id) },
    [to]: { ...target, rules: [...target.rules, moved] },
  };
}

function codeMutations(rule: NestRule): RuleMutation[] {
  const { structure, levels } = rule;
  const order = levels.join('-');
  const code = structure?.codes[order];
  if (structure === undefined || code === undefined) return [];
  const codes = { ...structure.codes, [order]: code === '0001' ? '0002' : '0001' };
  return [{ kind: 'wrong-constant', where: order, rule: { ...rule, structure: { ...structure, codes } } }];
}

/** Equal items in one level counted together: what lies there is a bag no more. */
function bagMutations(rule: NestRule): RuleMutation[] {
  const { sum: _, ...apart } = rule;
  if (rule.sum !== undefined) return [{ kind: 'lost-bag', where: 'sum', rule: apart }];
  return [{ kind: 'lost-bag', where: 'sum', rule: { ...rule, sum: ['quantity.value'] } }];
}
