import type { ShopSystem } from './shop-system.ts';

/** The shops that can take the place of the sample shop, which speaks Shopify, by the names of their connectors. */
export const shopSystems: ReadonlyMap<string, () => Promise<ShopSystem>> = new Map([
  ['bigcommerce', async () => (await import('./bigcommerce.ts')).bigcommerceSystem],
  ['adobe-commerce', async () => (await import('./adobe-commerce.ts')).adobeCommerceSystem],
]);
