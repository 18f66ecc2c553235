import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtWorker } from './built-worker.ts';
import { deployed } from './deployed.ts';

it('an order in SQLite that waits through a deployment ends under the code that came', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deployed-'));
  const store = { kind: 'sqlite', path: join(folder, 'journal.sqlite') } as const;
  const { faults, checked } = await deployed(await builtWorker('deployed-sqlite'), store);
  expect(faults).toEqual([]);
  expect(checked).toContain('northfield/PO-2');
  rmSync(folder, { recursive: true, force: true });
});
