import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryJournal } from '@dist/orchestration/runtime';
import { afterAll, expect, it } from 'vitest';
import { openTowerDatabase } from '../src/database/open-tower-database.ts';
import { keepShadowReport } from '../src/insight/keep-shadow-report.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { sampleHouse } from './sample-orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'tower-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['are left as they are when they have the same version', undefined, 1],
  ['of another version are made anew, and the notes are read again', '1', 0],
  ['of before there were versions are, too', '', 0],
])('the tables %s', async (_, version, kept) => {
  const file = join(folder, `${version}.sqlite`);
  const journal = memoryJournal();
  await sampleHouse(journal).order('northfield', '1');
  const before = await openTowerDatabase({ file });
  await readChanges(journal, before);
  const report = { operation: 'orders.find', primary: 'legacy', shadow: 'new', differences: [] };
  await keepShadowReport(before, report, '2026-03-02T08:00:00.000Z');
  const mark = before.updateTable('progress').where('name', '=', 'version');
  if (version === '') await before.deleteFrom('progress').where('name', '=', 'version').execute();
  else if (version !== undefined) await mark.set({ place: version }).execute();
  await before.destroy();
  const after = await openTowerDatabase({ file });
  expect(await after.selectFrom('orders').selectAll().execute()).toHaveLength(kept);
  // Notes do not hold it: it could not be made again.
  expect(await after.selectFrom('shadow').selectAll().execute()).toHaveLength(1);
  await readChanges(journal, after);
  expect(await after.selectFrom('orders').selectAll().execute()).toHaveLength(1);
  const counted = await after.selectFrom('counts').select('n').where('metric', '=', 'captured').execute();
  expect(counted).toEqual([{ n: 1 }]);
  await after.destroy();
});
