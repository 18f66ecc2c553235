import { join } from 'node:path';
import { openTowerDatabase } from './database/open-tower-database.ts';
import { type KeptHouse, keepHouse } from './house/keep-house.ts';
import type { Store } from './open-store.ts';

/** The sample house that runs in this process, with the tower's tables beside its journal. `close()` ends it. */
export interface HouseStore extends Store {
  readonly house: KeptHouse;
}

/** Opens the house in a folder and keeps it running. Throws a WorldFault where the folder cannot be used. */
export async function openHouseStore(folder: string, onError: (error: unknown) => void): Promise<HouseStore> {
  const ending = new AbortController();
  const house = await keepHouse({ folder, signal: ending.signal, onError });
  const database = await openTowerDatabase({ file: join(folder, 'tower.sqlite') });
  const close = async () => {
    ending.abort();
    await Promise.allSettled([house.ended, database.destroy()]);
  };
  return { house, journal: house.journal, runtime: house.runtime, database, close };
}
