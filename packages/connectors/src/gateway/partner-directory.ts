import type { PartnerMaps } from './partner-maps.ts';
import type { EnvelopeAddress, TradingPartner } from './trading-partner.ts';

/** A trading partner with its maps compiled. */
export interface GatewayPartner {
  readonly profile: TradingPartner;
  readonly maps: PartnerMaps;
}

/** Where profiles live: a folder, a table. An interchange from an address that is not found is kept and reported, and nothing follows. */
export interface PartnerDirectory {
  byAddress(theirs: EnvelopeAddress, ours: EnvelopeAddress): Promise<GatewayPartner | undefined>;
  byId(id: string): Promise<GatewayPartner | undefined>;
}

/** A directory of partners that are known beforehand. @throws RangeError when two share an id or an address. */
export function partnerDirectory(partners: readonly GatewayPartner[]): PartnerDirectory {
  const byId = new Map(partners.map((partner) => [partner.profile.id, partner]));
  const byAddress = new Map(
    partners.map((partner) => {
      const { theirs, ours } = partner.profile.interchange;
      return [addressKey(theirs, ours), partner];
    }),
  );
  if (byId.size < partners.length) throw new RangeError('two trading partners have the same id');
  if (byAddress.size < partners.length) throw new RangeError('two trading partners have the same addresses');
  return {
    byAddress: async (theirs, ours) => byAddress.get(addressKey(theirs, ours)),
    byId: async (id) => byId.get(id),
  };
}

function addressKey(theirs: EnvelopeAddress, ours: EnvelopeAddress): string {
  return JSON.stringify([theirs.qualifier, theirs.id, ours.qualifier, ours.id]);
}
