import type { Explanation } from '../map/explanation.ts';
import { explainedRules } from './explained-rules.ts';
import { overlaidTables } from './overlaid-tables.ts';
import { removedRules } from './removed-rules.ts';
import { visible } from './visible.ts';

/** The map in effect as a person reads it: its ends, overlays, rules, and tables, with what each overlay did. */
export function explainedMap({ hash, map, overlays, changes }: Explanation): string {
  const lines = [
    `map ${map.id} version ${map.version}: ${map.native} ${arrowOf(map.direction)} ${map.canonical}`,
    ...(map.effective === undefined
      ? []
      : [`effective ${map.effective.from ?? 'always'} until ${map.effective.until ?? 'further notice'}`]),
    `hash ${hash}`,
    ...overlays.map(({ id, version }) => `overlay ${id} version ${version}`),
    '',
    ...explainedRules(map.rules, changes),
    ...removedRules(changes),
    ...section('Tables', Object.entries(map.tables ?? {}).map(tableLine)),
    ...overlaidTables(changes),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function arrowOf(direction: 'read' | 'write' | undefined): string {
  if (direction === undefined) return '↔';
  return direction === 'read' ? '→' : '←';
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

type Tables = NonNullable<Explanation['map']['tables']>;

function tableLine([name, table]: [string, Tables[string]]): string {
  if (!isLossy(table)) return `  ${name}: ${rowsOf(table, '=')}`;
  return `  ${name} (lossy): read ${rowsOf(table.read, '→')}; write ${rowsOf(table.write, '→')}`;
}

function isLossy(table: Tables[string]): table is Extract<Tables[string], { lossy: true }> {
  return table['lossy'] === true;
}

function rowsOf(rows: Readonly<Record<string, string>>, sign: string): string {
  return Object.entries(rows)
    .map(([native, canonical]) => `${native} ${sign} ${canonical}`)
    .join(', ');
}
