import type { PairsRule } from '../map/rule.ts';
import { isFault } from '../path/path.ts';
import { own } from '../run/own.ts';
import { conditionMutations } from './condition-mutations.ts';
import type { RuleMutation } from './mutant.ts';
import { otherValue } from './other-value.ts';
import { type Place, placeAt, type RuleSite } from './rule-sites.ts';

/** A qualifier taken for another: in the condition of a path, in the codes of identifiers, in the question of a rule. */
export function qualifierMutations(site: RuleSite, used: ReadonlySet<string>): RuleMutation[] {
  return [
    ...pathMutations(site, 'native', used),
    ...pathMutations(site, 'canonical', used),
    ...(site.rule.op === 'pairs' ? codeMutations(site.rule, site.native, used) : []),
    ...conditionMutations(site, used),
  ];
}

function pathMutations(site: RuleSite, side: 'native' | 'canonical', used: ReadonlySet<string>): RuleMutation[] {
  const { rule } = site;
  const text = own(rule, side);
  const texts = [text].flat().filter((one) => typeof one === 'string');
  return texts.flatMap((path, index) =>
    otherPaths(path, site[side], used).map((other): RuleMutation => {
      const changed = Array.isArray(text) ? texts.with(index, other) : other;
      // A map checks what it is given when it is compiled.
      return { kind: 'wrong-qualifier', where: path, rule: { ...rule, [side]: changed } as RuleSite['rule'] };
    }),
  );
}

/** The path with each of its conditions asking for another value. */
function otherPaths(text: string, { format, shape }: Place, used: ReadonlySet<string>): string[] {
  const path = format.parsePath(text, shape);
  if (isFault(path)) return [];
  let from = 0;
  return path.steps.flatMap((step) =>
    step.select.flatMap(({ keys, value }) => {
      const at = text.indexOf(`=${value}`, from);
      if (at < 0) return [];
      from = at + 1;
      const leaf = keys.reduce((inner, key) => inside(inner, key), step.shape);
      const other = otherValue(leaf, value, used);
      return [`${text.slice(0, at + 1)}${other}${text.slice(at + 1 + value.length)}`];
    }),
  );
}

function inside(shape: Place['shape'], key: string): Place['shape'] {
  return shape.kind === 'object' ? (shape.fields.get(key)?.shape ?? { kind: 'any' }) : shape;
}

function codeMutations(rule: PairsRule, place: Place, used: ReadonlySet<string>): RuleMutation[] {
  const element = String(rule.from).padStart(2, '0');
  const { shape } = placeAt(rule.native === undefined ? place : placeAt(place, rule.native), element);
  return Object.keys(rule.codes).map((code) => {
    const other = otherValue(shape, code, new Set([...used, ...Object.keys(rule.codes)]));
    const rename = (name: string) => (name === code ? other : name);
    const codes = Object.fromEntries(Object.entries(rule.codes).map(([name, meaning]) => [rename(name), meaning]));
    const order = rule.order?.map(rename);
    return {
      kind: 'wrong-qualifier',
      where: code,
      codes: [code],
      rule: { ...rule, codes, ...(order === undefined ? {} : { order }) },
    };
  });
}
