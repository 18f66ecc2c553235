import type { PartnerMap } from '../map/partner-map.ts';
import { AddressBook } from './address-book.ts';
import { addressesOf } from './addresses-of.ts';
import { type DatedDocument, datedDocuments, newestFirst } from './dated-document.ts';
import type { OurCompany } from './our-company.ts';
import type { PartnerFiles } from './partner-files.ts';

/** A partner with all versions of its documents. */
export interface PartnerRecord {
  readonly id: string;
  /** Ids of our companies that it trades with; all where undefined. */
  readonly ours: ReadonlySet<string> | undefined;
  /** By direction and document, the newest version first. */
  readonly documents: ReadonlyMap<string, readonly DatedDocument[]>;
}

/** What a registry looks things up in; made once from all partners. */
export interface RegistryIndex {
  readonly partners: ReadonlyMap<string, PartnerRecord>;
  readonly senders: AddressBook<PartnerRecord>;
  readonly shops: AddressBook<PartnerRecord>;
  readonly receivers: AddressBook<OurCompany>;
  readonly ours: ReadonlyMap<string, OurCompany>;
  readonly maps: ReadonlyMap<string, readonly PartnerMap[]>;
}

/** Indexes partners, our companies and maps, in time that grows with their number. */
export function registryIndex(
  all: readonly PartnerFiles[],
  ours: readonly OurCompany[],
  maps: readonly PartnerMap[],
): RegistryIndex {
  const senders = new AddressBook<PartnerRecord>();
  const shops = new AddressBook<PartnerRecord>();
  const partners = new Map<string, PartnerRecord>();
  for (const [id, versions] of groupBy(all, ({ profile }) => profile.id)) {
    const owner = recordOf(id, versions);
    partners.set(id, owner);
    for (const { profile } of versions) {
      const { interchange, shop } = addressesOf(profile.identity);
      for (const address of interchange) senders.add({ owner, id, ...address });
      for (const address of shop) shops.add({ owner, id, ...address });
    }
  }
  const receivers = new AddressBook<OurCompany>();
  for (const owner of ours) {
    for (const address of addressesOf(owner.identity).interchange) receivers.add({ owner, id: owner.id, ...address });
  }
  const mapsById = groupBy(maps, ({ id }) => id);
  return { partners, senders, shops, receivers, ours: new Map(ours.map((own) => [own.id, own])), maps: mapsById };
}

/** Key of the versions of one document of a partner. */
export function documentKey(direction: 'in' | 'out', document: string): string {
  return `${direction} ${document}`;
}

function recordOf(id: string, versions: readonly PartnerFiles[]): PartnerRecord {
  const dated = versions.flatMap(datedDocuments);
  const documents = groupBy(dated, ({ document }) => documentKey(document.direction, document.document));
  for (const [key, list] of documents) documents.set(key, newestFirst(list));
  const named = versions.map(({ profile }) => profile.ours);
  const ours = named.includes(undefined) ? undefined : new Set(named.flatMap((ids) => ids ?? []));
  return { id, ours, documents };
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
