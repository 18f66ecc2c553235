import type { Customer } from '@dist/canonical';
import { present } from '../port/present.ts';
import type { CompanyNode, CompanyPlace } from './company-queries.ts';
import { numberOfId } from './number-of-id.ts';
import type { PersonNode } from './person-queries.ts';

/**
 * Pure: a company. The seller's numbers of company and places are their external ids; without one it is Shopify's number,
 * which an order has too (scheme `channel`).
 */
export function decodeCompany({ id, name, externalId, locations }: CompanyNode): Customer {
  return {
    customerNumber: externalId ?? numberOfId(id),
    name,
    ids: idsOf(id, externalId),
    shipTo: locations.nodes.map(placeOf),
  };
}

/** Pure: a person. */
export function decodePerson({ id, displayName, defaultEmailAddress }: PersonNode): Customer {
  return present({
    customerNumber: numberOfId(id),
    name: displayName,
    // An order of a person has the global id.
    ids: [{ scheme: 'channel' as const, value: id }],
    contacts: defaultEmailAddress ? [{ email: defaultEmailAddress.emailAddress }] : undefined,
    shipTo: [],
  });
}

function placeOf({ id, name, externalId, shippingAddress: address }: CompanyPlace): Customer['shipTo'][number] {
  const lines = [address?.address1, address?.address2].filter((line) => line !== undefined);
  return present({
    shipToNumber: externalId ?? numberOfId(id),
    name,
    additionalName: address?.recipient,
    ids: idsOf(id, externalId),
    address: address
      ? present({
          lines,
          city: address.city,
          region: address.zoneCode,
          postalCode: address.zip,
          country: address.countryCode,
        })
      : undefined,
    contacts: address?.phone === undefined ? undefined : [{ phone: address.phone }],
  });
}

function idsOf(id: string, externalId: string | undefined): Customer['ids'] {
  const own = { scheme: 'channel' as const, value: numberOfId(id) };
  return externalId === undefined ? [own] : [{ scheme: 'erp', value: externalId }, own];
}
