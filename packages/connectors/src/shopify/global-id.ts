/** Records that are spoken of by their number too. */
export type RecordType = 'Order' | 'LineItem' | 'Location' | 'Company' | 'Customer' | 'ProductVariant';

/**
 * Shopify's global id of a record, from itself or its number: `gid://shopify/Order/450789469`. Undefined for another text.
 */
export function globalId(type: RecordType, id: string): string | undefined {
  const prefix = `gid://shopify/${type}/`;
  const number = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  return /^\d{1,20}$/.test(number) ? prefix + number : undefined;
}
