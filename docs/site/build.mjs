// Builds the site into docs/site/dist, and with `--serve` serves it on loopback until it is stopped:
//
//   npm run docs                     the site; the packages are built before: npm run build
//   npm run docs -- --serve          the same, then serve it; --port 4173 chooses the port
//   npm run docs -- --serve --built  serve what is there
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vitepress';
import { writeApiReference } from './api-reference.mjs';
import { checkSite } from './check-site.mjs';
import { root } from './pages.mjs';
import { playgroundSize } from './playground-size.mjs';
import { serveSite } from './serve-site.mjs';
import { stagePages } from './stage.mjs';

const site = join(root, 'docs/site');

await main(process.argv.slice(2));

async function main(args) {
  if (!args.includes('--built')) await buildSite();
  if (!args.includes('--serve')) return;
  const port = args.includes('--port') ? Number(args[args.indexOf('--port') + 1]) : 4173;
  const { address } = await serveSite(join(site, 'dist'), port);
  process.stdout.write(`${address} until Ctrl+C\n`);
}

async function buildSite() {
  // The playground is made of what would be published.
  for (const name of ['canonical', 'x12', 'mapping'])
    if (!existsSync(join(root, 'packages', name, 'dist'))) throw new Error(`@dist/${name} is not built: npm run build`);
  const pages = stagePages();
  const entries = await writeApiReference();
  // A dead link between pages ends the build.
  await build(site);
  const { files, bytes, faults: found } = checkSite(join(site, 'dist'));
  const playground = playgroundSize(join(site, 'dist'));
  const faults = [...found, ...playground.faults];
  process.stdout.write(`${playground.line}\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(
    `${pages} pages, ${entries} entries of the API, ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${faults.length} faults\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
