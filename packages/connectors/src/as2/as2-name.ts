/**
 * An AS2 name as a header carries it (RFC 4130 §6.2): 1 to 128 printable characters, in quotes with `\` before `"` and `\` where it
 * holds others than letters, digits and a few signs. Throws a RangeError for a text that is no name.
 */
export function writeAs2Name(name: string): string {
  if (!isAs2Name(name)) throw new RangeError('an AS2 name has 1 to 128 printable ASCII characters');
  return /^[\w!#$%&'*+.^`|~:-]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

/** The name in a header, its quotes taken off; undefined where there is none. Names are compared with their case. */
export function readAs2Name(text: string | undefined): string | undefined {
  const bare = (text ?? '').trim();
  const quoted = bare.length > 1 && bare.startsWith('"') && bare.endsWith('"');
  const name = quoted ? bare.slice(1, -1).replace(/\\(["\\])/g, '$1') : bare;
  return isAs2Name(name) ? name : undefined;
}

function isAs2Name(text: string): boolean {
  return /^[\x20-\x7e]{1,128}$/.test(text) && text.trim() !== '';
}
