import type { Identifier } from '@dist/canonical';
import { emailDomainsOf } from './email-domains-of.ts';
import type { EnrichmentRequest } from './enrich.ts';
import type { MasterDataKeys } from './master-data.ts';

/** All keys of master data that an order needs, each once: one look-up for one order. */
export function lookups({ partner, order, receivedAt }: EnrichmentRequest): MasterDataKeys {
  const { shipTo, buyer, billTo } = order.parties;
  const stores = order.lines.flatMap((line) => line.allocations?.map((allocation) => allocation.location) ?? []);
  const lineParties = order.lines.flatMap((line) => line.parties?.shipTo?.ids ?? []);
  const places = [shipTo, buyer, billTo].flatMap((party) => party?.ids ?? []);
  return {
    partner,
    items: distinct(order.lines.flatMap((line) => line.ids)),
    places: distinct([...stores, ...lineParties, ...places]),
    emailDomains: emailDomainsOf(order),
    currency: order.currency,
    ...(receivedAt !== undefined && { receivedAt }),
  };
}

function distinct(ids: readonly Identifier[]): readonly Identifier[] {
  return [...new Map(ids.map((id) => [`${id.scheme}/${id.value}`, id])).values()];
}
