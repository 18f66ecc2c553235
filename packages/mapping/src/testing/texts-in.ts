/** Every text and number in some JSON, as text, and every key; of texts like `N1[01=ST]` the codes, too. */
export function textsIn(...roots: readonly unknown[]): Set<string> {
  const texts = new Set<string>();
  const waiting: unknown[] = [...roots];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        texts.add(key);
        waiting.push(inner);
      }
    } else if (value !== undefined) {
      const text = String(value);
      texts.add(text);
      for (const [, code = ''] of text.matchAll(/=([^,\]]+)/g)) texts.add(code);
    }
  }
  return texts;
}
