// What the packages publish, read from the "exports" of their package.json files.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Every entry with code, in order: `{ name, id, folder, subpath, source, esm, cjs, types }`, where `id` is what a user imports
 * (`@dist/x12/004010`), `name` is fit for a file name (`x12.004010`) and the files are absolute. Data entries (`./maps/*`) are left out.
 */
export function publicEntries() {
  return packageFolders().flatMap((folder) => {
    const manifest = readManifest(folder);
    return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
      if (typeof target !== 'object' || !target.import?.types) return [];
      const suffix = subpath.slice(1);
      return [
        {
          id: manifest.name + suffix,
          name: `${manifest.name.replace('@dist/', '')}${suffix.replaceAll('/', '.')}`,
          folder,
          subpath,
          source: join(root, folder, target['@dist/source']),
          esm: join(root, folder, target.import.default),
          cjs: join(root, folder, target.require.default),
          types: join(root, folder, target.import.types),
        },
      ];
    });
  });
}

/** `packages/canonical`, … */
export function packageFolders() {
  return readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
}

export function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}
