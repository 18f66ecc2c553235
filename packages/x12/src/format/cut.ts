/** Longer values are cut: the place tells where the whole one is. */
const MOST_SHOWN = 80;

/** A text of at most `most` characters (80 when absent), and `…` where it was longer. */
export function cut(text: string, most: number = MOST_SHOWN): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
