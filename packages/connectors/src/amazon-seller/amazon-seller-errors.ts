import { amazonErrors } from '../amazon/amazon-errors.ts';
import type { VendorErrorRule } from '../http/vendor-errors.ts';

/** What errors of the Orders API mean, before those that every operation may answer. */
export const amazonSellerErrors: readonly VendorErrorRule[] = [
  {
    code: 'InvalidInput',
    class: 'validation',
    sample: 'Invalid Input',
    source: 'Model orders_2026-01-01, static sandbox of searchOrders and getOrder',
  },
  {
    code: 'Invalid Input',
    class: 'validation',
    sample: 'Invalid Input',
    source: 'Model ordersV0, static sandbox of confirmShipment',
  },
  ...amazonErrors,
];
