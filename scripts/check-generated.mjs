// The types of the transaction sets are what their definitions say: they are generated again and compared. With `--update` what was
// generated stays, without it the files are as before.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

const folder = join(root, 'packages/x12/src/generated');
const generator = join(root, 'packages/x12/scripts/generate-types.ts');

const before = contents();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', generator], { cwd: root, stdio: 'inherit' });
const after = contents();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
const update = process.argv.includes('--update');
if (!update) restore();

process.stdout.write(`${after.size} generated files, ${changed.length} ${update ? 'written' : 'that differ'}\n`);
if (changed.length > 0 && !update) {
  process.stderr.write(`${changed.join('\n')}\nRun: node scripts/gates.mjs --update generated\n`);
}
process.exit(status !== 0 || (changed.length > 0 && !update) ? 1 : 0);

function contents() {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.ts'));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function restore() {
  for (const file of changed) {
    const text = before.get(file);
    if (text === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
}
