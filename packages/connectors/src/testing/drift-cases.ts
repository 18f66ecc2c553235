import type { Capability } from '../port/connector.ts';
import type { ContractCase } from './contract-case.ts';
import { expectHook } from './expect-hook.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import { prepareOrder } from './operate.ts';

/** The interface of a system changes without a word. */
export function driftCases(offered: readonly Capability[]): readonly ContractCase[] {
  const find: ContractCase = {
    name: 'orders.find with a status that is not in the description finds the order, its phase unknown',
    run: async (stage) => {
      expectHook(stage.fake, 'inventStatus');
      await prepareOrder(stage);
      stage.fake.inventStatus?.();
      const { order } = expectStatus(await stage.find(), 'found');
      expectThat(order.phase === 'unknown', 'unknown', order.phase);
      expectThat(order.status !== '', 'the system’s own word', order.status);
    },
  };
  return offered.includes('orders.find') ? [find] : [];
}
