import type { EffectCarrier } from '../carrier/effect-carrier.ts';
import type { CarrierTest } from './carrier/carrier-test.ts';
import { deliveryTests } from './carrier/delivery-tests.ts';
import { journeyTests } from './carrier/journey-tests.ts';

/** A carrier with nothing in it whose deliveries go to a test, and how time passes for it. */
export interface CarrierUnderTest {
  readonly carrier: EffectCarrier;
  /** The instant it is for the carrier. */
  clock(): string;
  /** Lets the carrier deliver until this holds, and no longer than it should ever take; rejects with `what` when it never does. */
  until(what: string, holds: () => boolean | Promise<boolean>): Promise<void>;
  /** Ends deliveries and carrier. */
  close(): Promise<void>;
}

/** The carrier under test. */
export interface CarrierContractOptions {
  /** A carrier that holds nothing and calls `deliver` with the key of each notice, several at a time. Every test has its own. */
  open(deliver: (key: string) => Promise<unknown>): Promise<CarrierUnderTest>;
  /** Tests that the carrier does not pass, by name, and why. A name that no test has is an error. */
  readonly except?: readonly { readonly reason: string; readonly tests: readonly string[] }[] | undefined;
}

/** One test for any runner: `for (const { name, run } of tests) it(name, run)`. */
export interface CarrierContractTest {
  readonly name: string;
  /** Why the carrier is excepted from it; `run` still tells whether it passes. */
  readonly excepted?: string | undefined;
  /** Rejects with an Error that says what was expected and what was found. */
  run(): Promise<void>;
}

/**
 * What every carrier keeps to, as tests without a runner: what is offered is delivered by its key, not before its time,
 * again when it is offered again; and orders go their way by deliveries alone. That nothing is lost when the queue is
 * killed is for a test with processes of its own.
 *
 * @throws RangeError when an exception names a test that there is none of.
 */
export function carrierContract({ open, except = [] }: CarrierContractOptions): readonly CarrierContractTest[] {
  const tests: readonly CarrierTest[] = [...deliveryTests, ...journeyTests];
  const reasons = new Map(except.flatMap(({ reason, tests: names }) => names.map((name) => [name, reason])));
  for (const name of reasons.keys()) {
    if (!tests.some((test) => test.name === name)) throw new RangeError(`the contract has no test "${name}"`);
  }
  return tests.map(({ name, run }) => ({ name, excepted: reasons.get(name), run: () => run(open) }));
}
