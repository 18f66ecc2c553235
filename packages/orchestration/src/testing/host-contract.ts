import type { Host } from '../host/host.ts';
import type { Policy } from '../index.ts';
import type { Performers } from '../runtime/performers.ts';
import type { Note } from '../word/state.ts';
import { effectTests } from './host/effect-tests.ts';
import { eventTests } from './host/event-tests.ts';
import type { HostTest } from './host/host-test.ts';
import { partnerTests } from './host/partner-tests.ts';
import { timerTests } from './host/timer-tests.ts';

/** What a host under test has to be made of. */
export interface HostSetting {
  readonly policy: Policy;
  readonly performers: Performers;
  /** Milliseconds that a performer may take. */
  readonly timeout: number;
  readonly onNote: (note: Note) => void;
}

/** A host with no orders, and how time passes for it. */
export interface HostUnderTest {
  readonly host: Host;
  /** The instant it is for the host. */
  clock(): string;
  /** Lets the host work until this holds, and no longer than it should ever take; rejects with `what` when it never does. */
  until(what: string, holds: () => boolean | Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

/** The host under test. */
export interface HostContractOptions {
  /** A host that knows of no order. Every test has its own. */
  open(setting: HostSetting): Promise<HostUnderTest>;
  /** Tests that the host does not pass, by name, and why. A name that no test has is an error. */
  readonly except?: readonly { readonly reason: string; readonly tests: readonly string[] }[] | undefined;
}

/** One test for any runner: `for (const { name, run } of tests) it(name, run)`. */
export interface HostContractTest {
  readonly name: string;
  /** Why the host is excepted from it; `run` still tells whether it passes. */
  readonly excepted?: string | undefined;
  /** Rejects with an Error that says what was expected and what was found. */
  run(): Promise<void>;
}

/**
 * What every host keeps to, as tests without a runner: events in any number and at any time, effects that are performed,
 * tried again, looked up and replayed, partners who are served in order, timers, deliveries. That a host also keeps all
 * of it when it is killed is for a test with processes of its own.
 *
 * @throws RangeError when an exception names a test that there is none of.
 */
export function hostContract({ open, except = [] }: HostContractOptions): readonly HostContractTest[] {
  const tests: readonly HostTest[] = [...eventTests, ...effectTests, ...partnerTests, ...timerTests];
  const reasons = new Map(except.flatMap(({ reason, tests: names }) => names.map((name) => [name, reason])));
  for (const name of reasons.keys()) {
    if (!tests.some((test) => test.name === name)) throw new RangeError(`the contract has no test "${name}"`);
  }
  return tests.map(({ name, run }) => ({ name, excepted: reasons.get(name), run: () => run(open) }));
}
