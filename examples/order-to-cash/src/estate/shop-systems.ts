import { adobeCommerceSystem } from './adobe-commerce.ts';
import { bigcommerceSystem } from './bigcommerce.ts';
import type { ShopSystem } from './shop-system.ts';

/** The shops that can take the place of the sample shop, which speaks Shopify, by the names of their connectors. */
export const shopSystems: ReadonlyMap<string, ShopSystem> = new Map([
  ['bigcommerce', bigcommerceSystem],
  ['adobe-commerce', adobeCommerceSystem],
]);
