import { isWholeText } from '../word/is-whole-text.ts';

/**
 * Identity of an order (R04): the partner, a slash, purchase order number and release, joined by semicolons, each
 * percent-encoded where needed. A profile with more identifying fields appends them as `more`. With one slash in each, no id
 * goes on where another ends, so that the effects of two orders never share a key.
 */
export function orderId(
  partner: string,
  order: { readonly number: string; readonly release?: string | undefined },
  more: readonly string[] = [],
): string {
  const pieces = [order.number];
  if (order.release !== undefined || more.length > 0) pieces.push(order.release ?? '');
  return `${encoded(partner)}/${[...pieces, ...more].map(encoded).join(';')}`;
}

/**
 * Half of a surrogate pair, which JSON may hold, is no text. No event may have it in a name; so that its id is still not that
 * of another one, it is encoded as if it were a character (three bytes, from `%ED%A0%80` on, which no text has).
 */
function encoded(piece: string): string {
  if (isWholeText(piece)) return encodeURIComponent(piece);
  return piece.replace(/\p{Cs}|\P{Cs}+/gu, (some) => (isHalf(some) ? halfOf(some) : encodeURIComponent(some)));
}

function isHalf(some: string): boolean {
  return /^\p{Cs}$/u.test(some);
}

function halfOf(half: string): string {
  const code = half.charCodeAt(0);
  const bytes = [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}
