import * as z from 'zod';
import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import { optionalText } from '../wire/optional-text.ts';
import { listingPath } from './listing-path.ts';

/** Whose listings are meant, and where they are sold. */
export interface ListingAccount {
  readonly client: VendorClient;
  /** Undefined where the account was not named: listings are not reached then. */
  readonly sellerId: string | undefined;
  readonly marketplaceId: string;
}

/** What is read of an `Item` of the model listingsItems_2021-08-01. */
const listingWire = z.object({
  sku: z.string().min(1),
  summaries: z
    .array(
      z.object({
        marketplaceId: z.string(),
        asin: optionalText,
        productType: z.string().min(1),
        status: z.array(z.string()),
        itemName: optionalText,
      }),
    )
    .optional(),
  fulfillmentAvailability: z
    .array(z.object({ fulfillmentChannelCode: z.string().min(1), quantity: z.int().nonnegative().optional() }))
    .optional(),
});

export type ListingWire = z.output<typeof listingWire>;

/** A listing by its SKU, from `getListingsItem`: its summary and its quantities. */
export async function findListing(
  { client, sellerId, marketplaceId }: ListingAccount,
  sku: string,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<Found<ListingWire>> {
  if (sellerId === undefined) {
    const failure = client.fail('config', 'listings are those of a seller: set sellerId', { safeToReplay: true });
    return { status: 'failed', failure };
  }
  const path = listingPath(sellerId, sku);
  const query = { marketplaceIds: marketplaceId, includedData: 'summaries,fulfillmentAvailability' };
  const request = { method: 'GET', path, query, operation, lane: 'getListingsItem' } as const;
  const read = amazonAnswer(client, await client.call('read', request, call), listingWire);
  if (read.ok) return { status: 'found', value: read.value };
  const { vendor } = read.failure;
  // By its code Amazon says that there is no such listing; a 404 without it came from something in between.
  const isAmazon = vendor?.code === 'NOT_FOUND' || vendor?.code === 'NotFound';
  return vendor?.status === 404 && isAmazon ? { status: 'notFound' } : { status: 'failed', failure: read.failure };
}
