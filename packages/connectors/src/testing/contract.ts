import type { ContractAdapter } from './contract-adapter.ts';
import { driftCases } from './drift-cases.ts';
import type { Fake } from './fake.ts';
import { listCases } from './list-cases.ts';
import { lostCases } from './lost-cases.ts';
import { orderCases } from './order-cases.ts';
import { plainCases } from './plain-cases.ts';
import { priceCases } from './price-cases.ts';
import { readCases } from './read-cases.ts';
import { referenceCases } from './reference-cases.ts';
import { refusalCases } from './refusal-cases.ts';
import { startOfTime } from './scripted-wire.ts';
import { stageFor } from './stage.ts';
import { tokenCases } from './token-cases.ts';
import { webhookCases } from './webhook-cases.ts';
import { writeCases } from './write-cases.ts';

/** One case for any test runner: `it(name, run)`. It rejects with what was expected and what came. */
export interface ConnectorCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Never asked: it is there to see what the adapter offers. */
const idle = {
  fetch: () => Promise.reject(new TypeError('fetch failed')),
  now: () => startOfTime,
  timeout: () => new AbortController().signal,
  timeoutMs: 5000,
  maximumBytes: 1024,
};

/**
 * One matrix of faults for any adapter, driven by a scripted `fetch` in this process: each operation that it offers meets
 * each fault that can meet it. Orders are submitted under `kit.PO-1` and references that are nearly the same. Throws a RangeError when an operation has no sample, and when a case is skipped that does
 * not exist, or without a reason.
 */
export function contract(adapter: ContractAdapter, fake: () => Fake): readonly ConnectorCase[] {
  const { capabilities, policy } = adapter.connect(idle);
  const submits = capabilities.includes('orders.submit');
  const cases = [
    ...(submits
      ? [...plainCases, ...priceCases, ...referenceCases, ...refusalCases(policy), ...lostCases(policy)]
      : []),
    ...readCases(adapter, capabilities),
    ...writeCases(adapter, capabilities),
    ...orderCases(capabilities),
    ...listCases(capabilities, fake()),
    ...driftCases(capabilities),
    ...tokenCases(adapter, capabilities),
    ...webhookCases(adapter),
  ];
  const skipped = new Set<string>();
  for (const { name, reason } of adapter.skip ?? []) {
    if (!cases.some((known) => known.name === name)) throw new RangeError(`there is no case "${name}"`);
    if (reason === '') throw new RangeError(`why is "${name}" skipped?`);
    skipped.add(name);
  }
  return cases
    .filter(({ name }) => !skipped.has(name))
    .map(({ name, run }) => ({ name, run: () => run(stageFor(adapter, fake)) }));
}
