// `npm run core-mutants`: how much of a wrong order machine the fast proofs of @dist/orchestration see. The mutants are sentences with a
// text and what takes its place, in packages/orchestration/test/mutants/*-mutants.ts; each is bundled in memory and tried in a thread.
// `--only TEXT` tries some, `--json` prints `{ killed, total, survivors, stale }`. It fails when one survives or is stale.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './entries.mjs';

const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const main = join(root, 'packages/orchestration/test/mutants/main.ts');
const args = ['--conditions=@dist/source', '--import', loader, main, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
