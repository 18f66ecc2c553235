import type { PartnerMap } from '@dist/mapping';
import order from './order.json' with { type: 'json' };

/**
 * The order of Shopify's webhook `orders/create` (the order of the REST Admin API) → Order. It only reads.
 * The number is the shop's order name (`#1001`), which no other order of the shop has; the buyer's purchase order number
 * of a company (B2B) is the reference `purchaseOrder`. A company's location is the ship-to's number, the company the
 * buyer's, both of scheme `channel`. Ids of order and lines are the global ones: the numeric ones outgrow a JSON number.
 * Amounts are in the shop's currency. A test order is an error (R06).
 */
export const orderMap = order as PartnerMap;
