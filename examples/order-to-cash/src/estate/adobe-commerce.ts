import { headerToken } from '@dist/connectors';
import { adobeCommerce } from '@dist/connectors/adobe-commerce';
import { fakeAdobeCommerce } from '@dist/connectors/fakes';
import type { ShopSystem } from './shop-system.ts';

/** Adobe Commerce by its REST API, with the token of an integration. */
export const adobeCommerceSystem: ShopSystem = {
  connect: (access) =>
    adobeCommerce({
      baseUrl: 'https://shop.invalid',
      auth: headerToken('authorization', 'sample-token', 'Bearer'),
      ...access,
    }),
  fake: fakeAdobeCommerce,
};
