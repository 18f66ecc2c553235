import { normalize } from '@dist/canonical/arithmetic';

/** Whether `RequestedQuantity` keeps a decimal: 15 digits, 3 of them after the point (API_SALES_ORDER_SRV, Edm.Decimal). */
export function keepsQuantity(quantity: string): boolean {
  return /^\d{1,12}(\.\d{1,3})?$/.test(normalize(quantity));
}
