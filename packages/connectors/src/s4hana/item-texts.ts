/** A text field of every item of a record: OData 2 wraps items in `results`. */
export function itemTexts(record: Readonly<Record<string, unknown>>, items: string, field: string): readonly string[] {
  const wrapped = record[items];
  if (typeof wrapped !== 'object' || wrapped === null || !('results' in wrapped)) return [];
  const { results } = wrapped;
  if (!Array.isArray(results)) return [];
  return results.flatMap((item: unknown) => {
    const value =
      typeof item === 'object' && item !== null
        ? Object.entries(item).find(([name]) => name === field)?.[1]
        : undefined;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
