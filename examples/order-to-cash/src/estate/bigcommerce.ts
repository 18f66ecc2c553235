import { bigcommerce } from '@dist/connectors/bigcommerce';
import { fakeBigcommerce } from '@dist/connectors/fakes';
import type { ShopSystem } from './shop-system.ts';

/** BigCommerce: V2 orders, shipments, and invoices as metafields of the order. */
export const bigcommerceSystem: ShopSystem = {
  connect: (access) => bigcommerce({ storeHash: 'sample', accessToken: 'sample-token', ...access }),
  fake: fakeBigcommerce,
};
