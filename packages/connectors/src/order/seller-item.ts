import type { OrderLine } from '@dist/canonical';

/** The seller's item number of a line (scheme `seller`). */
export function sellerItem({ ids }: Pick<OrderLine, 'ids'>): string | undefined {
  return ids.find((id) => id.scheme === 'seller')?.value;
}
