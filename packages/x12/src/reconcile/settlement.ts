import { plainNumber } from './plain-number.ts';
import type { SentSet } from './sent-set.ts';
import type { AcknowledgedFault, AcknowledgmentReference, GroupStatement, SetStatement, Verdict } from './statement.ts';

/** What is known of one sent set so far; the latest answer replaces those before. */
export class Settlement<S extends SentSet> {
  readonly set: S;
  verdict: Verdict | undefined = undefined;
  faults: readonly AcknowledgedFault[] = [];
  by: AcknowledgmentReference | undefined = undefined;
  readonly notes: string[] = [];

  constructor(set: S) {
    this.set = set;
  }

  /** The latest of several counts. */
  settle(verdict: Verdict, faults: readonly AcknowledgedFault[], by: AcknowledgmentReference): void {
    this.#noteEarlier();
    this.verdict = verdict;
    this.faults = faults;
    this.by = by;
  }

  /** The interchange has arrived, which does not answer its sets; a TA1 that rejected it before counts no more. */
  arrived(faults: readonly AcknowledgedFault[]): void {
    for (const { meaning } of faults) this.note(`a TA1 accepts the interchange with an error: ${meaning}`);
    if (this.by?.type !== 'TA1') return;
    this.#noteEarlier();
    this.verdict = undefined;
    this.faults = [];
    this.by = undefined;
  }

  /** Adds a note, as long as there are not too many: a partner may answer a thousand times. */
  note(text: string): void {
    const { length } = this.notes;
    if (length <= MOST_NOTES) this.notes.push(length === MOST_NOTES ? 'further notes are left out' : text);
  }

  #noteEarlier(): void {
    if (this.by === undefined || this.notes.length > MOST_NOTES) return;
    const { type, interchange } = this.by;
    const said = String(this.verdict).replaceAll('-', ' ');
    this.note(`an earlier ${type} in interchange ${interchange.controlNumber} said ${said}; the latest counts`);
  }
}

/** More are not read by anybody. */
const MOST_NOTES = 20;

/**
 * Settles the sets of a group by its 997 or 999: each by its AK2, those that none names by AK9. Returns the statements on
 * sets that are not among them.
 */
export function settleGroup<S extends SentSet>(
  statement: GroupStatement,
  group: readonly Settlement<S>[],
): readonly SetStatement[] {
  const open = byName(group);
  const named = new Set<Settlement<S>>();
  const strange: SetStatement[] = [];
  for (const said of statement.sets) {
    const settlements = open.get(keyOf(said.type, said.controlNumber));
    if (settlements === undefined) strange.push(said);
    for (const settlement of settlements ?? []) {
      settleNamed(settlement, said, statement);
      named.add(settlement);
    }
  }
  settleUnnamed(
    group.filter((settlement) => !named.has(settlement)),
    statement,
  );
  return strange;
}

/** Made once for each group: a partner may answer each of its sets in an acknowledgment of its own. */
const madeBefore = new WeakMap<readonly object[], ReadonlyMap<string, readonly unknown[]>>();

function byName<S extends SentSet>(group: readonly Settlement<S>[]): ReadonlyMap<string, readonly Settlement<S>[]> {
  const made = madeBefore.get(group) as ReadonlyMap<string, readonly Settlement<S>[]> | undefined;
  if (made !== undefined) return made;
  const names = new Map<string, Settlement<S>[]>();
  for (const settlement of group) {
    const key = keyOf(settlement.set.type, settlement.set.setControlNumber);
    const same = names.get(key);
    if (same) same.push(settlement);
    else names.set(key, [settlement]);
  }
  madeBefore.set(group, names);
  return names;
}

const keyOf = (type: string, controlNumber: string): string => `${type.trim()} ${plainNumber(controlNumber)}`;

function settleNamed<S extends SentSet>(
  settlement: Settlement<S>,
  said: SetStatement,
  { verdict, faults, by }: GroupStatement,
): void {
  const isOverruled = verdict === 'rejected' && said.verdict !== 'rejected';
  if (verdict !== 'rejected') settlement.settle(said.verdict, said.faults, by);
  else settlement.settle('rejected', [...said.faults, ...faults], by);
  if (isOverruled) settlement.note('AK9 rejects the whole group, though the set itself was found right');
}

/** A partner may name only the sets with faults: AK9 speaks for the others. */
function settleUnnamed<S extends SentSet>(unnamed: readonly Settlement<S>[], statement: GroupStatement): void {
  const { verdict, faults, by, sets, accepted } = statement;
  const namedAccepted = sets.filter((set) => set.verdict !== 'rejected').length;
  for (const settlement of unnamed) {
    if (verdict === 'rejected') settlement.settle('rejected', faults, by);
    else if (verdict === 'partly') {
      // AK904 tells whether all the others are among the accepted ones.
      if (accepted - namedAccepted === unnamed.length) settlement.settle('accepted', [], by);
      else settlement.note(`a ${by.type} accepts a part of the group and does not say whether this set is in it`);
    } else if (sets.length > 0) settlement.settle('accepted', [], by);
    else settlement.settle(verdict, faults, by);
  }
}
