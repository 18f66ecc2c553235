// The laws of the shipped maps with many documents, and those of the order machine with a tenth as many orders:
// `npm run laws`, or `npm run laws -- 1000` for so many documents of each set. `npm test` holds the same laws with fewer.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [documents = '10000'] = process.argv.slice(2);

if (!/^[1-9]\d{0,6}$/.test(documents)) {
  process.stderr.write(`A number of documents is expected, not ${JSON.stringify(documents)}.\n`);
  process.exit(2);
}
const args = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--project',
  'unit',
  'packages/mapping/test/maps-laws',
  'packages/orchestration/test/laws',
  'packages/orchestration/test/crash.test',
];
const orders = String(Math.ceil(Number(documents) / 10));
const env = { ...process.env, DIST_LAW_RUNS: documents, DIST_ORDER_RUNS: orders };
process.exit(spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1);
