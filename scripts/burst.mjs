// A burst of orders on a virtual clock: `npm run burst`, `npm run burst -- --json`, `npm run burst -- --orders 1000`.
// Fifty thousand orders of twenty partners in ten simulated minutes, against an ERP that takes five calls at once and ten a second.
// `npm test` lives through four hundred.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './entries.mjs';

const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const main = join(root, 'packages/orchestration/test/burst/burst-main.ts');
const args = ['--conditions=@dist/source', '--import', loader, main, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
