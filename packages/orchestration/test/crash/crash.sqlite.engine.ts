import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { builtWorker } from './built-worker.ts';
import { crashSeries } from './crash-series.ts';

const folder = mkdtempSync(join(tmpdir(), 'crash-'));
const entry = await builtWorker('crash-sqlite');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('R01 R12 R19 a worker on a journal in SQLite, killed at any moment', () => {
  const store = (seed: number) => ({ kind: 'sqlite', path: join(folder, `${seed}.sqlite`) }) as const;
  crashSeries({ entry, store, workers: 1, rounds: 50, atOnce: 4 });
});
