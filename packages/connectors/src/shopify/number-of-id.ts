/** The number in a global id, as Shopify's webhooks have it: `gid://shopify/CompanyLocation/11` is `11`. */
export function numberOfId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replace(/\?.*$/, '');
}
