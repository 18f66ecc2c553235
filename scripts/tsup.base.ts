import { defineConfig, type Options } from 'tsup';

/** The one build recipe: ESM, CJS, types for both and source maps; nothing is bundled that npm can install. */
export function library(options: Pick<Options, 'entry'> & Partial<Options>): ReturnType<typeof defineConfig> {
  return defineConfig({
    format: ['esm', 'cjs'],
    // tsup sets baseUrl for its d.ts pass, which TypeScript 6 reports as deprecated.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    sourcemap: true,
    // The sources are published beside them.
    esbuildOptions(options) {
      options.sourcesContent = false;
    },
    clean: true,
    treeshake: false,
    splitting: true,
    target: 'es2022',
    platform: 'neutral',
    outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
    ...options,
  });
}
