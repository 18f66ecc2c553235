import { memoryJournal } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Crash, type Ending, id, live } from './crash-world.ts';
import { openDatabase } from './open-database.ts';

const calm = await live(memoryJournal(), [], 'same');
const everyCommit = Array.from({ length: calm.commits }, (_, index) => index + 1);

/** What must be so however often the process died: one ERP order, each document once, in its own numbers, in order. */
function expectSameEnding(ending: Ending): void {
  expect({ ...ending, commits: 0 }).toEqual({ ...calm, commits: 0 });
}

describe('an order whose process never dies', () => {
  it('is paid, with one ERP order and each document delivered once', () => {
    expect(calm).toMatchObject({
      phase: 'closed',
      delivered: { '997/1': 1, [`${id}/855`]: 1, [`${id}/856/S1`]: 1, [`${id}/810/I1`]: 1 },
      arrived: [`${id}/855`, `${id}/856/S1`, `${id}/810/I1`],
      numbers: ['000000001', '000000002', '000000003', '000000004'],
      lines: [{ lineId: '1', shipped: '24', invoiced: '24', open: '0', over: '0' }],
    });
    expect([...calm.erpOrders]).toEqual([['northfield.PO-1', 1]]);
    expect(everyCommit.length).toBeGreaterThan(20);
  });
});

describe.each(['same', 'other'] as const)(
  'R01 R12 R19 R23 a process that dies, then the %s worker',
  { timeout: 120_000 },
  (restart) => {
    it.each(['before', 'after'] as const)('ends the same when it dies just %s any commit', async (when) => {
      for (const at of everyCommit) expectSameEnding(await live(memoryJournal(), [{ at, when }], restart));
    });

    it('ends the same when it dies again and again', () => {
      const crash = fc.record({ at: fc.integer({ min: 1, max: 12 }), when: fc.constantFrom('before', 'after') });
      const property = fc.asyncProperty(fc.array(crash as fc.Arbitrary<Crash>, { maxLength: 6 }), async (crashes) => {
        expectSameEnding(await live(memoryJournal(), crashes, restart));
      });
      return fc.assert(property, { numRuns: Number(process.env['DIST_ORDER_RUNS'] ?? 25) });
    });
  },
);

describe('R01 on SQLite', { timeout: 120_000 }, () => {
  const opened: { close(): void }[] = [];
  afterAll(() => {
    for (const handle of opened) handle.close();
  });

  it('an order ends the same when its process dies after a commit', async () => {
    // Every other one, beginning with the first: `npm run engines` kills real processes at any moment.
    for (const at of everyCommit.filter((commit) => commit % 2 === 1)) {
      const handle = openDatabase(':memory:');
      opened.push(handle);
      expectSameEnding(await live(sqliteJournal(handle), [{ at, when: 'after' }], 'same'));
    }
  });
});
