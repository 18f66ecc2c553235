/** A key fit for a header: printable ASCII. Throws a RangeError for another, since two keys must never become one. */
export function idempotencyKey(key: string): string {
  if (!/^[\x21-\x7e]{1,512}$/.test(key)) throw new RangeError('a key is 1 to 512 printable ASCII characters');
  return key;
}
