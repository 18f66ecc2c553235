import type { BindRule, CalcRule, ConstRule, Direction, PairsRule, Rule } from '../map/rule.ts';
import { conditionWords } from './condition-words.ts';

/** What a rule does, in one line without its id and the rules inside it: `PO102 ↔ quantity.value as decimal, required`. */
export function ruleWords(rule: Rule): string {
  switch (rule.op) {
    case undefined:
    case 'bind':
      return bindWords(rule);
    case 'const':
      return constWords(rule);
    case 'one':
      return `one ${sides(rule.native, rule.canonical, rule.only)}`;
    case 'each':
      return [
        `each ${sides(rule.native, rule.canonical, rule.only)}`,
        ...(rule.where === undefined ? [] : [`where ${conditionWords(rule.where, 'always')}`]),
        ...(rule.key === undefined ? [] : [`key ${rule.key}`]),
      ].join(', ');
    case 'pairs':
      return pairsWords(rule);
    case 'when':
      return `when ${conditionWords(rule.if, 'never')}`;
    case 'calc':
      return calcWords(rule);
    case 'nest':
      return `nest ${sides(rule.native, `${rule.units}, ${rule.items}`, rule.only)}, levels ${rule.levels.join('-')}`;
    case 'alloc':
      return `alloc ${sides(rule.native, rule.canonical, rule.only)}`;
    default:
      return otherWords(rule);
  }
}

function sides(native: string | readonly string[], canonical: string | readonly string[], only?: Direction): string {
  const arrow = only === undefined ? '↔' : only === 'read' ? '→' : '←';
  return `${[native].flat().join(' + ')} ${arrow} ${[canonical].flat().join(' + ')}`;
}

function bindWords({
  native,
  canonical,
  only,
  as,
  required,
  default: absent,
  omitDefault,
  severity,
}: BindRule): string {
  return [
    sides(native, canonical, only) + (as === undefined ? '' : ` as ${as}`),
    ...(required === undefined || required === false
      ? []
      : [required === true ? 'required' : `required to ${required}`]),
    ...(absent === undefined
      ? []
      : [`absent means ${JSON.stringify(absent)}${omitDefault ? ', which is not written' : ''}`]),
    ...(severity === undefined ? [] : [`severity ${severity}`]),
  ].join(', ');
}

function constWords({ native, canonical, value, only }: ConstRule): string {
  const literal = JSON.stringify(value);
  return native === undefined
    ? sides(literal, canonical ?? '', only ?? 'read')
    : sides(native, literal, only ?? 'write');
}

function pairsWords({ native, canonical, from, to, codes, order, only }: PairsRule): string {
  const place = `${native ?? '.'} from element ${from}${to === undefined ? '' : ` to ${to}`}`;
  const known = (order ?? Object.keys(codes)).map((code) => `${code} ${codes[code]?.scheme ?? ''}`);
  return `pairs ${sides(place, canonical, only)}: ${known.join(', ')}`;
}

function calcWords({ native, canonical, function: name, of, as, only }: CalcRule): string {
  const source = of === undefined ? '' : typeof of === 'object' && 'native' in of ? of.native : of;
  const derived = `${name}(${[source].flat().join(', ')})${as === undefined ? '' : ` as ${as}`}`;
  return `calc ${native === undefined ? sides(derived, canonical ?? '', only) : sides(native, derived, only)}`;
}

function otherWords(rule: { readonly id: string }): string {
  const { id: _, ...rest } = rule;
  return JSON.stringify(rest);
}
