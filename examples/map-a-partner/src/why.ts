import type { Explanation, OverlayChange, Trace } from '@dist/mapping';

/**
 * Where a value of the order or of the document came from: its place in the other one, the rule, and what an overlay changed of that
 * rule or its table.
 */
export function why(place: string, traces: readonly Trace[], { changes }: Explanation): string {
  const step = traces.flatMap(({ steps }) => steps).find(({ to }) => to === place);
  if (step === undefined) return `${place}: no rule made it`;
  const { rule, from, as, found, value } = step;
  const source = from === undefined ? 'of the rule itself' : `of ${from} ${JSON.stringify(found)}`;
  const codec = as === undefined ? '' : ` as ${as}`;
  const touched = changes.filter((change) => change.rule === rule || `table:${change.table}` === as).map(changeText);
  return `${place} is ${JSON.stringify(value)}: ${source}${codec}, rule ${rule}${touched.join('')}`;
}

function changeText({ overlay, change, table, parts }: OverlayChange): string {
  const what = table === undefined ? '' : `table ${table} `;
  const which = parts === undefined ? '' : ` (${parts.join(', ')})`;
  return `; ${what}${change} by ${overlay}${which}`;
}
