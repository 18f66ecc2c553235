import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname, '../..');

/** What is installed, built or written by a run; a folder without git history has no other list of it. */
const passedBy = /^(?:node_modules|dist|coverage|temp|\.git|\.turbo|\.cache|\.build.*|\.order-to-cash|\.snippet-.*)$/;
const binary = /\.(?:png|jpe?g|gif|ico|woff2?|sqlite|tgz|wasm)$/;

/** Every text file of the repository, relative to the root and with `/`, sorted. */
export function tree(): readonly string[] {
  return walk(root)
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((file) => !binary.test(file) && !file.endsWith('pnpm-lock.yaml'))
    .sort();
}

/** TypeScript sources of packages and examples, without their tests. */
export function sources(): readonly string[] {
  return tree().filter((file) => /^(?:packages|examples)\/[^/]+\/src\/.*\.ts$/.test(file));
}

/** Whether a file is the standard or a table rather than code: its size says nothing. */
export function isData(file: string): boolean {
  return /\/(?:standard|data|generated)\//.test(file);
}

/** The text of a file of the tree. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (passedBy.test(entry.name) || entry.name.endsWith('.tsbuildinfo')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}
