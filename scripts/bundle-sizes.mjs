// What an entry costs in a browser or an edge function: its own code and its dependencies, minified and compressed with brotli.
// Peer dependencies (zod, fast-check) are left out, because the user has them anyway. Limits are in data/size-limits.json; the table
// is docs/size.md, which must tell the truth within the tolerance; `--update` writes it again. Needs a build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { publicEntries, readManifest, root } from './entries.mjs';

const page = join(root, 'docs/size.md');
const limits = JSON.parse(readFileSync(join(root, 'scripts/data/size-limits.json'), 'utf8'));
/** Most bytes of a connector beside its peers. */
const ownLimit = 20_000;
/** Known to miss that goal, and how far it may. */
const worst = {
  '@dist/connectors/acumatica': 22_170,
  '@dist/connectors/netsuite': 20_540,
  '@dist/connectors/shopify': 20_660,
};
/** Compressors differ a little from one Node to the next, and a fix of three lines need not touch the page. */
const tolerance = { share: 0.05, bytes: 150 };

await main(process.argv.includes('--update'));

async function main(update) {
  const rows = [];
  for (const entry of publicEntries()) rows.push({ id: entry.id, limit: limits[entry.id], ...(await sizeOf(entry)) });
  const alone = [];
  for (const entry of publicEntries().filter(isEdgeConnector))
    alone.push({ id: entry.id, limit: worst[entry.id] ?? ownLimit, ...(await sizeOf(entry, true)) });
  const faults = [...rows, ...alone].flatMap(overLimit);
  if (update) writeFileSync(page, pageOf(rows, alone));
  else faults.push(...rows.flatMap((row) => outOfDate(row, writtenSizes())));
  for (const row of rows)
    process.stdout.write(
      `${row.id.padEnd(32)} ${kilobytes(row.brotli).padStart(6)} kB of ${kilobytes(row.limit ?? 0)} kB\n`,
    );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** A connector for one system, or what it is made of: it runs where there is `fetch`, beside packages that are there anyway. */
function isEdgeConnector({ id, subpath }) {
  const rest = ['./testing', './fakes', './gateway', './documents'];
  return id.startsWith('@dist/connectors') && !subpath.startsWith('./node/') && !rest.includes(subpath);
}

async function sizeOf(entry, withoutPeers = false) {
  if (!existsSync(entry.esm)) throw new Error(`${entry.id} is not built. Run: node scripts/gates.mjs build`);
  const peers = Object.keys(readManifest(entry.folder).peerDependencies ?? {}).filter(
    (name) => withoutPeers || !name.startsWith('@dist/'),
  );
  const node = entry.subpath.startsWith('./node/');
  const result = await build({
    entryPoints: [entry.esm],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: node ? 'node' : 'neutral',
    mainFields: ['module', 'main'],
    external: [...peers, ...peers.map((name) => `${name}/*`)],
    absWorkingDir: root,
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  return { minified: file.contents.length, brotli: brotliCompressSync(file.contents).length };
}

function overLimit({ id, brotli, limit }) {
  if (limit === undefined) return [`${id} has no limit in scripts/data/size-limits.json`];
  return brotli > limit ? [`${id} is ${brotli} bytes, over its limit of ${limit}`] : [];
}

function outOfDate({ id, brotli }, written) {
  const before = written.get(id);
  const allowed = Math.max(tolerance.bytes, brotli * tolerance.share);
  if (before !== undefined && Math.abs(before - brotli) <= allowed) return [];
  return [
    `docs/size.md says ${before ?? 'nothing'} for ${id}; it is ${brotli} bytes. Run: node scripts/gates.mjs --update build size`,
  ];
}

/** The brotli column of the page, by entry. */
function writtenSizes() {
  const [text = ''] = existsSync(page) ? readFileSync(page, 'utf8').split('\n## ') : [];
  return new Map([...text.matchAll(/^\| `([^`]+)` \| \d+ \| (\d+) \|/gm)].map(([, id, bytes]) => [id, Number(bytes)]));
}

function pageOf(rows, alone) {
  const missing = Object.keys(worst).map((id) => `\`${id}\``);
  const lines = rows.map(
    ({ id, minified, brotli, limit }) => `| \`${id}\` | ${minified} | ${brotli} | ${limit ?? ''} |`,
  );
  return `# Bundle size

Bytes of each entry with everything it imports except its peer dependencies (zod, fast-check), as one ESM file by esbuild.
Entries of one package share code, so two of them together cost less than the sum. This page is written by
\`node scripts/gates.mjs --update build size\`; the limits are in \`scripts/data/size-limits.json\`.

| entry | minified | brotli | limit (brotli) |
|---|---:|---:|---:|
${lines.join('\n')}

## Connectors beside their peers

Bytes of each connector without \`@dist/canonical\`, \`@dist/mapping\` and the other peers, which the user has anyway. The goal is ${ownLimit};
${missing.join(', ')} miss it, and may not grow.

| entry | minified | brotli |
|---|---:|---:|
${alone.map(({ id, minified, brotli }) => `| \`${id}\` | ${minified} | ${brotli} |`).join('\n')}
`;
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
