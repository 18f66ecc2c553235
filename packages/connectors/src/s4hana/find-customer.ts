import { type Customer, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';

const path = '/API_BUSINESS_PARTNER/A_BusinessPartner';

const businessPartner = z.object({
  BusinessPartner: z.string().min(1),
  Customer: z.string().min(1),
  BusinessPartnerFullName: z.string().nullish(),
});

/** A business partner that is a customer, by its customer number or by its name as a whole. */
export async function findCustomer(
  client: VendorClient,
  { by, value }: LookUp<'number' | 'name'>,
  call?: Call,
): Promise<Found<Customer>> {
  const field = by === 'number' ? 'Customer' : 'BusinessPartnerFullName';
  const query = {
    $filter: `${field} eq ${odataText(value)} and Customer ne ''`,
    $select: 'BusinessPartner,Customer,BusinessPartnerFullName',
    $top: '2',
    $format: 'json',
  };
  const answer = await client.call('read', { method: 'GET', path, query, operation: 'customers.find' }, call);
  const read = odataResults(client, answer);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const list = validate(z.array(businessPartner), read.value);
  if (!list.ok) {
    const text = `the answer cannot be read: ${list.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const [first, second] = list.value;
  if (first === undefined) return { status: 'notFound' };
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two customers have the ${by} ${value}`) };
  }
  return {
    status: 'found',
    value: present({
      customerNumber: first.Customer,
      name: first.BusinessPartnerFullName ?? undefined,
      ids: [{ scheme: 'erp' as const, value: first.BusinessPartner }],
      shipTo: [],
    }),
  };
}
