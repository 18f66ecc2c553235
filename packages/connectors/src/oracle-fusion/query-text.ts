/**
 * A text in the query parameter `q`, in the quotes that it does not have itself; undefined for one that has both kinds, a
 * backslash or a sign that is not printed: how these are written is described nowhere, and no condition may be made of them.
 */
export function queryText(value: string): string | undefined {
  if (/[\\\p{Cc}]/u.test(value)) return undefined;
  if (!value.includes("'")) return `'${value}'`;
  return value.includes('"') ? undefined : `"${value}"`;
}
