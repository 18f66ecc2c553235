// npm run engines -- on-restate: the example on a real Restate prints what its README shows.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const example = join(import.meta.dirname, '..');
const { status, stdout } = spawnSync(process.execPath, [join(example, 'start.mjs')], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.stdout.write(stdout);
process.exitCode = status === 0 ? verdict() : (status ?? 1);

function verdict() {
  const isShown = readFileSync(join(example, 'README.md'), 'utf8').includes(`\`\`\`text\n${stdout}\`\`\``);
  process.stdout.write(isShown ? '1 passed, 0 failed, 0 skipped\n' : 'the README shows something else\n');
  return isShown ? 0 : 1;
}
