import { expect } from 'vitest';
import { purchaseOrder } from '../sample-gateway.ts';
import { type LiveSettings, type LiveWorld, liveWorld } from './live-world.ts';
import { receiveSet } from './receive-set.ts';
import { billed, shipped } from './told.ts';

const order = 'northfield/4711';
const later = '2026-11-02T10:00:00.000Z';

/** A world in which order 4711 of 24 pieces is at the ERP and acknowledged. */
export async function orderedWorld(settings: LiveSettings = {}): Promise<LiveWorld> {
  const world = liveWorld(settings);
  await receiveSet(world, '850', 'PO', purchaseOrder('4711').body);
  return world;
}

/** The same, shipped as S1 and billed as INV1. */
export async function billedWorld(settings: LiveSettings = {}): Promise<LiveWorld> {
  const world = await orderedWorld(settings);
  const told = { order: '4711', at: later };
  await world.goTo(later);
  await world.runtime.dispatch([{ id: order, events: [shipped('S1', told)] }]);
  await world.settle();
  await world.runtime.dispatch([{ id: order, events: [billed('INV1', { ...told, shipment: 'S1' })] }]);
  await world.settle();
  expect([world.sent('855').length, world.sent('856').length, world.sent('810').length]).toEqual([1, 1, 1]);
  return world;
}

/** Streams that wait for a person, with what they wait for. */
export async function worklist(world: LiveWorld): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const id of await world.orders()) {
    if (!id.includes('/received:')) continue;
    const { holds } = await world.state(id);
    for (const [hold, { reason }] of Object.entries(holds)) found.push([hold, reason]);
  }
  return found;
}

/** Facts of a type in a stream. */
export const factsOf = async (world: LiveWorld, id: string, type: string) =>
  Object.values((await world.state(id)).facts).filter((event) => event.type === type);
