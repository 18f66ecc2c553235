import type { Selection } from './parse-document.ts';
import type { ShopifyState } from './shop-state.ts';

interface QuantityInput {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly changeFromQuantity?: number | undefined;
}

interface SetInput {
  readonly name: string;
  readonly quantities: readonly QuantityInput[];
}

/** The error by which a mutation without a key is refused from 2026-04 on. */
export class KeyMissing extends Error {}

/**
 * `inventorySetQuantities`: a key is mandatory, is remembered, and must come with the same variables; a quantity is set
 * where it is what the request says it is, all of them or none.
 */
export function publishQuantities(state: ShopifyState, { args, directives }: Selection): unknown {
  const key = directives['idempotent']?.['key'];
  if (typeof key !== 'string' || key === '')
    throw new KeyMissing('The @idempotent directive is required for this mutation');
  const input = JSON.stringify(args['input']);
  const known = state.keys.get(key);
  if (known !== undefined) {
    return known.input === input
      ? known.answer
      : refused(
          'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
          'The same idempotency key cannot be used with different operation parameters.',
        );
  }
  const answer = isSetInput(args['input'])
    ? setAll(state, args['input'])
    : refused('INVALID_NAME', "The quantity name must be either 'available' or 'on_hand'.");
  state.keys.set(key, { input, answer });
  return answer;
}

function isSetInput(input: unknown): input is SetInput {
  return typeof input === 'object' && input !== null && 'quantities' in input && 'name' in input;
}

function setAll({ items }: ShopifyState, { name, quantities }: SetInput): object {
  if (name !== 'available' && name !== 'on_hand')
    return refused('INVALID_NAME', "The quantity name must be either 'available' or 'on_hand'.");
  const places = quantities.map((one) => {
    const item = items.find(({ id }) => `gid://shopify/InventoryItem/${id}` === one.inventoryItemId);
    return { ...one, level: item?.stock.get(one.locationId.replace(/^.*\//, '')) };
  });
  for (const { level, changeFromQuantity } of places) {
    if (level === undefined)
      return refused('ITEM_NOT_STOCKED_AT_LOCATION', 'The specified inventory item is not stocked at the location.');
    if (changeFromQuantity !== undefined && changeFromQuantity !== (level[name] ?? 0))
      return refused('CHANGE_FROM_QUANTITY_STALE', 'The changeFromQuantity value does not match persisted value.');
  }
  for (const { level, quantity } of places) {
    if (level === undefined) continue;
    const change = quantity - (level[name] ?? 0);
    // On hand is what is available and what is not: one moves the other.
    level['available'] = (level['available'] ?? 0) + change;
    level['on_hand'] = (level['on_hand'] ?? 0) + change;
  }
  return { inventoryAdjustmentGroup: { id: 'gid://shopify/InventoryAdjustmentGroup/1' }, userErrors: [] };
}

function refused(code: string, message: string): object {
  return { inventoryAdjustmentGroup: null, userErrors: [{ field: ['input'], message, code }] };
}
