// Puts all that an entry shares with the others into one file beside it, because Node needs half a millisecond for each file
// that it imports, and a bundler takes what it wants out of one as well as out of ten. Only of ESM: `require` is quicker.
// node scripts/merge-chunks.mjs FOLDER ENTRY
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rollup } from 'rollup';

const [folder, entry] = process.argv.slice(2);
const isChunk = (name) => name.startsWith('chunk-');
const modules = readdirSync(folder).filter((name) => name.endsWith('.js'));
const bundle = await rollup({
  input: modules.filter((name) => !isChunk(name)).map((name) => join(folder, name)),
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  treeshake: false,
});
await bundle.write({
  dir: folder,
  format: 'es',
  chunkFileNames: 'chunk-[hash].js',
  manualChunks: (id, { getModuleInfo }) => (sharedBy(getModuleInfo).has(id) ? 'core' : undefined),
});
await bundle.close();
for (const name of modules.filter(isChunk)) rmSync(join(folder, name));

/** The modules that the entry imports, and those that they import. */
function sharedBy(getModuleInfo) {
  const reached = new Set();
  const reach = (id) => {
    for (const imported of getModuleInfo(id)?.importedIds ?? []) {
      if (reached.has(imported)) continue;
      reached.add(imported);
      reach(imported);
    }
  };
  reach(resolve(folder, entry));
  return reached;
}
