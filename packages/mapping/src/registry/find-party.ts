import type { Result } from '../result.ts';
import type { AddressBook, BookEntry } from './address-book.ts';
import type { EnvelopeParty } from './envelope.ts';
import { fault, named } from './fault.ts';

/** What is asked of a book of addresses. */
export interface PartyQuestion<Owner> {
  /** `sender` or `receiver`, as the envelope calls it. */
  readonly role: 'sender' | 'receiver';
  readonly party: EnvelopeParty;
  /** GS02 or GS03, which tells apart those who share an interchange address. */
  readonly group: string | undefined;
  /** ISA15. */
  readonly usage: string;
  /** Who may be meant, of those that share the address; all when absent. */
  readonly among?: ((owner: Owner) => boolean) | undefined;
}

/**
 * The one that an envelope means. Nobody, or several: an issue that names them or the nearest. Whoever has the address for
 * the other usage only, test or production, is not meant: that is a hard stop (R06).
 */
export function findParty<Owner extends { readonly id: string }>(
  book: AddressBook<Owner>,
  question: PartyQuestion<Owner>,
): Result<readonly BookEntry<Owner>[]> {
  const { role, party, usage, among = () => true } = question;
  const shown = party.qualifier === '' ? party.id : `${party.qualifier.trim()}:${party.id.trim()}`;
  const known = book.find(party).filter(({ owner }) => among(owner));
  if (known.length === 0) {
    const near = book.near(party);
    const hint = near.length === 0 ? 'nothing is like it' : `like ${named(near)}`;
    const expected = near.length === 0 ? undefined : near.map(({ address }) => address).join(', ');
    return fault(`${role}-unknown`, `Nobody is known as ${role} ${shown}; ${hint}`, { expected, found: shown });
  }
  const used = known.filter((entry) => entry.usage === usage);
  if (used.length === 0) {
    const names = distinct(known).join(', ');
    const message = `The ${role} ${shown} (${names}) is not for usage ${usage}: test and production never mix`;
    return fault('usage-differs', message, { expected: distinctUsages(known), found: usage });
  }
  return byGroup(used, question, shown);
}

/** Those that GS02 or GS03 names; those without one of their own where it names nobody. */
function byGroup<Owner extends { readonly id: string }>(
  used: readonly BookEntry<Owner>[],
  { role, group }: PartyQuestion<Owner>,
  shown: string,
): Result<readonly BookEntry<Owner>[]> {
  if (distinct(used).length === 1) return { ok: true, value: used, issues: [] };
  const trimmed = group?.trim();
  const exact = used.filter((entry) => entry.group !== undefined && entry.group === trimmed);
  const chosen = exact.length > 0 ? exact : used.filter((entry) => entry.group === undefined);
  const names = distinct(chosen.length > 0 ? chosen : used);
  if (names.length === 1 && chosen.length > 0) return { ok: true, value: chosen, issues: [] };
  const message = `The ${role} ${shown} with group ${trimmed ?? '(none)'} may be ${names.join(' or ')}`;
  return fault(`${role}-ambiguous`, message, { expected: 'one of them', found: names.join(', ') });
}

function distinct(entries: readonly BookEntry<unknown>[]): string[] {
  return [...new Set(entries.map(({ id }) => id))];
}

function distinctUsages(entries: readonly BookEntry<unknown>[]): string {
  return [...new Set(entries.map(({ usage }) => usage))].join(', ');
}
