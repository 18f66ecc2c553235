/**
 * One of the seller's units by a system's word for it; the word itself where the table does not have it. Words come from
 * outside: one that objects inherit (`constructor`) is no entry.
 */
export function unitOf(table: Readonly<Record<string, string>>, word: string): string {
  return (Object.hasOwn(table, word) ? table[word] : undefined) ?? word;
}
