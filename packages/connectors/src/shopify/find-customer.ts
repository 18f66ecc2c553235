import type { Customer } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { CustomerKey, LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import { type CompanyNode, companiesByText, companyById, companyPlaces } from './company-queries.ts';
import { decodeCompany, decodePerson } from './decode-customer.ts';
import { peopleByText, personById } from './person-queries.ts';
import { searchText } from './search-text.ts';

/**
 * A company by its external id (`number`), its name or its global id; a person by an e-mail address or the global id. A
 * plain number as `id` is a company's, as orders of companies have it.
 */
export async function findCustomer(
  admin: AdminClient,
  { by, value }: LookUp<CustomerKey>,
  call: Call = {},
): Promise<Found<Customer>> {
  const found = await customersBy(admin, { by, value }, call);
  if (!found.ok) return { status: 'failed', failure: found.failure };
  const [customer, other] = found.data;
  if (customer === undefined) return { status: 'notFound' };
  if (other === undefined) return { status: 'found', value: customer };
  const failure = admin.fail('conflict', `${found.data.length} customers have the ${by} ${value}`);
  return { status: 'failed', failure };
}

async function customersBy(
  admin: AdminClient,
  { by, value }: LookUp<CustomerKey>,
  call: Call,
): Promise<LookedUp<readonly Customer[]>> {
  if (by === 'id') return await byId(admin, value, call);
  if (by === 'email') {
    const answer = await admin.run(peopleByText, { search: `email:${searchText(value)}` }, call);
    if (!answer.ok) return answer;
    const same = answer.data.customers.nodes.filter(
      ({ defaultEmailAddress }) => defaultEmailAddress?.emailAddress.toLowerCase() === value.toLowerCase(),
    );
    return { ok: true, data: same.map(decodePerson) };
  }
  const search = `${by === 'number' ? 'external_id' : 'name'}:${searchText(value)}`;
  const answer = await admin.run(companiesByText, { search }, call);
  if (!answer.ok) return answer;
  const same = answer.data.companies.nodes.filter(
    ({ name, externalId }) => (by === 'number' ? externalId : name) === value,
  );
  return await companiesOf(admin, same, call);
}

async function byId(admin: AdminClient, value: string, call: Call): Promise<LookedUp<readonly Customer[]>> {
  const [, type = 'Company', number] = /^(?:gid:\/\/shopify\/(Company|Customer)\/)?(\d{1,20})$/.exec(value) ?? [];
  if (number === undefined) return { ok: true, data: [] };
  const id = `gid://shopify/${type}/${number}`;
  if (type === 'Customer') {
    const answer = await admin.run(personById, { id }, call);
    if (!answer.ok) return answer;
    return { ok: true, data: answer.data.customer ? [decodePerson(answer.data.customer)] : [] };
  }
  const answer = await admin.run(companyById, { id }, call);
  if (!answer.ok) return answer;
  return await companiesOf(admin, answer.data.company ? [answer.data.company] : [], call);
}

/** More pages of places than any company has. */
const mostPages = 50;

async function companiesOf(
  admin: AdminClient,
  companies: readonly CompanyNode[],
  call: Call,
): Promise<LookedUp<readonly Customer[]>> {
  const found: Customer[] = [];
  for (const company of companies) {
    const nodes = [...company.locations.nodes];
    let { pageInfo } = company.locations;
    for (let page = 0; pageInfo.hasNextPage; page++) {
      const answer = await admin.run(companyPlaces, { id: company.id, after: pageInfo.endCursor }, call);
      if (!answer.ok) return answer;
      const more = answer.data.company?.locations;
      if (more === undefined || page >= mostPages) {
        const text = `the places of ${company.id} do not end`;
        return { ok: false, failure: admin.fail('contract-drift', text, { safeToReplay: true }) };
      }
      nodes.push(...more.nodes);
      pageInfo = more.pageInfo;
    }
    found.push(decodeCompany({ ...company, locations: { nodes, pageInfo } }));
  }
  return { ok: true, data: found };
}
