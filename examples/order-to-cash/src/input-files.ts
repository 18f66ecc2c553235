import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface InputFile {
  readonly path: string;
  /** What it is called to people. */
  readonly label: string;
  /** What the journal knows it by: the same path again is the same file. */
  readonly name: string;
}

export const samplesFolder = fileURLToPath(new URL('../samples/', import.meta.url));

/**
 * The user's files, or the bundled samples; of these the orders of the sample shop only where it is the shop. `folder` is where
 * the user stands.
 */
export function inputFiles(files: readonly string[], folder: string, withShop: boolean): InputFile[] {
  if (files.length > 0) return files.map((path) => ({ path, label: labelOf(path, folder), name: path }));
  const names = readdirSync(samplesFolder).filter(
    (name) => /\.edi$/.test(name) || (withShop && /^shop-order.*(?<!\.headers)\.json$/.test(name)),
  );
  return names
    .sort()
    .map((name) => ({ path: `${samplesFolder}${name}`, label: `samples/${name}`, name: `samples/${name}` }));
}

function labelOf(path: string, folder: string): string {
  const near = relative(folder, path);
  return near === '' || near.startsWith('..') ? path : near;
}
