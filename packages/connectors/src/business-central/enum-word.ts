/** A word of an enumeration: in JSON a space is written `_x0020_` (`In_x0020_Review`). */
export function enumWord(text: string): string {
  return text.replaceAll('_x0020_', ' ');
}
