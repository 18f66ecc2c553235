import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** Kilobytes (10^3 bytes) of a module bundled, minified and compressed with brotli, `external` packages left out. */
export async function bundledKilobytes(contents, resolveDir, external = []) {
  const result = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external,
    logLevel: 'silent',
  });
  return brotliCompressSync(result.outputFiles[0].contents).length / 1000;
}
