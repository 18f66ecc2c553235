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

/** Half of a surrogate pair, which JSON may hold, is no text: it stands as the replacement character. */
function encoded(piece: string): string {
  return encodeURIComponent(piece.replace(/\p{Cs}/gu, '\ufffd'));
}
