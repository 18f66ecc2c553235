import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { optionalText } from '../wire/optional-text.ts';
import { type BusinessUnit, fusionRoot } from './business-unit.ts';
import { queryText } from './query-text.ts';
import { readCollection } from './read-collection.ts';

const wire = z.object({
  ItemNumber: z.string().min(1),
  OrganizationCode: z.string().min(1),
  ItemDescription: optionalText,
  PrimaryUOMValue: z.string().min(1),
  ItemStatusValue: optionalText,
});

/** What is read of an item of `itemsV2`: one for each organization that has it. */
export type ItemWire = z.output<typeof wire>;

/** An item by its number, in every organization. */
export async function readItem(
  { client }: BusinessUnit,
  number: string,
  operation: string,
  call?: Call,
): Promise<
  | { readonly ok: true; readonly value: readonly ItemWire[] }
  | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const text = queryText(number);
  if (number === '' || text === undefined) {
    const failure = client.fail('validation', 'an item number with such signs is none', { safeToReplay: true });
    return { ok: false, failure };
  }
  const request = { path: `${fusionRoot}/itemsV2`, query: { q: `ItemNumber = ${text}` }, operation };
  const read = await readCollection(client, request, call);
  if (!read.ok) return read;
  const items = validate(z.array(wire), read.value);
  if (items.ok) return { ok: true, value: items.value.filter(({ ItemNumber }) => ItemNumber === number) };
  const reason = `the answer cannot be read: ${items.issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', reason, { safeToReplay: true }) };
}
