/**
 * Finds circles of pages, of any length and in little memory: one of the words for pages is remembered, and another after twice
 * as many, so that any circle comes back to it (Brent). Answers whether the word leads back to a page that was read.
 */
export function circleGuard(first: string | undefined): (next: string) => boolean {
  let [mark, until, pages] = [first, 1, 0];
  return (next) => {
    if (next === mark) return true;
    pages++;
    if (pages === until) [mark, until] = [next, until * 2];
    return false;
  };
}
