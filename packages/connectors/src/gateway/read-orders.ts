import { Order, validate } from '@dist/canonical';
import type { GatewayShop } from './gateway-options.ts';

/** For a shop whose orders its connector has read already (`orders.list`): they are taken as they are, and checked. */
export const readOrders: GatewayShop['orders'] = {
  read: (payload) => {
    const read = validate(Order, payload);
    return read.ok ? { value: read.value, issues: read.issues } : { partial: payload, issues: read.issues };
  },
};
