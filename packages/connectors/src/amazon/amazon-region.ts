/** Where a selling partner's account and its data are: North America, Europe, Far East. There is no default. */
export type AmazonRegion = 'na' | 'eu' | 'fe';

/**
 * The address of a region's endpoint, or of its sandbox (SP-API docs, "SP-API Endpoints" and "The Selling Partner API sandbox").
 * Throws a TypeError for a region that there is not.
 */
export function amazonEndpoint(region: AmazonRegion, sandbox = false): string {
  if (!['na', 'eu', 'fe'].includes(region)) throw new TypeError('region is na, eu or fe');
  return `https://${sandbox ? 'sandbox.' : ''}sellingpartnerapi-${region}.amazon.com`;
}
