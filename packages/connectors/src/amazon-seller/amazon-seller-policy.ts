import { amazonLimits } from '../amazon/amazon-limits.ts';
import type { VendorPolicy } from '../port/policy.ts';

/** How the Orders API of the Selling Partner API is spoken to. The lanes are the operations of its models. */
export const amazonSellerPolicy: VendorPolicy<'shipments.publish' | 'inventory.publish'> = {
  name: 'Amazon Seller',
  baseUrl: '{endpoint}',
  auth: { kind: 'oauth2', grant: 'refresh_token' },
  // "Usage Plan" of each operation: model orders_2026-01-01, model ordersV0 for confirmShipment, and model
  // listingsItems_2021-08-01. One search in three
  // minutes when the burst is used up.
  limits: amazonLimits([
    ['searchOrders', 0.0056, 20],
    ['getOrder', 0.5, 30],
    ['confirmShipment', 2, 10],
    ['getListingsItem', 5, 10],
    ['patchListingsItem', 5, 10],
  ]),
  retry: { headers: [], nothingDone: [429] },
  idempotency: {
    // `packageReferenceId` "uniquely identifies a package within the scope of an order".
    'shipments.publish': { class: 'natural-key' },
    // Absolute quantities of listings by their SKUs.
    'inventory.publish': { class: 'natural-key' },
  },
};
