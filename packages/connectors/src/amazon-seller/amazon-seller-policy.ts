import { amazonLimits } from '../amazon/amazon-limits.ts';
import type { VendorPolicy } from '../port/policy.ts';

/** How the Orders API of the Selling Partner API is spoken to. The lanes are the operations of its models. */
export const amazonSellerPolicy: VendorPolicy<'shipments.publish'> = {
  name: 'Amazon Seller',
  baseUrl: '{endpoint}',
  auth: { kind: 'oauth2', grant: 'refresh_token' },
  // "Usage Plan" of each operation: model orders_2026-01-01, and model ordersV0 for confirmShipment. One search in three
  // minutes when the burst is used up.
  limits: amazonLimits([
    ['searchOrders', 0.0056, 20],
    ['getOrder', 0.5, 30],
    ['confirmShipment', 2, 10],
  ]),
  retry: { headers: [], nothingDone: [429] },
  idempotency: {
    // `packageReferenceId` "uniquely identifies a package within the scope of an order".
    'shipments.publish': { class: 'natural-key' },
  },
};
