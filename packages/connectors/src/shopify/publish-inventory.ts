import type { InventoryAvailability } from '@dist/canonical';
import { classOfError } from '../http/vendor-errors.ts';
import type { WriteCall } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { AdminClient } from './admin-client.ts';
import { setQuantities } from './inventory-queries.ts';
import { planQuantities, type QuantityInput, type QuantityName } from './plan-quantities.ts';
import { readInventory } from './read-inventory.ts';
import { refusedByUser } from './refused-by-user.ts';
import { shopifyErrors } from './shopify-errors.ts';

/** Most quantities in one mutation (InventorySetQuantitiesInput). */
const together = 250;

/**
 * Sets stock by compare-and-set: what was sold since it was read is never overwritten, that is a `conflict`, and telling
 * again reads anew. What is there already is not written.
 */
export async function publishInventory(
  admin: AdminClient,
  { location }: { readonly location?: string | undefined },
  availability: InventoryAvailability,
  call: WriteCall,
): Promise<PublishOutcome> {
  const skus = availability.items.flatMap(({ ids }) => ids.filter(({ scheme }) => scheme === 'seller'));
  const stock = await readInventory(
    admin,
    skus.map(({ value }) => value),
    call,
  );
  if (!stock.ok) return { status: 'failed', failure: stock.failure };
  const plan = planQuantities(availability, stock.data, location);
  if (!plan.ok) return { status: 'rejected', reason: plan.reason, message: plan.message };
  let id: string | undefined;
  for (const [name, quantities] of plan.sets) {
    for (let from = 0; from < quantities.length; from += together) {
      const some = quantities.slice(from, from + together);
      const outcome = await set(admin, { name, quantities: some, number: availability.number }, call);
      if (outcome.status !== 'published') return outcome;
      id ??= outcome.id;
    }
  }
  return id === undefined ? { status: 'already', id: availability.number } : { status: 'published', id };
}

async function set(
  admin: AdminClient,
  {
    name,
    quantities,
    number,
  }: { readonly name: QuantityName; readonly quantities: readonly QuantityInput[]; readonly number: string },
  call: WriteCall,
): Promise<PublishOutcome> {
  const referenceDocumentUri = `gid://order-to-cash/InventoryAvailability/${encodeURIComponent(number)}`;
  const input = { name, reason: 'correction', referenceDocumentUri, quantities };
  const answer = await admin.run(setQuantities, { input, key: await keyOf(call.key, input) }, call);
  if (!answer.ok) {
    const { failure } = answer;
    // What was set is seen when it is read again.
    return failure.safeToReplay
      ? { status: 'failed', failure }
      : { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const { inventorySetQuantities: made } = answer.data;
  const refused = refusedByUser(made?.userErrors);
  if (refused !== undefined) {
    const { reason: code, message } = refused;
    const known = classOfError(shopifyErrors, { status: 200, code });
    if (known === undefined) return refused;
    return { status: 'failed', failure: admin.fail(known, message, { vendor: { code, status: 200 } }) };
  }
  if (made?.inventoryAdjustmentGroup) return { status: 'published', id: made.inventoryAdjustmentGroup.id };
  const failure = admin.fail('contract-drift', 'neither a change nor an error came', { safeToReplay: true });
  return { status: 'unknown', failure };
}

/**
 * The key of a request: the same for the same numbers under the same key of the caller's. Shopify refuses a key that comes
 * with other parameters, and these change with the stock that was read.
 */
async function keyOf(key: string, input: object): Promise<string> {
  const bytes = new TextEncoder().encode(`${key}\n${JSON.stringify(input)}`);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const hex = Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
