/** Whether JSON is nested deeper than `deepest` levels: what reads it further on goes down by calling itself. */
export function isTooDeep(json: unknown, deepest: number): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
