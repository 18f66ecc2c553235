/**
 * A name for each line that no other line has: the buyer's line id, and from its second use on the id with the ordinal
 * of the line in the document (`7#3`), so that two lines are never taken for one.
 */
export function lineKeys(lines: readonly { readonly lineId: string }[]): readonly string[] {
  const ids = new Set(lines.map(({ lineId }) => lineId));
  const seen = new Set<string>();
  return lines.map(({ lineId }, index) => {
    if (!seen.has(lineId)) return seen.add(lineId) && lineId;
    let key = `${lineId}#${index + 1}`;
    // Ids are the buyer's to choose, so that one may look like a key of ours.
    while (ids.has(key) || seen.has(key)) key = `${key}#`;
    seen.add(key);
    return key;
  });
}
