import type { Order } from '@dist/canonical';
import type { FindOutcome, SubmitCall, SubmitOutcome } from '../port/orders.ts';
import type { ContractAdapter, ContractConnector } from './contract-adapter.ts';
import { expectNoSecret } from './expect-no-secret.ts';
import { expectThat } from './expect-that.ts';
import type { Fake } from './fake.ts';
import { type ScriptedWire, scriptedWire } from './scripted-wire.ts';

/** An adapter, its system and the wire between them, for one case. */
export interface Stage extends Omit<ScriptedWire, 'runtime'> {
  readonly connector: ContractConnector;
  readonly adapter: ContractAdapter;
  readonly fake: Fake;
  /** How many orders were made in this case. */
  orders(): Promise<number>;
  /** Submits the order that the system accepts, or another, under `externalReference` or another. */
  submit(order?: Order, call?: Partial<SubmitCall>): Promise<SubmitOutcome>;
  /** Looks up by `externalReference`, the adapter's own sample, or another. */
  find(reference?: string): Promise<FindOutcome>;
}

/** What the kit submits its orders under. */
export const externalReference = 'kit.PO-1';

export function stageFor(adapter: ContractAdapter, makeFake: () => Fake): Stage {
  const fake = makeFake();
  const before = fake.orders();
  const { runtime, ...wire } = scriptedWire(adapter, fake);
  const connector = adapter.connect(runtime);
  return {
    ...wire,
    connector,
    adapter,
    fake,
    orders: async () => (await fake.orders()) - (await before),
    submit: async (order = adapter.orders?.accepted, call = {}) => {
      expectThat(order !== undefined, 'an order to submit', order);
      expectThat(connector.orders?.submit !== undefined, 'orders.submit', connector.capabilities);
      const outcome = await connector.orders.submit(order, { key: 'kit/PO-1/submit', externalReference, ...call });
      expectNoSecret(outcome, adapter.secret);
      return outcome;
    },
    find: async (reference = adapter.samples?.['orders.find'] ?? externalReference) => {
      expectThat(connector.orders?.find !== undefined, 'orders.find', connector.capabilities);
      const outcome = await connector.orders.find(reference);
      expectNoSecret(outcome, adapter.secret);
      return outcome;
    },
  };
}
