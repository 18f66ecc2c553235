import type { OverlayChange } from '../map/explanation.ts';

/** The rules that overlays took out of a map, as a section of lines; none where there are none. */
export function removedRules(changes: readonly OverlayChange[]): string[] {
  const removed = changes.filter(({ change, rule }) => change === 'removed' && rule !== undefined);
  const lines = removed.map(({ rule, overlay }) => `- ${rule}   [removed by ${overlay}]`);
  return lines.length === 0 ? [] : ['', 'Removed:', ...lines];
}
