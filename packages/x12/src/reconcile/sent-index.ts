import type { InterchangeHeader } from '../envelope/interchange.ts';
import { plainNumber } from './plain-number.ts';
import type { SentSet } from './sent-set.ts';
import type { Settlement } from './settlement.ts';

/** Finds what an acknowledgment speaks of; its sender is the receiver of what was sent. */
export class SentIndex<S extends SentSet> {
  readonly #interchanges = new Map<string, Settlement<S>[]>();
  readonly #groups = new Map<string, Settlement<S>[]>();
  /** By what was sent under a number, and by usage: many acknowledgments may speak of one thing. */
  readonly #latest = new Map<readonly Settlement<S>[], Map<string, readonly Settlement<S>[]>>();

  constructor(settlements: readonly Settlement<S>[]) {
    for (const settlement of settlements) {
      const { sender, receiver, functionalIdentifier, interchangeControlNumber, groupControlNumber } = settlement.set;
      const parties = [sender.qualifier, sender.id, receiver.qualifier, receiver.id];
      put(this.#interchanges, keyOf([...parties, plainNumber(interchangeControlNumber)]), settlement);
      put(this.#groups, keyOf([...parties, functionalIdentifier, plainNumber(groupControlNumber)]), settlement);
    }
  }

  /** The sets of the interchange that a TA1 names. */
  ofInterchange(by: InterchangeHeader, controlNumber: string): readonly Settlement<S>[] {
    return this.#latestOf(this.#interchanges.get(keyOf([...partiesOf(by), plainNumber(controlNumber)])), by);
  }

  /** The sets of the group that AK1 names. */
  ofGroup(by: InterchangeHeader, functionalIdentifier: string, controlNumber: string): readonly Settlement<S>[] {
    const key = keyOf([...partiesOf(by), functionalIdentifier, plainNumber(controlNumber)]);
    return this.#latestOf(this.#groups.get(key), by);
  }

  #latestOf(sent: readonly Settlement<S>[] | undefined, { usage }: InterchangeHeader): readonly Settlement<S>[] {
    if (sent === undefined) return [];
    const byUsage = this.#latest.get(sent) ?? new Map<string, readonly Settlement<S>[]>();
    this.#latest.set(sent, byUsage);
    const found = byUsage.get(usage) ?? latest(sent, usage);
    byUsage.set(usage, found);
    return found;
  }
}

function put<T>(index: Map<string, T[]>, key: string, item: T): void {
  const known = index.get(key);
  if (known) known.push(item);
  else index.set(key, [item]);
}

const keyOf = (parts: readonly string[]): string => JSON.stringify(parts.map((part) => part.trim()));

const partiesOf = ({ sender, receiver }: InterchangeHeader): readonly string[] => [
  receiver.qualifier,
  receiver.id,
  sender.qualifier,
  sender.id,
];

/** Numbers come round again, and a 997 does not name the interchange: what was sent last under a number is meant. */
function latest<S extends SentSet>(sent: readonly Settlement<S>[], usage: string): readonly Settlement<S>[] {
  const eligible = sent.filter(({ set }) => set.usage === undefined || set.usage === usage);
  let last: S | undefined;
  for (const { set } of eligible) if (last === undefined || set.at.getTime() > last.at.getTime()) last = set;
  const number = last && plainNumber(last.interchangeControlNumber);
  return eligible.filter(({ set }) => plainNumber(set.interchangeControlNumber) === number);
}
