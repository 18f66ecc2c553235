// npm start: plays the functions of this folder on a SQLite file, each invocation with a journal opened anew.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrate } from './demonstrate.ts';
import { openJournal } from './open-journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'dist-serverless-'));
try {
  await demonstrate({
    open: async () => openJournal(join(folder, 'orders.sqlite')),
    clock: () => new Date().toISOString(),
    print: (line) => process.stdout.write(`${line}\n`),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
