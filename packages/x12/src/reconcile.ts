import type { ReceivedInterchange } from './received.ts';
import { readStatements } from './reconcile/read-statements.ts';
import { SentIndex } from './reconcile/sent-index.ts';
import type { SentSet } from './reconcile/sent-set.ts';
import { Settlement, settleGroup } from './reconcile/settlement.ts';
import type { AcknowledgedFault, AcknowledgmentReference, SetStatement, Statement } from './reconcile/statement.ts';

export interface ReconcileOptions<S extends SentSet = SentSet> {
  /** The instant at which the question is asked. */
  readonly now: Date;
  /** Milliseconds that a partner has to answer, from `at` of the set; a function where it depends on the set. */
  readonly allowed: number | ((set: S) => number);
}

/** What became of what was sent. */
export interface Reconciliation<S extends SentSet = SentSet> {
  /** One for each sent set, in the order given. */
  readonly sets: readonly ReconciledSet<S>[];
  /** Acknowledgments that answer nothing that was sent, and those that can not be relied on. */
  readonly unmatched: readonly UnmatchedAcknowledgment[];
}

export interface ReconciledSet<S extends SentSet = SentSet> {
  readonly set: S;
  /** `pending`: no answer yet; `overdue`: none, and the time allowed is over. */
  readonly status: 'accepted' | 'accepted-with-errors' | 'rejected' | 'pending' | 'overdue';
  /** What the partner found wrong, in the order of the acknowledgment. */
  readonly faults: readonly AcknowledgedFault[];
  /** The acknowledgment that decided. */
  readonly by?: AcknowledgmentReference | undefined;
  /** When the answer is due; absent for a 997 or 999, which has none (R07). */
  readonly due?: Date | undefined;
  /** What a person should know of how the status came about, for instance that an earlier answer was another; the first 20. */
  readonly notes: readonly string[];
}

/** An acknowledgment, or the part of one that names a set, that answers nothing. */
export interface UnmatchedAcknowledgment extends AcknowledgmentReference {
  /** `unknown`: nothing of the kind was sent. `unusable`: it is itself rejected, so what it says does not count. */
  readonly reason: 'unknown' | 'unusable';
  /** What it names, where it is unknown: the control numbers of the interchange, or of the group and set. */
  readonly names: {
    readonly interchange?: string | undefined;
    /** AK101. */
    readonly functionalIdentifier?: string | undefined;
    readonly group?: string | undefined;
    readonly set?: string | undefined;
    /** AK201. */
    readonly type?: string | undefined;
  };
}

/**
 * What the partners' TA1, 997 and 999 say of each set that was sent. `received` are interchanges from `read`, in the order
 * in which they came; what else they hold is passed over, a retransmission too. An acknowledgment answers sets between the
 * same two parties (ISA05 to ISA08, swapped) by their control numbers; where a number was used again, what was sent last. A
 * TA1 R rejects all of its interchange, AK9 R all of its group; AK9 also speaks for the sets that no AK2 names. A TA1 that
 * accepts is no answer yet. The latest of several answers counts. Pure: nothing is remembered.
 * @throws RangeError when an instant is not valid or the time allowed is below 0.
 */
export function reconcile<S extends SentSet>(
  sent: readonly S[],
  received: readonly ReceivedInterchange[],
  options: ReconcileOptions<S>,
): Reconciliation<S> {
  const due = sent.map((set) => dueOf(set, options));
  const settlements = new Map(sent.map((set) => [set, new Settlement(set)]));
  const index = new SentIndex([...settlements.values()]);
  const unmatched: UnmatchedAcknowledgment[] = [];
  const statements = received.filter(({ retransmission }) => !retransmission).flatMap(readStatements);
  for (const statement of statements) unmatched.push(...settle(statement, index));
  const sets = sent.map((set, number) => toReconciled(settlements.get(set), due[number], options.now));
  return { sets, unmatched };
}

function dueOf<S extends SentSet>(set: S, { now, allowed }: ReconcileOptions<S>): Date {
  const time = typeof allowed === 'function' ? allowed(set) : allowed;
  if (!(time >= 0)) throw new RangeError(`the time allowed is not a number of milliseconds from 0 on: ${time}`);
  if (Number.isNaN(now.getTime()) || Number.isNaN(set.at.getTime())) throw new RangeError('not a valid instant');
  return new Date(set.at.getTime() + time);
}

function settle<S extends SentSet>(statement: Statement, index: SentIndex<S>): readonly UnmatchedAcknowledgment[] {
  const { by } = statement;
  if (statement.kind === 'unusable') return [{ ...by, reason: 'unusable', names: {} }];
  const { controlNumber, verdict, faults } = statement;
  if (statement.kind === 'interchange') {
    const settlements = index.ofInterchange(by.interchange, controlNumber);
    for (const settlement of settlements)
      if (verdict === 'rejected') settlement.settle(verdict, faults, by);
      else settlement.arrived(faults);
    return settlements.length > 0 ? [] : [{ ...by, reason: 'unknown', names: { interchange: controlNumber } }];
  }
  const { functionalIdentifier } = statement;
  const settlements = index.ofGroup(by.interchange, functionalIdentifier, controlNumber);
  const names = { functionalIdentifier, group: controlNumber };
  if (settlements.length === 0) return [{ ...by, reason: 'unknown', names }];
  return settleGroup(statement, settlements).map(
    ({ type, controlNumber: set }: SetStatement): UnmatchedAcknowledgment => ({
      ...by,
      reason: 'unknown',
      names: { ...names, set, type },
    }),
  );
}

/** GS01 of acknowledgments, which are not acknowledged (R07). */
const ACKNOWLEDGMENTS = 'FA';

function toReconciled<S extends SentSet>(
  settlement: Settlement<S> | undefined,
  due: Date | undefined,
  now: Date,
): ReconciledSet<S> {
  if (settlement === undefined || due === undefined) throw new TypeError('each sent set has a settlement');
  const { set, verdict, faults, by, notes } = settlement;
  const isAnswered = set.functionalIdentifier !== ACKNOWLEDGMENTS;
  const isOverdue = isAnswered && now.getTime() > due.getTime();
  const status = verdict ?? (isOverdue ? 'overdue' : 'pending');
  return {
    set,
    status,
    faults,
    ...(by === undefined ? {} : { by }),
    ...(isAnswered ? { due } : {}),
    notes: isAnswered ? notes : [...notes, 'a 997 or 999 is not answered by one'],
  };
}
