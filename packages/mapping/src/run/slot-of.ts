/** The slot of an item that is told apart by its place: `#0` for the first. */
export function slotOf(place: number): string {
  return known[place] ?? `#${place}`;
}

/** Most lists are short, and to make these texts again and again costs more than to keep them. */
const known = Array.from({ length: 32 }, (_, place) => `#${place}`);
