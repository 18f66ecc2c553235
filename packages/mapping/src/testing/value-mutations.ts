import type { BindRule, CalcRule, ConstRule, Scalar } from '../map/rule.ts';
import type { RuleMutation } from './mutant.ts';
import { otherValue } from './other-value.ts';
import { placeAt, type RuleSite } from './rule-sites.ts';
import { wrongCodec } from './wrong-codec.ts';

/** Single values of a rule made wrong: the literal, the default, whether it is required, the codec. */
export function valueMutations(site: RuleSite, used: ReadonlySet<string>): RuleMutation[] {
  const { rule } = site;
  switch (rule.op) {
    case undefined:
    case 'bind':
      return bindMutations(rule, site, used);
    case 'const':
      return [constMutation(rule, site, used)];
    case 'calc':
      return calcMutations(rule);
    case 'pairs':
      return Object.entries(rule.codes).flatMap(([code, meaning]) => {
        const as = wrongCodec(meaning.as);
        if (as === undefined) return [];
        const codes = { ...rule.codes, [code]: { ...meaning, as } };
        return [{ kind: 'wrong-codec', where: code, codes: [code], rule: { ...rule, codes } }];
      });
    case 'alloc':
      return [
        { kind: 'wrong-constant', where: 'pairs', rule: { ...rule, pairs: rule.pairs - 1 } },
        { kind: 'wrong-constant', where: 'from', rule: { ...rule, from: rule.from + 2 } },
        ...(['unit', 'scheme'] as const).flatMap((part): RuleMutation[] => {
          const as = wrongCodec(rule[part].as);
          return as === undefined
            ? []
            : [{ kind: 'wrong-codec', where: part, rule: { ...rule, [part]: { ...rule[part], as } } }];
        }),
      ];
    default:
      return [];
  }
}

function bindMutations(rule: BindRule, site: RuleSite, used: ReadonlySet<string>): RuleMutation[] {
  const mutations: RuleMutation[] = [];
  const { required: _, ...optional } = rule;
  if (rule.required !== undefined && rule.required !== false)
    mutations.push({ kind: 'dropped-required', rule: optional });
  const as = wrongCodec(rule.as);
  if (as !== undefined) mutations.push({ kind: 'wrong-codec', rule: { ...rule, as } });
  if (rule.default === undefined) return mutations;
  const path = typeof rule.canonical === 'string' ? rule.canonical : (rule.canonical[0] ?? '.');
  const other = otherScalar(rule.default, path, site.canonical, used);
  const { default: _value, omitDefault, ...without } = rule;
  mutations.push({ kind: 'wrong-default', where: 'other', rule: { ...rule, default: other } });
  mutations.push({ kind: 'wrong-default', where: 'none', rule: without });
  if (omitDefault === true)
    mutations.push({ kind: 'wrong-default', where: 'written', rule: { ...without, default: rule.default } });
  return mutations;
}

function constMutation(rule: ConstRule, site: RuleSite, used: ReadonlySet<string>): RuleMutation {
  const [path, place] =
    rule.native === undefined ? [rule.canonical ?? '.', site.canonical] : [rule.native, site.native];
  return { kind: 'wrong-constant', rule: { ...rule, value: otherScalar(rule.value, path, place, used) } };
}

function otherScalar(value: Scalar, path: string, place: RuleSite['native'], used: ReadonlySet<string>): Scalar {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : otherValue(placeAt(place, path).shape, value, used);
}

function calcMutations(rule: CalcRule): RuleMutation[] {
  const as = wrongCodec(rule.as);
  const { places } = rule;
  return [
    ...(as === undefined ? [] : [{ kind: 'wrong-codec' as const, rule: { ...rule, as } }]),
    ...(places === undefined || places === 0
      ? []
      : [{ kind: 'wrong-constant' as const, where: 'places', rule: { ...rule, places: places - 1 } }]),
  ];
}
