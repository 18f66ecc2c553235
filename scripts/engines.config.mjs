import { defineConfig } from 'vitest/config';

// The tests that need more than npm: `npm run engines`. Each file has a process of its own, since it starts servers.
// Without `import`: vitest hands them to Node, where `pg` would then require a module.
const conditions = ['@dist/source', 'node', 'default'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'engines',
    include: ['packages/*/test/**/*.engine.ts', 'examples/*/test/**/*.engine.ts', 'docs/site/test/**/*.engine.ts'],
    reporters: ['default', './scripts/tally-reporter.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
