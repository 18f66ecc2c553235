import type { InterchangeHeader } from '../envelope/interchange.ts';
import { plainNumber } from './plain-number.ts';
import type { SentSet } from './sent-set.ts';

/** Finds what an acknowledgment speaks of; its sender is the receiver of what was sent. */
export class SentIndex<S extends SentSet> {
  readonly #interchanges = new Map<string, S[]>();
  readonly #groups = new Map<string, S[]>();

  constructor(sent: readonly S[]) {
    for (const set of sent) {
      const { sender, receiver, functionalIdentifier } = set;
      const parties = [sender.qualifier, sender.id, receiver.qualifier, receiver.id];
      put(this.#interchanges, keyOf([...parties, plainNumber(set.interchangeControlNumber)]), set);
      put(this.#groups, keyOf([...parties, functionalIdentifier, plainNumber(set.groupControlNumber)]), set);
    }
  }

  /** The sets of the interchange that a TA1 names. */
  ofInterchange(by: InterchangeHeader, controlNumber: string): readonly S[] {
    const sets = this.#interchanges.get(keyOf([...partiesOf(by), plainNumber(controlNumber)]));
    return latest(sets ?? [], by);
  }

  /** The sets of the group that AK1 names. */
  ofGroup(by: InterchangeHeader, functionalIdentifier: string, controlNumber: string): readonly S[] {
    const sets = this.#groups.get(keyOf([...partiesOf(by), functionalIdentifier, plainNumber(controlNumber)]));
    return latest(sets ?? [], by);
  }
}

function put<S>(index: Map<string, S[]>, key: string, set: S): void {
  const known = index.get(key);
  if (known) known.push(set);
  else index.set(key, [set]);
}

const keyOf = (parts: readonly string[]): string => JSON.stringify(parts.map((part) => part.trim()));

const partiesOf = ({ sender, receiver }: InterchangeHeader): readonly string[] => [
  receiver.qualifier,
  receiver.id,
  sender.qualifier,
  sender.id,
];

/** Numbers come round again, and a 997 does not name the interchange: what was sent last under a number is meant. */
function latest<S extends SentSet>(sets: readonly S[], { usage }: InterchangeHeader): readonly S[] {
  const eligible = sets.filter((set) => set.usage === undefined || set.usage === usage);
  let last: S | undefined;
  for (const set of eligible) if (last === undefined || set.at.getTime() > last.at.getTime()) last = set;
  const number = last && plainNumber(last.interchangeControlNumber);
  return eligible.filter((set) => plainNumber(set.interchangeControlNumber) === number);
}
