import { validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { optionalText } from '../wire/optional-text.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';

const wire = z.object({
  ItemNumber: z.string().min(1),
  SearchName: optionalText,
  InventoryUnitSymbol: z.string().min(1),
});

/** What is read of `ReleasedProductV2`. */
export type ItemWire = z.output<typeof wire>;

/** Items by their numbers, as the legal entity has released them: `ReleasedProductsV2`. */
export async function readItems(
  entity: LegalEntity,
  numbers: readonly string[],
  operation: string,
  call?: Call,
): Promise<
  | { readonly ok: true; readonly value: readonly ItemWire[] }
  | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const filter = `(${numbers.map((number) => `ItemNumber eq ${odataText(number)}`).join(' or ')})`;
  const read = await readSet(entity, 'ReleasedProductsV2', { filter, operation }, call);
  if (!read.ok) return read;
  const items = validate(z.array(wire), read.value);
  if (items.ok) return { ok: true, value: items.value.filter(({ ItemNumber }) => numbers.includes(ItemNumber)) };
  const text = `the answer cannot be read: ${items.issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: entity.client.fail('contract-drift', text, { safeToReplay: true }) };
}
