import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Builds the worker from the sources into one file, since it is started hundreds of times: the same code, loaded in a
 * tenth of the time. Each test file has its own. Answers its path; it lies where the paths of its sources stay true.
 */
export async function builtWorker(name: string): Promise<string> {
  const outfile = fileURLToPath(new URL(`../.build-${name}.mjs`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@dist/source'],
    external: ['pg', 'libsql', 'node:*'],
    logLevel: 'error',
  });
  return outfile;
}
