import type { ContractSubject } from './contract-subject.ts';
import { lostCases } from './lost-cases.ts';
import { plainCases } from './plain-cases.ts';
import { refusalCases } from './refusal-cases.ts';
import { stageFor } from './stage.ts';

/** One case for any test runner: `it(name, run)`. It rejects with what was expected and what came. */
export interface ConnectorCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * The faults that every adapter with `orders.submit` and `orders.find` must tell apart, driven by a scripted `fetch` in
 * this process. Throws a RangeError when a case is skipped that does not exist, or without a reason.
 */
export function connectorContract(subject: ContractSubject): readonly ConnectorCase[] {
  const cases = [...plainCases, ...refusalCases, ...lostCases];
  const skipped = new Set<string>();
  for (const { name, reason } of subject.skip ?? []) {
    if (!cases.some((known) => known.name === name)) throw new RangeError(`there is no case "${name}"`);
    if (reason === '') throw new RangeError(`why is "${name}" skipped?`);
    skipped.add(name);
  }
  return cases
    .filter(({ name }) => !skipped.has(name))
    .map(({ name, run }) => ({ name, run: () => run(stageFor(subject)) }));
}
