import type { Journal } from '../runtime/journal.ts';
import { archiveTests } from './journal/archive-tests.ts';
import { changeTests } from './journal/change-tests.ts';
import type { ContractTest } from './journal/contract-test.ts';
import { depthTests } from './journal/depth-tests.ts';
import { durabilityTests } from './journal/durability-tests.ts';
import { fairnessTests } from './journal/fairness-tests.ts';
import { limitTests } from './journal/limit-tests.ts';
import { nameTests } from './journal/name-tests.ts';
import { noticeTests } from './journal/notice-tests.ts';
import { orderTests } from './journal/order-tests.ts';
import { outboxTests } from './journal/outbox-tests.ts';
import { queueTests } from './journal/queue-tests.ts';
import { recordTests } from './journal/record-tests.ts';
import { runtimeTests } from './journal/runtime-tests.ts';

/** The adapter under test. */
export interface JournalContractOptions {
  /**
   * Opens the store of a name: empty at first; the same name again opens the same store, also when the journal that had
   * it was not closed. Every test uses names of its own.
   */
  open(store: string): Journal | Promise<Journal>;
  /** Tests that the adapter does not pass, by name, and why. A name that no test has is an error. */
  readonly except?: readonly { readonly reason: string; readonly tests: readonly string[] }[] | undefined;
}

/** One test for any runner: `for (const { name, run } of tests) it(name, run)`. */
export interface JournalContractTest {
  readonly name: string;
  /** Why the adapter is excepted from it; `run` still tells whether it passes. */
  readonly excepted?: string | undefined;
  /** Rejects with an Error that says what was expected and what was found. */
  run(): Promise<void>;
}

/** Names of the tests that only a journal with a memory of its own can pass. */
export const durability: readonly string[] = durabilityTests.map(({ name }) => name);

/**
 * What every journal keeps to, as tests without a runner: versions, events and notes, the outbox with its lanes, leases,
 * priorities and the queue of an order, limits and fairness of lanes, depth, timers, sequences, documents, marks,
 * names, all-or-nothing batches, archive, durability, and that a runtime on it does nothing twice.
 *
 * @throws RangeError when an exception names a test that there is none of.
 */
export function journalContract({ open, except = [] }: JournalContractOptions): readonly JournalContractTest[] {
  const tests: readonly ContractTest[] = [
    ...orderTests,
    ...outboxTests,
    ...queueTests,
    ...noticeTests,
    ...recordTests,
    ...nameTests,
    ...limitTests,
    ...fairnessTests,
    ...depthTests,
    ...archiveTests,
    ...changeTests,
    ...runtimeTests,
    ...durabilityTests,
  ];
  const reasons = new Map(except.flatMap(({ reason, tests: names }) => names.map((name) => [name, reason])));
  for (const name of reasons.keys()) {
    if (!tests.some((test) => test.name === name)) throw new RangeError(`the contract has no test "${name}"`);
  }
  return tests.map(({ name, run }) => ({
    name,
    excepted: reasons.get(name),
    run: () => run(async (store) => open(store)),
  }));
}
