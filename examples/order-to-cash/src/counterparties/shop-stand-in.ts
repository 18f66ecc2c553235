import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { MasterData } from '@dist/orchestration';
import { shopSystems } from '../estate/shop-systems.ts';
import { fakeServer } from './fake-server.ts';
import type { Settings } from './settings.ts';

/** Places of items in the master data and quantities: what the two buyers of a stand-in order. */
const carts = [
  [
    [0, 6],
    [2, 12],
  ],
  [
    [8, 4],
    [9, 8],
    [10, 2],
  ],
] as const;

/** The stand-in of another shop, in which two buyers have just ordered; none for the sample shop. */
export async function shopStandIn(settings: Settings): Promise<Server | undefined> {
  const system = await shopSystems.get(settings.shop ?? '')?.();
  if (system === undefined) return undefined;
  const fake = system.fake();
  const { items } = JSON.parse(readFileSync(settings.master, 'utf8')) as MasterData;
  for (const cart of carts) {
    const lines = cart.flatMap(([place, quantity]) => {
      const item = items[place];
      if (item === undefined) return [];
      return [{ sku: item.sku, name: item.description, quantity, price: Number(item.price ?? 1) }];
    });
    fake.place?.(lines, Date.now());
  }
  return fakeServer({ ...settings, silence: 0, fake });
}
