import { fieldOf } from '../../json/field-of.ts';
import { amazonRefusal } from '../amazon-vendor/amazon-refusal.ts';

/**
 * A listing of the seller, read or patched, by the model listingsItems_2021-08-01. A quantity that is none is `INVALID`, in an
 * answer that has succeeded.
 */
export async function listing(listings: Map<string, number>, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const sku = decodeURIComponent(pathname.split('/').at(-1) ?? '');
  const quantity = listings.get(sku);
  const marketplaceId = searchParams.get('marketplaceIds') ?? '';
  if (quantity === undefined) return amazonRefusal(404, 'NOT_FOUND', `SKU '${sku}' not found`);
  if (request.method === 'GET') {
    const summary = { marketplaceId, asin: 'B07FTPX71F', productType: 'VALVE', status: ['BUYABLE', 'DISCOVERABLE'] };
    const dates = { createdDate: '2026-01-01T00:00:00Z', lastUpdatedDate: '2026-01-01T00:00:00Z' };
    return Response.json({
      sku,
      summaries: [{ ...summary, itemName: 'Valve (sample)', ...dates }],
      fulfillmentAvailability: [{ fulfillmentChannelCode: 'DEFAULT', quantity }],
    });
  }
  const body: unknown = JSON.parse(await request.text());
  const patches = fieldOf(body, 'patches');
  const [patch]: readonly unknown[] = Array.isArray(patches) ? patches : [];
  const values = fieldOf(patch, 'value');
  const [value]: readonly unknown[] = Array.isArray(values) ? values : [];
  const wanted = fieldOf(value, 'quantity');
  const isKnown = fieldOf(body, 'productType') === 'VALVE' && fieldOf(value, 'fulfillment_channel_code') === 'DEFAULT';
  const isValid = isKnown && typeof wanted === 'number' && wanted < 100_000_000;
  if (isValid) listings.set(sku, wanted);
  const issue = { code: '90244', message: `The quantity of '${sku}' is not valid.`, severity: 'ERROR' };
  return Response.json({
    sku,
    status: isValid ? 'ACCEPTED' : 'INVALID',
    submissionId: `f1dc2914-${listings.size}`,
    issues: isValid ? [] : [issue],
  });
}
