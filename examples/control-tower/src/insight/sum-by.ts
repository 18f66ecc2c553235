/** Sums of rows by a name that each has, in the order in which the names come first. */
export function sumBy<Row extends { readonly n: number }>(
  rows: readonly Row[],
  name: (row: Row) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(name(row), (sums.get(name(row)) ?? 0) + row.n);
  return sums;
}
