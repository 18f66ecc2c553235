import type { VendorPolicy } from '../port/policy.ts';
import type { ContractCase } from './contract-case.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import type { Fault } from './fault.ts';
import { externalReference, type Stage } from './stage.ts';

const rows: readonly { readonly name: string; readonly fault: Fault; readonly done: boolean }[] = [
  { name: 'a reset after the system had done it', fault: { kind: 'reset', done: true }, done: true },
  { name: 'a reset before the system did it', fault: { kind: 'reset', done: false }, done: false },
  { name: 'no answer in time, done', fault: { kind: 'silence', done: true }, done: true },
  { name: 'no answer in time, not done', fault: { kind: 'silence', done: false }, done: false },
  { name: '502 of a gateway', fault: { kind: 'answered', status: 502 }, done: false },
  { name: '504 of a gateway', fault: { kind: 'answered', status: 504 }, done: false },
  // What a server says when it has done a POST (RFC 9110, 15.4.4).
  { name: '303, as after a POST that was done', fault: { kind: 'answered', status: 303 }, done: false },
  { name: '408', fault: { kind: 'answered', status: 408 }, done: false },
  { name: '500', fault: { kind: 'answered', status: 500 }, done: false },
  { name: 'a success whose body is no JSON', fault: { kind: 'garbled', body: '<html>ok</html>' }, done: true },
  { name: 'a success whose body has another shape', fault: { kind: 'garbled', body: '{"ok":[]}' }, done: true },
  { name: 'a success whose body is cut short', fault: { kind: 'garbled', body: '{"number":"SO' }, done: true },
  { name: 'a success whose body is empty', fault: { kind: 'garbled', body: '' }, done: true },
];

const queued = {
  name: '503 of a system that does not promise that it did nothing',
  fault: { kind: 'answered', status: 503 },
  done: false,
} as const;

/** Nobody knows whether it was done: the outcome is `unknown`, and the look-up tells. */
export const lostCases = ({ retry }: Pick<VendorPolicy, 'retry'>): readonly ContractCase[] => [
  ...[...rows, queued]
    .filter(({ fault }) => !promisesNothing(fault, retry))
    .map(({ name, fault, done }) => ({
      name: `${name}: unknown, and the look-up ${done ? 'finds it' : 'finds nothing'}`,
      run: (stage: Stage) => expectLost(stage, fault, done),
    })),
  {
    name: 'a signal that is aborted while the answer is awaited: unknown',
    run: async ({ submit, meet, met }) => {
      const controller = new AbortController();
      meet({ kind: 'silence', done: true });
      const outcome = submit(undefined, { signal: controller.signal });
      // An adapter that sends nothing has its outcome before that.
      await Promise.race([met(), outcome]);
      controller.abort();
      const { probe } = expectStatus(await outcome, 'unknown');
      expectThat(probe.externalReference === externalReference, externalReference, probe);
    },
  },
  ...findFaults(),
];

function promisesNothing(fault: Fault, { nothingDone }: VendorPolicy['retry']): boolean {
  return fault.kind === 'answered' && nothingDone.includes(fault.status);
}

async function expectLost({ submit, find, meet, written, orders }: Stage, fault: Fault, done: boolean): Promise<void> {
  meet(fault);
  const before = written();
  const { probe, failure } = expectStatus(await submit(), 'unknown');
  expectThat(probe.externalReference === externalReference, externalReference, probe);
  expectThat(!failure.safeToReplay, 'not safe to replay', failure);
  expectThat(written() - before === 1, 'one request and no retry', written() - before);
  if (done) expectStatus(await find(), 'found');
  else expectStatus(await find(), 'notFound');
  expectStatus(await submit(), done ? 'duplicate' : 'accepted');
  expectThat((await orders()) === 1, 'one order', await orders());
}

/** A look-up that fails must never look like an order that is not there: it would be sent a second time. */
function findFaults(): ContractCase[] {
  const faults: readonly (readonly [string, Fault])[] = [
    ['the connection breaks', { kind: 'reset', done: false }],
    ['no answer comes', { kind: 'silence', done: false }],
    ['503 is answered', { kind: 'answered', status: 503 }],
    ['404 is answered by a gateway', { kind: 'answered', status: 404 }],
    ['the body is no JSON', { kind: 'garbled', body: 'not found' }],
    ['the body is empty', { kind: 'garbled', body: '' }],
    ['the body has another shape', { kind: 'garbled', body: '{}' }],
  ];
  return faults.map(([name, fault]) => ({
    name: `a look-up of which ${name} has failed; it is not "not found"`,
    run: async ({ submit, find, meet }) => {
      expectStatus(await submit(), 'accepted');
      meet(fault, { which: 'any request' });
      const { failure } = expectStatus(await find(), 'failed');
      expectThat(failure.safeToReplay, 'safe to replay', failure);
      expectStatus(await find(), 'found');
    },
  }));
}
