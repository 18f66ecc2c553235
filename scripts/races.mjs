// `npm run races`: writers who want the same units of an item, 100,000 seeded races of them, or `npm run races -- 5000`. Prints
// `{ races, granted, refused, oversold, leftOver }` and fails when a unit was oversold, a reservation is held after its end, or
// the books do not agree in the end. `npm test` holds the same with 2,000.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [races = '100000'] = process.argv.slice(2);

if (!/^[1-9]\d{0,7}$/.test(races)) {
  process.stderr.write(`A number of races is expected, not ${JSON.stringify(races)}.\n`);
  process.exit(2);
}
const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const program = join(root, 'packages/orchestration/test/availability/print-races.ts');
const args = ['--conditions=@dist/source', '--import', loader, program, races];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
