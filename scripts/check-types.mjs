// TypeScript 7 over every project of the workspace: the packages, the examples, and the house's own scripts and tests.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = join(root, 'node_modules/typescript-7/bin/tsc');

const projects = [
  ...foldersOf('packages'),
  ...foldersOf('examples'),
  'examples/control-tower/web',
  'docs/site/playground',
  'tests',
].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
const failed = projects.filter((folder) => !compiles(folder));
process.stdout.write(
  `${projects.length} projects, ${failed.length} with errors${failed.length > 0 ? `: ${failed.join(', ')}` : ''}\n`,
);
process.exit(failed.length > 0 ? 1 : 0);

function foldersOf(parent) {
  return readdirSync(join(root, parent)).map((name) => join(parent, name));
}

function compiles(folder) {
  return (
    spawnSync(process.execPath, [compiler, '-p', join(root, folder, 'tsconfig.json')], { cwd: root, stdio: 'inherit' })
      .status === 0
  );
}
