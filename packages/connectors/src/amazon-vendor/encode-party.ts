import type { Issue, Parties, Party } from '@dist/canonical';
import { issueOf } from '../amazon/issue-of.ts';
import { present } from '../port/present.ts';

/** `PartyIdentification` as the models of orders, shipments and invoices take it. */
export interface AmazonParty {
  readonly partyId: string;
  readonly address?: Readonly<Record<string, string | undefined>>;
}

const named: Readonly<Record<string, string>> = {
  seller: 'sellingParty',
  shipFrom: 'shipFromParty',
  shipTo: 'shipToParty',
  billTo: 'billToParty',
  remitTo: 'remitToParty',
};

/** How a model calls the postal code: those of orders and shipments, and that of invoices. */
export type PostalCodeField = 'postalCode' | 'postalOrZipCode';

/**
 * A party by the code that Amazon has given it (scheme `buyer`): vendor code, warehouse. `otherwise` stands where the
 * document does not name it.
 */
export function encodeParty(
  parties: Parties,
  role: 'seller' | 'shipFrom' | 'shipTo' | 'billTo' | 'remitTo',
  otherwise?: string | undefined,
  postalCode: PostalCodeField = 'postalCode',
): AmazonParty | Issue {
  const party = parties[role];
  const partyId = party?.ids.find(({ scheme }) => scheme === 'buyer')?.value ?? otherwise;
  if (partyId === undefined) {
    return issueOf('party', ['parties', role], `${named[role]} has no code of Amazon's (scheme "buyer")`);
  }
  const address = party && addressOf(party, postalCode);
  return { partyId, ...(address === undefined ? {} : { address }) };
}

/** Amazon wants name, first line and country of an address, or no address. */
function addressOf({ name, address }: Party, postalCode: PostalCodeField): AmazonParty['address'] | undefined {
  const [first, second, third] = address?.lines ?? [];
  if (name === undefined || first === undefined || address?.country === undefined) return undefined;
  return present({
    name,
    addressLine1: first,
    addressLine2: second,
    addressLine3: third,
    city: address.city,
    stateOrRegion: address.region,
    [postalCode]: address.postalCode,
    countryCode: address.country,
  });
}
