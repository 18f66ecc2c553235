/**
 * Identity of an order (R04): partner, purchase order number and release, each percent-encoded where needed, joined by
 * slashes. A profile with more identifying fields appends them as `more`.
 */
export function orderId(
  partner: string,
  order: { readonly number: string; readonly release?: string | undefined },
  more: readonly string[] = [],
): string {
  const pieces = [partner, order.number];
  if (order.release !== undefined || more.length > 0) pieces.push(order.release ?? '');
  return [...pieces, ...more].map(encoded).join('/');
}

/** Half of a surrogate pair, which JSON may hold, is no text: it stands as the replacement character. */
function encoded(piece: string): string {
  return encodeURIComponent(piece.replace(/\p{Cs}/gu, '\ufffd'));
}
