import type { Rule } from '../map/rule.ts';
import { usableMap } from './compiled-document.ts';
import type { PartnerDocument } from './partner.ts';
import { textsIn } from './texts-in.ts';

/** Rules and codes of a document's map that its overlays change or that a golden pair uses. */
export interface UsedRules {
  readonly rules: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  /** Codes and values that stand in a golden pair or an overlay. */
  readonly codes: ReadonlySet<string>;
}

/** What of a map this partner's documents are about. A rule with rules is used where one of those is. */
export function usedRules(document: PartnerDocument): UsedRules {
  const compiled = usableMap(document);
  const { map, changes } = compiled.explain();
  const rules = new Set(changes.flatMap(({ rule }) => rule ?? []));
  const tables = new Set(changes.flatMap(({ table }) => table ?? []));
  for (const { native, canonical, facts } of document.golden) {
    const runs = [
      ...(map.direction === 'write' ? [] : [compiled.read(native, { facts, trace: true })]),
      ...(map.direction === 'read' ? [] : [compiled.write(canonical, { facts, trace: true })]),
    ];
    for (const { trace } of runs) for (const { rule } of trace?.steps ?? []) rules.add(rule);
  }
  for (const rule of map.rules) mark(rule, rules, tables);
  const golden = document.golden.map(({ native, canonical }) => [native, canonical]);
  return { rules, tables, codes: textsIn(golden, document.overlays) };
}

/** Whether a rule is used, or one inside it; those around are used, too. */
function mark(rule: Rule, rules: Set<string>, tables: Set<string>): boolean {
  const isUsedInside = innerRules(rule)
    .map((inner) => mark(inner, rules, tables))
    .includes(true);
  if (!isUsedInside && !rules.has(rule.id)) return false;
  rules.add(rule.id);
  for (const table of tablesOf(rule)) tables.add(table);
  return true;
}

function innerRules(rule: Rule): readonly Rule[] {
  if (rule.op === 'nest') return Object.values(rule.define).flatMap((level) => level.rules);
  return 'rules' in rule ? rule.rules : [];
}

function tablesOf(rule: Rule): string[] {
  const own = Object.entries(rule).filter(([key]) => key !== 'rules' && key !== 'define');
  return [...textsIn(own)].flatMap((text) => (text.startsWith('table:') ? [text.slice('table:'.length)] : []));
}
