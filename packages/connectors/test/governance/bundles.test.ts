import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { contractTable } from '../../src/governance/contract-table.ts';

const folder = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const peers = Object.keys(manifest.peerDependencies);
const systems = [...new Set(contractTable.map(({ system }) => system))];

/** The files of `src` that are in the bundle of an entry. */
async function filesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [`src/${entry}.ts`],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@dist/source'],
    external: [...peers, ...peers.map((name) => `${name}/*`)],
    absWorkingDir: folder,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file.replace('src/', '')),
  );
}

describe('the bundle of a connector', () => {
  it.each(systems)('for %s has nothing of another system', async (system) => {
    const files = await filesOf(system);
    expect(files).toContain(`${system}/${system}.ts`);
    expect(files.filter((file) => systems.some((other) => other !== system && file.startsWith(`${other}/`)))).toEqual(
      [],
    );
  });
});
