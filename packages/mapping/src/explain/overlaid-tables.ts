import type { OverlayChange } from '../map/explanation.ts';

/** The tables that overlays changed, with the codes, as a section of lines; none where there are none. */
export function overlaidTables(changes: readonly OverlayChange[]): string[] {
  const lines = changes.flatMap(({ table, change, overlay, parts }) =>
    table === undefined
      ? []
      : [`* ${table}   [${change} by ${overlay}${parts === undefined ? '' : `: ${parts.join(', ')}`}]`],
  );
  return lines.length === 0 ? [] : ['', 'Tables changed:', ...lines];
}
