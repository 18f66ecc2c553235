import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '@dist/orchestration';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putAside } from '../src/house/put-aside.ts';
import { openEmbeddedStore } from '../src/open-store.ts';
import { sampleHouse } from './sample-orders.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'put-aside-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function anOrderIn(path: string): Promise<void> {
  const store = await openEmbeddedStore(path);
  const house = sampleHouse(store.journal);
  await house.order('northfield', '4711');
  await store.close();
}

it('orders that came under another policy are moved into a folder of their own, and nothing of them stays', async () => {
  await anOrderIn(folder);
  const aside = await putAside(folder, 'next-1');
  expect(aside).toBe(join(folder, 'before-next-1'));
  expect(existsSync(join(aside ?? '', 'journal.sqlite'))).toBe(true);
  expect([existsSync(join(folder, 'journal.sqlite')), existsSync(join(folder, 'tower.sqlite'))]).toEqual([
    false,
    false,
  ]);
});

it('of two such folders both are kept', async () => {
  await anOrderIn(folder);
  await putAside(folder, 'next-1');
  await anOrderIn(folder);
  expect(await putAside(folder, 'next-1')).toBe(join(folder, 'before-next-1-2'));
});

it.each([
  ['orders under the same policy', anOrderIn, defaultPolicy.version],
  ['an empty folder', async () => {}, 'next-1'],
])('%s stay where they are', async (_, fill, policy) => {
  await fill(folder);
  expect(await putAside(folder, policy)).toBeUndefined();
});
