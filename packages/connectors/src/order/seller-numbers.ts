import type { Order } from '@dist/canonical';

/** The seller's own numbers in an order: of the customer and of its ship-to place (scheme `erp`). */
export function sellerNumbers({ parties }: Pick<Order, 'parties'>): {
  readonly customer: string | undefined;
  readonly shipTo: string | undefined;
} {
  const { buyer, shipTo } = parties;
  return {
    customer: buyer?.ids.find((id) => id.scheme === 'erp')?.value,
    shipTo: shipTo?.ids.find((id) => id.scheme === 'erp')?.value,
  };
}
