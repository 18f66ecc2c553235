/** A list in the order in which the whole had the keys of its members; what it did not have stands behind, as it stood. */
export function inOrder<One>(list: readonly One[], keyOf: (one: One) => string, keys: readonly string[]): One[] {
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = (one: One) => places.get(keyOf(one)) ?? places.size;
  return [...list].sort((a, b) => placeOf(a) - placeOf(b));
}
