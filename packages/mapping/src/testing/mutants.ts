import type { PartnerMap } from '../map/partner-map.ts';
import { replacedAt } from './altered-document.ts';
import { usableMap } from './compiled-document.ts';
import { difference } from './difference.ts';
import type { Mutant, RuleMutation } from './mutant.ts';
import type { Partner, PartnerDocument } from './partner.ts';
import { qualifierMutations } from './qualifier-mutations.ts';
import { type RuleSite, ruleSites } from './rule-sites.ts';
import { structureMutations } from './structure-mutations.ts';
import { tableMutations } from './table-mutations.ts';
import { textsIn } from './texts-in.ts';
import { type UsedRules, usedRules } from './used-rules.ts';
import { valueMutations } from './value-mutations.ts';

export interface MutantOptions {
  /**
   * `used`, when absent: of the rules and tables that the overlays change or a golden pair uses; what else stands in a standard
   * map is proven by its own golden pairs. `all`: of every rule.
   */
  readonly of?: 'used' | 'all' | undefined;
}

/**
 * The partner with one thing wrong in one map, in every way that is known: qualifiers, literals, tables, codecs, levels,
 * defaults, conditions; rules and requirements left out. In the order of the profile and the map; ids stay the same as
 * long as the map does. What no map can be is not left out: compiling finds it. Each is made when it is asked for.
 * @throws Error when a map of the partner does not compile.
 */
export function* mutants(partner: Partner, options: MutantOptions = {}): Generator<Mutant, void> {
  for (const document of partner.documents) {
    const { map } = usableMap(document).explain();
    const seen = new Map<string, number>();
    for (const { kind, name, where, wrong } of wrongMaps(document, map, options)) {
      const repeated = `${kind}:${name}${where === undefined ? '' : `/${where}`}`;
      const count = (seen.get(repeated) ?? 0) + 1;
      seen.set(repeated, count);
      const id = count === 1 ? repeated : `${repeated}#${count}`;
      const documents = [{ ...document, map: wrong, overlays: [] }];
      yield { id, kind, rule: name, document: document.name, partner: { ...partner, documents } };
    }
  }
}

interface WrongMap {
  readonly kind: Mutant['kind'];
  /** Of the rule or the table. */
  readonly name: string;
  readonly where: string | undefined;
  readonly wrong: PartnerMap;
}

function* wrongMaps(
  document: PartnerDocument,
  map: PartnerMap,
  { of = 'used' }: MutantOptions,
): Generator<WrongMap, void> {
  const used = of === 'all' ? undefined : usedRules(document);
  for (const { table, where, codes, changed } of tableMutations(map.tables)) {
    if (used !== undefined && !(used.tables.has(table) && isMet(codes, used))) continue;
    yield { kind: 'swapped-rows', name: table, where, wrong: { ...map, tables: { ...map.tables, [table]: changed } } };
  }
  for (const { site, mutation } of ruleMutations(document, map)) {
    const { kind, codes, where, rule } = mutation;
    if (used !== undefined && !(used.rules.has(site.rule.id) && (codes === undefined || isMet(codes, used)))) continue;
    // A map is JSON, and one rule of it another one.
    yield { kind, name: site.rule.id, where, wrong: replacedAt(map, site.keys, rule) as PartnerMap };
  }
}

function isMet(codes: readonly string[], used: UsedRules): boolean {
  return codes.some((code) => used.codes.has(code));
}

function ruleMutations(
  { native, canonical }: PartnerDocument,
  map: PartnerMap,
): { site: RuleSite; mutation: RuleMutation }[] {
  // A wrong code is best one that means nothing else in the map.
  const used = textsIn(map);
  return ruleSites(map, native.format, canonical.format).flatMap((site) => {
    const mutations: RuleMutation[] = [
      { kind: 'dropped-rule', rule: undefined },
      ...valueMutations(site, used),
      ...qualifierMutations(site, used),
      ...structureMutations(site),
    ];
    return mutations
      .filter(({ rule }) => difference(site.rule, rule) !== undefined)
      .map((mutation) => ({ site, mutation }));
  });
}
