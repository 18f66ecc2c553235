// The types of the transaction sets are what their definitions say, and the JSON Schemas what the packages check by: they are
// generated again and compared. With `--update` what was generated stays, without it the files are as before.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

/** A folder, and the program that writes its files. */
const generated = [
  ['packages/x12/src/generated', 'packages/x12/scripts/generate-types.ts'],
  ...['x12', 'mapping', 'orchestration'].map((name) => [
    `packages/${name}/schema`,
    `packages/${name}/scripts/generate-schemas.ts`,
  ]),
];

const before = contents();
const status = Math.max(...generated.map(([, generator]) => run(generator)));
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

/** The status that a generator ended with. */
function run(generator) {
  const args = ['--conditions=@dist/source', '--import', 'tsx', join(root, generator)];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function contents() {
  const files = generated.flatMap(([folder]) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => /\.(?:ts|json)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function restore() {
  for (const file of changed) {
    const text = before.get(file);
    if (text === undefined) rmSync(join(root, file));
    else writeFileSync(join(root, file), text);
  }
}
