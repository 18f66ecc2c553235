import type { Call } from '../port/call.ts';
import type { Capability } from '../port/connector.ts';
import type { ContractCase } from './contract-case.ts';
import { expectThat } from './expect-that.ts';
import { operate, prepareOrder } from './operate.ts';
import { startOfTime } from './scripted-wire.ts';

const rows: readonly { readonly name: string; readonly call: () => Call }[] = [
  { name: 'a signal that is aborted before', call: () => ({ signal: AbortSignal.abort() }) },
  { name: 'a deadline that has passed', call: () => ({ deadline: startOfTime }) },
];

/** A call for which nobody waits any more: it has failed, and the system was not asked. */
export function tooLateCases(capability: Capability): readonly ContractCase[] {
  return rows.map(({ name, call }) => ({
    name: `${capability} of ${name} asks nothing`,
    run: async (stage) => {
      const number = await prepareOrder(stage);
      const before = stage.sent();
      const outcome = await operate(stage, capability, number, call());
      expectThat(outcome.status === 'failed', 'failed', outcome);
      expectThat(outcome.failure?.safeToReplay === true, 'safe to replay', outcome);
      expectThat(stage.sent() === before, 'nothing sent', stage.sent() - before);
    },
  }));
}
