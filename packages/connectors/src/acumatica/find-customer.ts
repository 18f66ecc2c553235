import type { Customer } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { findOne } from './find-one.ts';
import { requiredText } from './required-text.ts';
import type { Tenant } from './tenant.ts';
import { textValue } from './text-value.ts';

const schema = z.object({ CustomerID: requiredText, CustomerName: textValue, CurrencyID: textValue });

/** The filter of each key; the e-mail address is that of the main contact ($filter Parameter, Condition on a Linked Entity). */
const fields = { number: 'CustomerID', email: 'MainContact/Email', name: 'CustomerName' } as const;

/** A customer by its Customer ID, the address of its main contact, or its name as a whole. */
export async function findCustomer(
  tenant: Tenant,
  { by, value }: LookUp<'number' | 'email' | 'name'>,
  call?: Call,
): Promise<Found<Customer>> {
  const query = {
    $filter: `${fields[by]} eq ${odataText(value)}`,
    $expand: 'MainContact',
    $select: 'CustomerID,CustomerName,CurrencyID,MainContact/Email',
  };
  const request = {
    path: '/Customer',
    query,
    operation: 'customers.find',
    schema,
    what: `customers have the ${by} ${value}`,
  };
  const found = await findOne(tenant, request, ({ CustomerID }) => by !== 'number' || CustomerID === value, call);
  if (found.status !== 'found') return found;
  const { CustomerID, CustomerName, CurrencyID } = found.wire;
  return {
    status: 'found',
    value: present({
      customerNumber: CustomerID,
      name: CustomerName,
      ids: [{ scheme: 'erp' as const, value: CustomerID }],
      shipTo: [],
      currency: CurrencyID,
    }),
  };
}
