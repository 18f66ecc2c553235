/**
 * The Message-ID for a key (RFC 5322 §3.6.4): the same for the same key, and another for every other. Throws a RangeError for a key
 * that is not 1 to 200 printable ASCII characters.
 */
export function messageIdFor(key: string, domain: string): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new RangeError('a key is 1 to 200 printable ASCII characters');
  const left = key.replace(/[^A-Za-z0-9!#$&'*+/=?^_`{|}~-]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `<${left}@${domain}>`;
}
