import * as z from 'zod';
import { optionalText } from '../wire/optional-text.ts';
import type { Operation } from './admin-client.ts';
import { type PageInfo, pageInfo } from './page-info.ts';

const place = z.object({
  id: z.string(),
  name: z.string(),
  externalId: optionalText,
  shippingAddress: z
    .object({
      recipient: optionalText,
      companyName: optionalText,
      address1: optionalText,
      address2: optionalText,
      city: optionalText,
      zoneCode: optionalText,
      zip: optionalText,
      countryCode: optionalText,
      phone: optionalText,
    })
    .nullish(),
});

const company = z.object({
  id: z.string(),
  name: z.string(),
  externalId: optionalText,
  locations: z.object({ nodes: z.array(place), pageInfo }),
});

/** A company with a page of its places. */
export type CompanyNode = z.output<typeof company>;
/** A location of a company. */
export type CompanyPlace = z.output<typeof place>;

const placeSelection = `nodes {
        id name externalId
        shippingAddress { recipient companyName address1 address2 city zoneCode zip countryCode phone }
      }
      pageInfo { hasNextPage endCursor }`;

const companySelection = `id name externalId
    locations(first: 50) {
      ${placeSelection}
    }`;

/** A company of business customers (B2B). */
export const companyById: Operation<{ company?: CompanyNode | null | undefined }> = {
  kind: 'read',
  name: 'CompanyById',
  cost: 103,
  text: `query CompanyById($id: ID!) {
  company(id: $id) {
    ${companySelection}
  }
}`,
  data: z.object({ company: company.nullish() }),
};

/** Companies of a search. */
export const companiesByText: Operation<{ companies: { nodes: CompanyNode[] } }> = {
  kind: 'read',
  name: 'CompaniesByText',
  cost: 517,
  text: `query CompaniesByText($search: String!) {
  companies(first: 5, query: $search) {
    nodes {
    ${companySelection}
    }
  }
}`,
  data: z.object({ companies: z.object({ nodes: z.array(company) }) }),
};

/** The further places of a large company. */
export const companyPlaces: Operation<{
  company?: { locations: { nodes: CompanyPlace[]; pageInfo: PageInfo } } | null | undefined;
}> = {
  kind: 'read',
  name: 'CompanyPlaces',
  cost: 503,
  text: `query CompanyPlaces($id: ID!, $after: String) {
  company(id: $id) {
    locations(first: 250, after: $after) {
      ${placeSelection}
    }
  }
}`,
  data: z.object({ company: z.object({ locations: company.shape.locations }).nullish() }),
};
