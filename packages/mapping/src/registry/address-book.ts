import type { EnvelopeParty } from './envelope.ts';
import { type Candidate, nearestCandidates } from './nearest-candidates.ts';

/** An address of somebody on an interchange. */
export interface BookEntry<Owner> {
  readonly owner: Owner;
  /** Name of the owner. */
  readonly id: string;
  readonly usage: 'P' | 'T';
  readonly qualifier: string;
  /** ISA06 or ISA08 without blanks around it; or the domain of a shop, with an empty qualifier. */
  readonly address: string;
  /** GS02 or GS03, where one interchange address has several behind it. */
  readonly group: string | undefined;
}

/** Whose an address is: made once, then asked at the same cost however many there are. */
export class AddressBook<Owner> {
  readonly #byAddress = new Map<string, BookEntry<Owner>[]>();
  readonly #entries: BookEntry<Owner>[] = [];

  add(entry: BookEntry<Owner>): void {
    this.#entries.push(entry);
    const key = keyOf({ qualifier: entry.qualifier, id: entry.address });
    const known = this.#byAddress.get(key);
    if (known === undefined) this.#byAddress.set(key, [entry]);
    else known.push(entry);
  }

  /** All that have this address. */
  find(party: EnvelopeParty): readonly BookEntry<Owner>[] {
    return this.#byAddress.get(keyOf(party)) ?? [];
  }

  /** Addresses like one that nobody has. */
  near(party: EnvelopeParty): Candidate[] {
    return nearestCandidates({ qualifier: party.qualifier.trim(), id: party.id.trim() }, this.#entries);
  }
}

function keyOf({ qualifier, id }: EnvelopeParty): string {
  return `${qualifier.trim()}:${id.trim()}`;
}
