/** Signs of a SKU are encoded, a slash too ("URL Encoding"). */
export function listingPath(sellerId: string, sku: string): string {
  return `/listings/2021-08-01/items/${encodeURIComponent(sellerId)}/${encodeURIComponent(sku)}`;
}
