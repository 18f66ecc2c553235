import type { InventoryAvailability } from '@dist/canonical';
import * as z from 'zod';
import { amazonAnswer } from '../amazon/amazon-answer.ts';
import { sellerItem } from '../order/seller-item.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { PublishOutcome } from '../port/publish.ts';
import { findListing, type ListingAccount } from './find-listing.ts';
import { listingPath } from './listing-path.ts';

/** What is read of `ListingsItemSubmissionResponse`. */
const submissionWire = z.object({
  status: z.string().min(1),
  submissionId: z.string().min(1),
  issues: z.array(z.object({ message: z.string(), severity: z.string() })).optional(),
});

interface Quantity {
  readonly sku: string;
  readonly quantity: number;
}

/**
 * Sets what buyers may buy of the seller's own stock, listing by listing (`patchListingsItem`, "Merge a listing"): absolute
 * numbers, so that to send them twice changes nothing. Each listing is read first, for the product type that a patch must name.
 */
export async function publishInventory(
  account: ListingAccount,
  availability: InventoryAvailability,
  call: Call,
): Promise<PublishOutcome> {
  const quantities = quantitiesOf(availability);
  if (typeof quantities === 'string') return rejected('content', quantities);
  const { client, sellerId = '', marketplaceId } = account;
  const operation = 'inventory.publish';
  const stopped = (failure: ConnectorFailure, done: number): PublishOutcome =>
    done === 0 && failure.safeToReplay
      ? { status: 'failed', failure }
      : { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  const ids: string[] = [];
  for (const { sku, quantity } of quantities) {
    const found = await findListing(account, sku, { ...call, operation });
    if (found.status === 'failed') return stopped(found.failure, ids.length);
    const summaries = found.status === 'found' ? (found.value.summaries ?? []) : [];
    const summary = summaries.find((one) => one.marketplaceId === marketplaceId);
    if (summary === undefined) return rejected('sku-unknown', `there is no listing ${sku}`);
    const value = [{ fulfillment_channel_code: 'DEFAULT', quantity }];
    const patches = [{ op: 'merge', path: '/attributes/fulfillment_availability', value }];
    const request = {
      method: 'PATCH',
      path: listingPath(sellerId, sku),
      query: { marketplaceIds: marketplaceId },
      body: { productType: summary.productType, patches },
      operation,
      lane: 'patchListingsItem',
    } as const;
    const answer = amazonAnswer(client, await client.call('write', request, call), submissionWire, 'write');
    if (!answer.ok) {
      const { failure } = answer;
      const isRefused = failure.class === 'validation' && failure.vendor?.code !== undefined;
      return isRefused ? rejected(failure.vendor?.code ?? '', failure.message) : stopped(failure, ids.length);
    }
    const { status, submissionId, issues = [] } = answer.value;
    // 200 says that the request was understood: "See the response to determine if the submission has been accepted."
    if (status !== 'ACCEPTED') {
      const texts = issues.filter(({ severity }) => severity === 'ERROR').map(({ message }) => message);
      return rejected(status, `${sku}: ${texts.join('; ') || status}`);
    }
    ids.push(submissionId);
  }
  return { status: 'published', id: ids.join(',') };
}

/** Pure: whole pieces of the seller's own stock by SKU, or a sentence that says what cannot be told to Amazon. */
function quantitiesOf({ items }: InventoryAvailability): readonly Quantity[] | string {
  const all: Quantity[] = [];
  for (const [at, item] of items.entries()) {
    const sku = sellerItem(item);
    if (sku === undefined) return `item ${at} has no number of the seller`;
    const channel = item.location?.value ?? 'DEFAULT';
    if (channel !== 'DEFAULT') return `${sku}: a seller tells the stock of the channel DEFAULT only, not of ${channel}`;
    const salable = item.quantities.find(({ type }) => type === 'salable')?.quantity;
    if (salable === undefined) return `${sku}: what may be sold is set, and is not told`;
    if (salable.unit !== 'C62') return `${sku}: counted in pieces, not in ${salable.unit}`;
    if (!/^\d{1,9}$/.test(salable.value)) return `${sku}: ${salable.value} pieces`;
    all.push({ sku, quantity: Number(salable.value) });
  }
  return all;
}

function rejected(reason: string, message: string): PublishOutcome {
  return { status: 'rejected', reason, message: `Amazon Seller: ${message}` };
}
