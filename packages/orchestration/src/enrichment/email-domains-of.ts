import type { Order } from '@dist/canonical';

/** Domains of the buyer's and the bill-to's mail addresses, in small letters, each once. The ship-to may be anybody. */
export function emailDomainsOf({ parties: { buyer, billTo } }: Order): readonly string[] {
  const contacts = [buyer, billTo].flatMap((party) => party?.contacts ?? []);
  const domains = contacts.flatMap(({ email }) => email?.split('@').slice(1).at(-1)?.trim().toLowerCase() || []);
  return [...new Set(domains)];
}
