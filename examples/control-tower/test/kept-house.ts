import { type IssuedEffect, type OrderState, phase, waiting } from '@dist/orchestration';
import { loadOrder } from '@dist/orchestration/runtime';
import { type KeptHouse, keepHouse } from '../src/house/keep-house.ts';

/** A kept house of a test, with what it has told. */
export interface HouseUnderTest extends KeptHouse {
  /** Every order's state. */
  orders(): Promise<readonly OrderState[]>;
  /** Resolves when nothing is left that the house or its ERP could do by itself. Looks again whenever the house tells something. */
  settled(): Promise<readonly OrderState[]>;
  /** Ends the house and waits until nothing of it is left. Throws what went wrong meanwhile. */
  leave(): Promise<void>;
}

/** Keeps a house in a folder, with a reference ERP that answers at once. */
export async function houseIn(folder: string): Promise<HouseUnderTest> {
  const leaving = new AbortController();
  const faults: unknown[] = [];
  let wake = () => {};
  const kept = await keepHouse({
    folder,
    signal: leaving.signal,
    onNote: () => wake(),
    onError: (error) => faults.push(error),
    erp: { delay: 1, step: 1, silence: 0, timeout: 1500 },
  });
  const orders = async () => {
    const states: OrderState[] = [];
    for await (const id of kept.journal.orders()) {
      const stored = await loadOrder(kept.journal, id, kept.policy);
      if (stored) states.push(stored.state);
    }
    return states;
  };
  return {
    ...kept,
    orders,
    async settled() {
      for (;;) {
        const told = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const states = await orders();
        const isIn = (await kept.journal.mark('control-tower/samples')) !== undefined;
        if (isIn && states.every((state) => isAtRest(state, kept))) return states;
        await told;
      }
    },
    async leave() {
      leaving.abort();
      await kept.ended;
      if (faults.length > 0) throw new AggregateError(faults, 'the house had faults');
    },
  };
}

/** Invoiced as far as it can be, or with a person: a document that is parked keeps no other one from going. */
function isAtRest(state: OrderState, { policy }: KeptHouse): boolean {
  if (effectsOf(state).some(({ status }) => status === 'issued' || status === 'inDoubt')) return false;
  if (phase(state) === 'parked') return parked(state).some(({ effect }) => effect.key.includes('/810/'));
  return !['us', 'erp'].includes(waiting(state, policy).on);
}

const effectsOf = (state: OrderState): IssuedEffect[] => Object.values(state.effects);

/** What of an order has failed and waits for a person. */
export const parked = (state: OrderState): IssuedEffect[] =>
  effectsOf(state).filter(({ status }) => status === 'parked');
