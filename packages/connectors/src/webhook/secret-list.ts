/**
 * One secret, or several while one is replaced, the new one first. Throws a TypeError where there is none or an empty one,
 * with which anybody could sign.
 */
export function secretList(secrets: string | readonly string[]): readonly string[] {
  const list = typeof secrets === 'string' ? [secrets] : secrets;
  if (list.length === 0 || list.includes('')) throw new TypeError('a secret must not be empty');
  return list;
}
