import type { Explanation } from '../map/explanation.ts';
import { explainedRules } from './explained-rules.ts';
import { overlaidTables } from './overlaid-tables.ts';
import { removedRules } from './removed-rules.ts';
import { visible } from './visible.ts';

/** What overlays changed of a map, as a person reads it: rules as they are now, those removed, tables; each with the overlay. */
export function explainedChanges({ map, overlays, changes }: Explanation): string {
  const lines = [
    `map ${map.id} version ${map.version}`,
    ...overlays.map(({ id, version }) => `overlay ${id} version ${version}`),
    ...(changes.length === 0 ? ['no overlay changes anything'] : ['']),
    ...explainedRules(map.rules, changes, { only: true }),
    ...removedRules(changes),
    ...overlaidTables(changes),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}
