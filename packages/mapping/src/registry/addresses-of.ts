import type { PartnerIdentity } from '@dist/canonical';
import type { BookEntry } from './address-book.ts';

type Address = Omit<BookEntry<unknown>, 'owner' | 'id'>;

/** The addresses of an identity: those of interchanges, and the domains of shops, which are for both usages. */
export function addressesOf(identity: PartnerIdentity): { interchange: Address[]; shop: Address[] } {
  const interchange = (identity.interchanges ?? []).map(
    ({ usage, qualifier, id, groupId }): Address => ({
      usage: usage === 'test' ? 'T' : 'P',
      qualifier,
      address: id.trim(),
      group: groupId?.trim(),
    }),
  );
  const shop = (identity.shopDomains ?? []).flatMap((domain) =>
    (['P', 'T'] as const).map((usage): Address => ({ usage, qualifier: '', address: domain, group: undefined })),
  );
  return { interchange, shop };
}
