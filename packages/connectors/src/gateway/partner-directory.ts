import type { PartnerMaps } from './partner-maps.ts';
import type { EnvelopeAddress, TradingPartner } from './trading-partner.ts';

/** A trading partner with its maps compiled, as it is at some instant. */
export interface GatewayPartner {
  readonly profile: TradingPartner;
  readonly maps: PartnerMaps;
  /** Which version of what was agreed with it made each map of what it is sent, by set; absent where there is only one (R27). */
  readonly versions?: Readonly<Record<string, string>> | undefined;
}

/** By what a document that goes out is made (R27): the version of an instant, of the order's day, or that which made another. */
export interface VersionChoice {
  /** ISO instant of sending. */
  readonly at: string;
  /** When the order came, for documents that are pinned to it. */
  readonly orderedAt?: string | undefined;
  /** The version that made the document which is now corrected, by set. */
  readonly madeBy?: Readonly<Record<string, string>> | undefined;
}

/**
 * Where profiles live: a folder, a table. An interchange from an address that is not found is kept and reported, and nothing
 * follows. One with several versions of what was agreed answers that of the instant of receipt, or that of the choice.
 */
export interface PartnerDirectory {
  byAddress(theirs: EnvelopeAddress, ours: EnvelopeAddress, receivedAt?: string): Promise<GatewayPartner | undefined>;
  byId(id: string, choice?: VersionChoice): Promise<GatewayPartner | undefined>;
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
