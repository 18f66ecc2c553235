const known = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** A list of lines by their ids; made once for each list. */
export function byLineId<Line extends { readonly lineId: string }>(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const remembered = known.get(lines) as ReadonlyMap<string, Line> | undefined;
  if (remembered !== undefined) return remembered;
  const map = new Map(lines.map((line) => [line.lineId, line]));
  known.set(lines, map);
  return map;
}
