/** A number as it is looked for: leading zeros, blanks around it and small letters do not count. */
export function plainNumber(number: string): string {
  return number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '');
}
