import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const folder = new URL('../', import.meta.url);

/** The counterparties' entry is named by the source that starts it. */
const builtEntry: Plugin = {
  name: 'built-entry',
  setup(hooks) {
    hooks.onLoad({ filter: /counterparties-process\.ts$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      const contents = (await readFile(path, 'utf8')).replace('./counterparties/main.ts', './counterparties/main.js');
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Builds the example into `.build-<name>/` beside its sources, for tests that start it hundreds of times: the same code,
 * loaded in a tenth of the time. Each test file has its own, since they run at the same time. Answers the path of its entry.
 */
export async function bundle(name: string): Promise<string> {
  const outdir = fileURLToPath(new URL(`.build-${name}/`, folder));
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [
      fileURLToPath(new URL('src/main.ts', folder)),
      fileURLToPath(new URL('src/counterparties/main.ts', folder)),
    ],
    outbase: fileURLToPath(new URL('src/', folder)),
    outdir,
    bundle: true,
    // What an ERP of its own brings is read only where it is chosen, and what both entries share is built once.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@dist/source'],
    external: ['libsql', 'node:*'],
    banner: {
      js: "import { createRequire as bannerRequire } from 'node:module'; const require = bannerRequire(import.meta.url);",
    },
    plugins: [builtEntry],
    logLevel: 'error',
  });
  return `${outdir}main.js`;
}
