import type { Capability } from '../port/connector.ts';
import type { LineQuantity } from '../port/orders.ts';
import type { ContractAdapter } from './contract-adapter.ts';
import type { ContractCase } from './contract-case.ts';
import { expectOrder } from './expect-order.ts';
import { expectThat } from './expect-that.ts';
import type { Fault } from './fault.ts';
import { negated, openLines, tellTotals } from './line-totals.ts';
import { type AnyOutcome, expectSample, operate, prepareOrder } from './operate.ts';
import type { Stage } from './stage.ts';
import { tooLateCases } from './too-late-cases.ts';

const writes: readonly Capability[] = [
  'orders.cancel',
  'orders.change',
  'inventory.publish',
  'shipments.publish',
  'invoices.publish',
  'acknowledgments.publish',
  'labels.create',
  'labels.void',
  'fulfillments.request',
  'fulfillments.cancel',
  'payments.refund',
  'notes.export',
];

/** Outcomes that say: it is done. */
const done: ReadonlySet<string> = new Set([
  'cancelled',
  'changed',
  'published',
  'already',
  'made',
  'voided',
  'accepted',
  'duplicate',
  'refunded',
  'exported',
]);

const lost: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'the connection breaks after it was done', fault: { kind: 'reset', done: true } },
  { name: 'the connection breaks before it was done', fault: { kind: 'reset', done: false } },
  { name: 'no answer comes in time, done', fault: { kind: 'silence', done: true } },
  { name: 'no answer comes in time, not done', fault: { kind: 'silence', done: false } },
  { name: '502 of a gateway is answered', fault: { kind: 'answered', status: 502 } },
  { name: '408 is answered', fault: { kind: 'answered', status: 408 } },
  { name: '504 of a gateway is answered', fault: { kind: 'answered', status: 504 } },
  { name: 'the body breaks in the middle', fault: { kind: 'broken body' } },
];

const refused: readonly { readonly name: string; readonly fault: Fault; readonly lasting?: true }[] = [
  { name: 'nobody listens', fault: { kind: 'refused' } },
  { name: '401 is answered', fault: { kind: 'answered', status: 401 }, lasting: true },
  { name: '403 is answered', fault: { kind: 'answered', status: 403 }, lasting: true },
  { name: '409 is answered', fault: { kind: 'answered', status: 409 } },
  { name: '429 is answered', fault: { kind: 'answered', status: 429 } },
];

/** What changes something and is not a submit: a lost answer is `unknown`, a refusal is not. */
export function writeCases(adapter: ContractAdapter, offered: readonly Capability[]): readonly ContractCase[] {
  return writes
    .filter((capability) => offered.includes(capability))
    .flatMap((capability) => {
      expectSample(adapter, capability, offered);
      return [
        worksCase(capability),
        againCase(capability),
        ...lost.map(({ name, fault }) => lostCase(capability, name, fault)),
        ...refused.map((row) => refusedCase(capability, row)),
        ...tooLateCases(capability),
      ];
    });
}

function worksCase(capability: Capability): ContractCase {
  return {
    name: `${capability} is done`,
    run: async (stage) => expectDone(await operate(stage, capability, await prepareOrder(stage))),
  };
}

/** With the same key: the second time changes nothing, or tells that there is nothing left to change. */
function againCase(capability: Capability): ContractCase {
  return {
    name: `${capability} again is done, or refused for what stands there already`,
    run: async (stage) => {
      const number = await prepareOrder(stage);
      const before = stage.fake.made?.(capability);
      const first = await operate(stage, capability, number);
      expectDone(first);
      const again = await operate(stage, capability, number);
      expectThat(done.has(again.status) || again.status === 'rejected' || isConflict(again), 'done', again);
      expectOneMore(stage, capability, before);
      if (first.lines !== undefined) expectLines(again, first.lines);
    },
  };
}

/**
 * A second attempt tells what an undisturbed one does, where the system remembers the first, or nothing, where it can only
 * tell what was open still. Whoever calls knows from the order which of them it is.
 */
function expectLines({ status, lines = [] }: AnyOutcome, expected: readonly LineQuantity[]): void {
  const told = tellTotals(lines);
  expectThat(status !== 'cancelled' || told === 'nothing' || told === tellTotals(expected), tellTotals(expected), told);
}

/** Keeps what is open of an order, to see afterwards that a cancellation was done once; undefined where nobody tells. */
async function cancelOnce(stage: Stage, number: string): Promise<((again: AnyOutcome) => Promise<void>) | undefined> {
  const { orders } = stage.connector;
  if (orders?.status === undefined && orders?.submit === undefined) return undefined;
  const open = openLines(await expectOrder(stage, number));
  const part = stage.adapter.samples?.['orders.cancel']?.lines ?? open;
  return async (again) => {
    expectLines(again, part);
    const left = tellTotals([...open, ...part.map(negated)]);
    const found = tellTotals(openLines(await expectOrder(stage, number)));
    expectThat(again.status !== 'cancelled' || found === left, `${left} left`, found);
  };
}

function isConflict({ status, failure }: AnyOutcome): boolean {
  return status === 'failed' && (failure?.class === 'conflict' || failure?.class === 'duplicate');
}

function lostCase(capability: Capability, name: string, fault: Fault): ContractCase {
  return {
    name: `${capability} of which ${name} is unknown`,
    run: async (stage) => {
      const number = await prepareOrder(stage);
      const before = stage.fake.made?.(capability);
      const expectOnce = capability === 'orders.cancel' ? await cancelOnce(stage, number) : undefined;
      stage.meet(fault);
      const outcome = await operate(stage, capability, number);
      expectThat(outcome.status === 'unknown', 'unknown', outcome);
      if (!outcome.failure?.safeToReplay) return;
      // It says that it may be sent again: then it must come to its end.
      const again = await operate(stage, capability, number);
      expectThat(done.has(again.status) || again.status === 'rejected' || isConflict(again), 'done', again);
      expectOneMore(stage, capability, before);
      await expectOnce?.(again);
    },
  };
}

/** Whatever was sent twice, one document came of it. */
function expectOneMore({ fake }: Stage, capability: Capability, before: number | undefined): void {
  if (before === undefined) return;
  const made = (fake.made?.(capability) ?? before) - before;
  expectThat(made <= 1, `one document of ${capability}`, made);
}

function refusedCase(
  capability: Capability,
  { name, fault, lasting }: { readonly name: string; readonly fault: Fault; readonly lasting?: true },
): ContractCase {
  return {
    name: `${capability} of which ${name} was not done`,
    run: async (stage) => {
      const number = await prepareOrder(stage);
      stage.meet(fault, lasting && { lasting });
      const outcome = await operate(stage, capability, number);
      expectThat(['failed', 'rejected'].includes(outcome.status), 'failed', outcome);
      expectThat(outcome.failure?.safeToReplay !== false, 'safe to replay', outcome);
      stage.calm();
      expectDone(await operate(stage, capability, number));
    },
  };
}

function expectDone(outcome: AnyOutcome): void {
  expectThat(done.has(outcome.status), [...done].join(' or '), outcome);
}
