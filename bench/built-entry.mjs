import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the package that is measured: ours, or another build of it, named by BENCH_PACKAGE. */
export const packageFolder = process.env.BENCH_PACKAGE ?? join(import.meta.dirname, '../packages/x12');

/** Where the build of an entry stands, to be imported: `index`, `004010`. */
export function builtEntry(name) {
  return pathToFileURL(join(packageFolder, 'dist', `${name}.js`)).href;
}

/** The same of another package of the workspace: `canonical`, `mapping`. */
export function builtEntryOf(name, entry) {
  return pathToFileURL(join(import.meta.dirname, '../packages', name, 'dist', `${entry}.js`)).href;
}
