/** JSON with sorted keys and without absent fields: the same text for the same content. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = value as Record<string, unknown>;
  const present = Object.keys(fields).filter((name) => fields[name] !== undefined);
  return `{${present
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(fields[name])}`)
    .join()}}`;
}
