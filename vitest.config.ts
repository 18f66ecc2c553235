import { defineConfig } from 'vitest/config';

// Tests run on the sources, so that they need no build.
const conditions = ['@dist/source', 'module', 'node', 'import', 'default'];

/**
 * How each project loads its files: Node itself, with tsx. Vite's module runner makes a getter call of each use of an imported
 * name, so that reading a large file took five times as long as it takes who uses the packages. Only coverage needs it.
 */
const isCovered = process.argv.some((word) => word.startsWith('--coverage'));
const loading = {
  experimental: { viteModuleRunner: isCovered, nodeLoader: false },
  execArgv: isCovered ? [] : ['--import', 'tsx'],
  // Flags of Node take effect in processes, not in threads.
  pool: 'forks',
  // No test keeps anything in module state, so that files can share a process and load the packages once.
  isolate: false,
} as const;

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // By default one core is left free: of two that is half.
    maxWorkers: '100%',
    reporters: ['default', './scripts/tally-reporter.ts'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          ...loading,
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'packages/*/src/**/*.test.ts'],
          // No test is about time; a machine that is busy takes several times as long.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...loading,
          name: 'house',
          include: ['tests/house/**/*.test.ts', 'docs/site/test/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...loading,
          name: 'run',
          include: ['examples/*/test/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
