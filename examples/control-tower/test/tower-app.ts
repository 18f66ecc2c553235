import { defaultPolicy } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { type AppSettings, createApp } from '../src/server/create-app.ts';
import { createLive, type Live } from '../src/server/live.ts';
import { type SampleHouse, sampleHouse } from './sample-orders.ts';

/** A tower of a test, asked without a network. */
export interface TowerUnderTest {
  readonly house: SampleHouse;
  readonly database: TowerDatabase;
  readonly live: Live;
  /** An application on it; it answers to `localhost`. */
  app(settings?: Partial<AppSettings>): ReturnType<typeof createApp>;
  /** Reads what happened into the tower's tables. */
  read(): Promise<void>;
}

export async function towerUnderTest(): Promise<TowerUnderTest> {
  const journal = memoryJournal();
  const house = sampleHouse(journal);
  const database = await openTowerDatabase({ file: ':memory:' });
  const live = createLive(200);
  const tower = { journal, database, policyOf: () => defaultPolicy, live, clock: house.now };
  return {
    house,
    database,
    live,
    app: (settings) => createApp(tower, { hosts: ['localhost'], ...settings }),
    async read() {
      while ((await readChanges(journal, database)).more);
    },
  };
}
