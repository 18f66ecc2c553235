import type { OrderEvent } from '@dist/orchestration';
import { deliveryOf, outgoing } from '../outside.ts';
import { captured, line, order } from '../sample.ts';
import type { Chance } from './chance.ts';
import { type Delivery, type Process, send, type World } from './world.ts';

/** The purchase order, a hold in the middle of it, a cancellation; now and then somebody gives the order up. */
export function planBuyer(world: World): void {
  const { chance, time } = world;
  const file: Delivery = async (process) => {
    if (world.mailbox.received.has('997/1')) return;
    await receive(world, process);
    // The partner sends it again until it has an answer.
    time.after(45, async () => void world.inbox.push(file));
  };
  world.inbox.push(file);
  if (chance.is('buyer cancels', 0.3)) {
    const event = { type: 'cancel.requested', cancel: 'c1', reason: 'changed its mind' } as const;
    time.after(chance.between('buyer cancels after', 0, 90), async () => send(world, 'cancel', event));
  }
  if (chance.is('credit hold', 0.3)) {
    const hold = { type: 'hold.placed', hold: 'credit', reason: 'limit reached' } as const;
    time.after(chance.between('credit hold after', 0, 4), async () => send(world, 'hold', hold));
  }
  if (chance.is('abandoned', 0.06)) {
    const event = { type: 'operator.abandoned', by: 'operator', reason: 'a trial' } as const;
    time.after(chance.between('abandoned after', 0, 60), async () => send(world, 'abandon', event));
  }
}

/** R01: interchange, order and answer are one commit. */
async function receive({ id, chance }: World, { runtime, life }: Process): Promise<void> {
  const { journal } = life;
  if ((await journal.mark('isa/northfield/1')) !== undefined) return;
  const number = await journal.sequence('isa');
  const controlNumber = String(number + 1).padStart(9, '0');
  const event = { ...captured(orderOf(chance)), key: 'in/1', at: '2026-03-02T08:00:00.000Z', v: 2 } as OrderEvent;
  await runtime.dispatch(
    { id, events: [event] },
    {
      marks: [{ key: 'isa/northfield/1', expected: undefined, value: 'hash' }],
      sequences: [{ name: 'isa', expected: number, next: number + 1 }],
      documents: [outgoing('997/1', `${controlNumber} 997`, controlNumber)],
      effects: [deliveryOf('997/1')],
    },
  );
}

function orderOf(chance: Chance) {
  const shop = chance.is('shop', 0.2);
  const store = (value: string, quantity: string) => ({
    location: { scheme: 'buyer' as const, value },
    quantity: { value: quantity, unit: 'C62' },
  });
  const split = !shop && chance.is('split', 0.3);
  const allocations = split ? { allocations: [store('0012', '4'), store('0013', '2')] } : {};
  const lines = [line('1', 'AX-100', '6', 'C62', allocations), line('2', 'AX-200', '2')];
  return order(chance.is('two lines', 0.5) ? lines : lines.slice(0, 1), shop ? { channel: 'shop', parties: {} } : {});
}
