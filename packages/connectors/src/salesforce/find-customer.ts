import { type Customer, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { query } from './query.ts';
import { soqlText } from './soql-text.ts';

const accountWire = z.object({
  Id: z.string().min(15),
  Name: z.string().min(1),
  AccountNumber: optionalText,
  Phone: optionalText,
});

/** An account by its id, number or name, or by the address of one of its contacts. */
export async function findCustomer(
  client: VendorClient,
  { by, value }: LookUp<'id' | 'number' | 'name' | 'email'>,
  call: Call = {},
): Promise<Found<Customer>> {
  const literal = soqlText(value);
  const where = {
    id: `Id = ${literal}`,
    number: `AccountNumber = ${literal}`,
    name: `Name = ${literal}`,
    email: `Id IN (SELECT AccountId FROM Contact WHERE Email = ${literal})`,
  }[by];
  const soql = `SELECT Id, Name, AccountNumber, Phone FROM Account WHERE ${where} LIMIT 2`;
  const read = await query(client, soql, { ...call, operation: 'customers.find' });
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [record, second] = read.records;
  if (record === undefined) return { status: 'notFound' };
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two accounts have the ${by} ${value}`) };
  }
  const account = validate(accountWire, record);
  if (!account.ok) {
    const text = `the account cannot be read: ${account.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const { Id, Name, AccountNumber, Phone } = account.value;
  return {
    status: 'found',
    value: present<Customer>({
      // Salesforce gives accounts no number of its own: where nobody has, the id is the only one.
      customerNumber: AccountNumber ?? Id,
      name: Name,
      ids: [{ scheme: 'channel', value: Id }],
      contacts: Phone === undefined ? undefined : [{ phone: Phone }],
      shipTo: [],
    }),
  };
}
