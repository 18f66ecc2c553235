import type { OverlayChange } from '../map/explanation.ts';
import type { Rule } from '../map/rule.ts';
import { ruleWords } from './rule-words.ts';
import { visible } from './visible.ts';

/**
 * The rules of a map in effect, a line for each, those inside others set in; `*` where an overlay changed one, `+` where added.
 * With `only`, those alone.
 */
export function explainedRules(
  rules: readonly Rule[],
  changes: readonly OverlayChange[],
  { only = false }: { readonly only?: boolean } = {},
): readonly string[] {
  const changed = new Set(changes.map(({ rule }) => rule));
  const all = [...rowsOf(rules, '')];
  const rows = only ? all.filter(({ id }) => id !== undefined && changed.has(id)) : all;
  const width = Math.min(40, Math.max(0, ...rows.map(({ name }) => name.length)));
  return rows.map(({ name, id, words }) => {
    const touched = changes.filter(({ rule }) => rule === id && id !== undefined);
    const mark = touched.length === 0 ? ' ' : touched.some(({ change }) => change === 'added') ? '+' : '*';
    const by = touched.map(({ overlay, change, parts }) => `${change} by ${overlay}${partsOf(parts)}`);
    const note = by.length === 0 ? '' : `   [${by.join('; ')}]`;
    return visible(`${mark} ${name.padEnd(width)}  ${words}${note}`.trimEnd());
  });
}

function partsOf(parts: readonly string[] | undefined): string {
  return parts === undefined || parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

interface Row {
  readonly name: string;
  /** Absent for a level of a tree. */
  readonly id?: string | undefined;
  readonly words: string;
}

function* rowsOf(rules: readonly Rule[], margin: string): Generator<Row> {
  for (const rule of rules) {
    yield { name: margin + rule.id, id: rule.id, words: ruleWords(rule) };
    if ('rules' in rule) yield* rowsOf(rule.rules, `${margin}  `);
    if (rule.op !== 'nest') continue;
    for (const [level, { holds, rules: inner }] of Object.entries(rule.define)) {
      yield { name: `${margin}  ${rule.id}/${level}`, words: `level of ${holds}` };
      yield* rowsOf(inner, `${margin}    `);
    }
  }
}
