import { memoryJournal } from '@dist/orchestration/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { invoiced, shipped } from './sample-events.ts';
import { type SampleHouse, sampleHouse } from './sample-orders.ts';

const tables = ['orders', 'names', 'work', 'deadlines', 'waiting', 'counts', 'malformed'] as const;

/** All that the tower keeps, in one order; what counts nothing any more is as if it had never been there. */
async function contents(database: TowerDatabase): Promise<Record<string, unknown[]>> {
  const kept: Record<string, unknown[]> = {};
  for (const table of tables) {
    const rows: object[] = await database.selectFrom(table).selectAll().execute();
    const shown = rows.filter((row) => !('n' in row) || row.n !== 0);
    kept[table] = shown.map((row) => JSON.stringify(row)).sort();
  }
  return kept;
}

async function readAll(journal: Parameters<typeof readChanges>[0], database: TowerDatabase, limit?: number) {
  while ((await readChanges(journal, database, limit)).more);
}

const steps: readonly ((house: SampleHouse, number: string) => Promise<unknown>)[] = [
  (house, number) => house.order('northfield', number),
  (house, number) => house.order('harborline', `${number}-refused`),
  (house, number) => house.order('harborline', `${number}-rejected`),
  (house) => house.pass(1),
  (house) => house.pass(60),
  (house) => house.pass(60 * 26),
  (house) => house.tell('northfield/1', { type: 'hold.placed', hold: 'credit', reason: 'over the limit' }),
  (house) => house.tell('northfield/1', { type: 'hold.released', hold: 'credit', by: 'desk' }),
  (house) => house.tell('harborline/2-refused', { type: 'operator.abandoned', by: 'desk', reason: 'given up' }),
  (house, number) => house.tell('northfield/1', shipped(`S${number}`, '24')),
  (house, number) => house.tell('northfield/1', invoiced(`I${number}`, 24)),
  (house) =>
    house.tell('northfield/1', {
      type: 'acknowledgment.received',
      document: 'northfield/1/855',
      by: '997',
      status: 'rejected',
      codes: ['5'],
    }),
  (house, number) =>
    house.tell(`harborline/received:${number}`, {
      type: 'hold.placed',
      hold: 'not-mapped',
      reason: 'PO1 has no quantity',
      class: 'partnerFormat',
    }),
];

describe('the tables of the tower', () => {
  it('are the same, read once at the end or in any pieces', async () => {
    const played = fc.array(
      fc.record({ step: fc.nat(steps.length - 1), read: fc.boolean(), limit: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(played, async (moves) => {
        const journal = memoryJournal();
        const house = sampleHouse(journal);
        const pieces = await openTowerDatabase({ file: ':memory:' });
        for (const [index, { step, read, limit }] of moves.entries()) {
          await steps[step]?.(house, String(index + 1));
          if (read) await readChanges(journal, pieces, limit);
        }
        await readAll(journal, pieces, 3);
        const once = await openTowerDatabase({ file: ':memory:' });
        await readAll(journal, once);
        expect(await contents(pieces)).toEqual(await contents(once));
        await Promise.all([pieces.destroy(), once.destroy()]);
      }),
      { numRuns: 25 },
    );
  });
});
