import { mapChangeLines } from './map-change-lines.ts';
import type { MapChange } from './map-changes.ts';

/** Changes of a map as a person reads them, rule by rule, then rows of tables. Empty where nothing differs. */
export function printDiff(changes: readonly MapChange[]): string {
  return changes.map(mapChangeLines).join('');
}
