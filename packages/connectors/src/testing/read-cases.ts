import type { Capability, ReadCapability } from '../port/connector.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { ContractAdapter } from './contract-adapter.ts';
import type { ContractCase } from './contract-case.ts';
import { expectThat } from './expect-that.ts';
import type { Fault } from './fault.ts';
import { expectSample, operate, prepareOrder } from './operate.ts';
import { tooLateCases } from './too-late-cases.ts';

interface ReadFault {
  readonly name: string;
  readonly fault: Fault;
  /** Any of these; an answer that cannot be read may be one of several. */
  readonly classes: readonly ErrorClass[];
  readonly lasting?: true;
}

const rows: readonly ReadFault[] = [
  { name: 'nobody listens', fault: { kind: 'refused' }, classes: ['unavailable'] },
  { name: 'the connection breaks', fault: { kind: 'reset', done: false }, classes: ['unavailable'] },
  { name: 'no answer comes in time', fault: { kind: 'silence', done: false }, classes: ['unavailable'] },
  { name: '401 is answered', fault: { kind: 'answered', status: 401 }, classes: ['auth'], lasting: true },
  {
    name: '403 is answered',
    fault: { kind: 'answered', status: 403 },
    classes: ['permission', 'auth', 'config'],
    lasting: true,
  },
  {
    name: '404 is answered by something in between',
    fault: { kind: 'answered', status: 404 },
    classes: ['not-found', 'config', 'permission'],
  },
  {
    name: '429 is answered',
    fault: { kind: 'answered', status: 429 },
    classes: ['rate-limited', 'concurrency-limited'],
  },
  { name: '500 is answered', fault: { kind: 'answered', status: 500 }, classes: ['unavailable'] },
  { name: '502 is answered', fault: { kind: 'answered', status: 502 }, classes: ['unavailable'] },
  { name: '503 is answered', fault: { kind: 'answered', status: 503 }, classes: ['unavailable'] },
  { name: '504 is answered', fault: { kind: 'answered', status: 504 }, classes: ['unavailable'] },
  {
    name: 'a redirect is answered',
    fault: { kind: 'answered', status: 302, headers: { location: 'https://elsewhere.invalid/' } },
    classes: ['config'],
  },
  { name: 'the body is no JSON', fault: { kind: 'garbled', body: '<html>ok</html>' }, classes: ['contract-drift'] },
  { name: 'the body has another shape', fault: { kind: 'garbled', body: '{"ok":[]}' }, classes: ['contract-drift'] },
  { name: 'the body is null', fault: { kind: 'garbled', body: 'null' }, classes: ['contract-drift'] },
  { name: 'the body breaks in the middle', fault: { kind: 'broken body' }, classes: ['unavailable'] },
  { name: 'the body never ends', fault: { kind: 'endless body' }, classes: ['contract-drift'] },
];

const reads: Readonly<Record<ReadCapability, true>> = {
  'orders.find': true,
  'orders.status': true,
  'orders.list': true,
  'inventory.availability': true,
  'shipments.list': true,
  'invoices.list': true,
  'customers.find': true,
  'items.find': true,
  'events.list': true,
  'health.check': true,
  'rates.quote': true,
  'labels.find': true,
  'tracking.find': true,
  'fulfillments.list': true,
  'payments.find': true,
  'payments.list': true,
};

/** What reads has failed, and nothing else: a failure never looks like a record that is not there. */
export function readCases(adapter: ContractAdapter, offered: readonly Capability[]): readonly ContractCase[] {
  const inside = adapter.errorInside === undefined ? [] : [errorInside];
  return offered.filter(isRead).flatMap((capability) => {
    expectSample(adapter, capability, offered);
    return [
      worksCase(capability),
      ...[...rows, ...inside].map((row) => readCase(capability, row)),
      ...tooLateCases(capability),
    ];
  });
}

const errorInside: ReadFault = {
  name: 'an error stands in a success',
  fault: { kind: 'error inside' },
  classes: ['unavailable', 'permission', 'config', 'validation', 'contract-drift', 'not-found', 'rate-limited'],
};

function isRead(capability: Capability): capability is ReadCapability {
  return Object.hasOwn(reads, capability);
}

function worksCase(capability: ReadCapability): ContractCase {
  return {
    name: `${capability} answers`,
    run: async (stage) => {
      const outcome = await operate(stage, capability, await prepareOrder(stage));
      expectThat(['found', 'well', 'empty'].includes(outcome.status), 'found', outcome);
    },
  };
}

function readCase(capability: ReadCapability, { name, fault, classes, lasting }: ReadFault): ContractCase {
  return {
    name: `${capability} of which ${name} has failed`,
    run: async (stage) => {
      const number = await prepareOrder(stage);
      stage.meet(fault, { which: 'any request', ...(lasting && { lasting }) });
      const { status, failure } = await operate(stage, capability, number);
      expectThat(status === 'failed' && failure !== undefined, 'failed', { status, failure });
      expectThat(classes.includes(failure.class), classes.join(' or '), failure);
      expectThat(failure.safeToReplay, 'safe to replay', failure);
      expectThat(!stage.follows(), 'fetch with a redirect that is manual or an error', 'follow');
      stage.calm();
      const after = await operate(stage, capability, number);
      expectThat(after.status !== 'failed', 'an answer afterwards', after);
    },
  };
}
