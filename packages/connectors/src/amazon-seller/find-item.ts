import type { Item } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { findListing, type ListingAccount } from './find-listing.ts';

/** An item by its SKU: the listing of it in the marketplace. One that nobody can buy is discontinued. */
export async function findItem(
  account: ListingAccount,
  { value }: LookUp<'sku'>,
  call: Call = {},
): Promise<Found<Item>> {
  const found = await findListing(account, value, { ...call, operation: 'items.find' });
  if (found.status !== 'found') return found;
  const { sku, summaries = [] } = found.value;
  const summary = summaries.find(({ marketplaceId }) => marketplaceId === account.marketplaceId);
  if (summary === undefined) return { status: 'notFound' };
  const { asin, itemName = '', status } = summary;
  return {
    status: 'found',
    value: {
      sku,
      ids: asin === undefined ? [] : [{ scheme: 'channel', value: asin }],
      description: itemName,
      baseUnit: 'C62',
      conversions: [],
      status: status.includes('BUYABLE') ? 'active' : 'discontinued',
    },
  };
}
