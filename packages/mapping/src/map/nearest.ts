/** Longer words are compared by their beginning: what a stranger wrote may be of any length. */
const MOST_COMPARED = 40;

/** The word that a person most likely meant, if one is near: few letters wrong, missing, added or swapped. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((word) => ({ word, distance: word.startsWith(given) ? 1 : distance(given, word) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, Math.floor(best.word.length / 2)) ? best.word : undefined;
}

/** Edits between two words, by Levenshtein. */
function distance(whole: string, other: string): number {
  const one = whole.slice(0, MOST_COMPARED);
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] as number) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] as number) + 1, (next[to - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}
