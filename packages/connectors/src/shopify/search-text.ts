/** A value as a phrase of Shopify's search syntax, in which it can end nothing and add no filter: `AX-100` is `"AX-100"`. */
export function searchText(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
