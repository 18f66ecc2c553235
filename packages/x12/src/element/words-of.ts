/** A property name as words: `quantityOrdered` is `quantity ordered`. */
export function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]|(?<=[a-z])\d/g, (sign) => ` ${sign.toLowerCase()}`);
}
