import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { contractTable } from '../../src/governance/contract-table.ts';

const folder = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const peers = Object.keys(manifest.peerDependencies);
const systems = [...new Set(contractTable.map(({ system }) => system))];

/** The codecs of one system's notation, with their files. */
const codecFiles: Readonly<Record<string, string>> = {
  amount: 'amount',
  fullName: 'full-name',
  itemUnit: 'item-unit',
  noonUtc: 'noon-utc',
  odataDate: 'odata-date',
  rfc2822: 'rfc2822',
  utcDateTime: 'utc-date-time',
};
const withMap = systems.flatMap((system) =>
  ['order', 'sales-order']
    .map((name) => join(folder, `src/${system}/${name}.json`))
    .filter((file) => existsSync(file))
    .map((file) => [system, readFileSync(file, 'utf8')] as const),
);

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
  it.each(systems)('for %s has nothing of another system, and no verbatim errors', async (system) => {
    const files = await filesOf(system);
    expect(files).toContain(`${system}/${system}.ts`);
    expect(files.filter((file) => systems.some((other) => other !== system && file.startsWith(`${other}/`)))).toEqual(
      [],
    );
    expect(files.filter((file) => file.endsWith('-error-sources.ts'))).toEqual([]);
  });

  it.each(withMap)('for %s has the codecs that its map names, and no others', async (system, map) => {
    const named = new Set(map.match(/(?<="as": ")\w+/g));
    const files = new Set(await filesOf(system));
    const held = Object.keys(codecFiles).filter((name) => files.has(`codec/${codecFiles[name]}.ts`));
    expect(held).toEqual(Object.keys(codecFiles).filter((name) => named.has(name)));
  });
});
