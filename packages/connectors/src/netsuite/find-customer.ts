import type { Customer } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { findOne } from './find-one.ts';
import { suiteText } from './suite-text.ts';

const customerRows = z.array(
  z.object({ id: z.string(), entityid: z.string(), companyname: optionalText, email: optionalText }),
);

const customerFields = { id: 'id', number: 'entityid', email: 'email', name: 'companyname' } as const;

/** A customer by its internal id, its number, an e-mail address or its company's name. */
export async function findCustomer(
  client: VendorClient,
  { by, value }: LookUp<keyof typeof customerFields>,
  call?: Call,
): Promise<Found<Customer>> {
  const field = customerFields[by];
  const q = `SELECT customer.id AS id, customer.entityid AS entityid, customer.companyname AS companyname, customer.email AS email FROM customer WHERE customer.${field} = ${suiteText(value)} ORDER BY customer.id`;
  const found = await findOne(
    client,
    { q, operation: 'customers.find', what: `customers have the ${by} ${value}` },
    customerRows,
    call,
  );
  if (found.status !== 'found') return found;
  const { id, entityid, companyname, email } = found.value;
  return {
    status: 'found',
    value: present({
      customerNumber: entityid,
      name: companyname,
      ids: [{ scheme: 'erp' as const, value: id }],
      contacts: email === undefined ? undefined : [{ email }],
      shipTo: [],
    }),
  };
}
