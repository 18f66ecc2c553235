// The gates of the house, in their order. Nothing here is imported from npm, because the first gate installs the dependencies.
const npm = (...args) => ['npm', ...args];
const node = (...args) => [process.execPath, ...args];
/** A tool of node_modules/.bin, with the pinned pnpm on the PATH. */
const tool = (...args) => node('scripts/dev.mjs', ...args);

/** Tests that run more where DIST_WHOLE is set. */
const wholeTests = [
  ...['hostile', 'testing-guide', 'mutants', 'quick-decode'].map((name) => `packages/x12/test/${name}.test`),
  'packages/connectors/test/gateway/batch/send-batch.test',
  'packages/connectors/test/payments/description.test',
  'tests/house/snippet-types.test',
  'examples/order-to-cash/test/estate.test',
];

/**
 * Each gate: what it is called and about, its command, how what it has written is written again, and whether it needs one core at
 * most, so that two of those that follow one another run at a time.
 */
export const gates = [
  { name: 'start', about: 'npm start on what is there', command: npm('start') },
  { name: 'start-again', about: 'npm start once more', command: npm('start') },
  {
    name: 'types',
    about: 'TypeScript 7 over packages, examples, tests and scripts',
    command: node('scripts/check-types.mjs'),
  },
  {
    name: 'lint',
    about: 'biome: lint and format',
    command: tool('biome', 'check', '--error-on-warnings', '.'),
    update: tool('biome', 'check', '--write', '.'),
  },
  {
    name: 'generated',
    about:
      'the types of the transaction sets are what their definitions say, the JSON Schemas what the packages check by',
    command: node('scripts/check-generated.mjs'),
    update: node('scripts/check-generated.mjs', '--update'),
  },
  {
    name: 'layers',
    about: 'dependency-cruiser: the DAG of packages, no cycle',
    command: tool('depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'examples', 'tests'),
  },
  { name: 'dead-code', about: 'knip: unused files, exports and dependencies', command: tool('knip', '--no-progress') },
  { name: 'workspace', about: 'sherif: the package.json files agree', command: tool('sherif') },
  {
    name: 'build',
    about: 'turbo and tsup: ESM, CJS and types of every package',
    command: tool('turbo', 'run', 'build', '--output-logs=errors-only', '--log-order=grouped'),
  },
  {
    name: 'packages',
    about: 'publint and attw on what would be published',
    command: tool('turbo', 'run', 'check:package', '--output-logs=errors-only', '--log-order=grouped'),
  },
  {
    name: 'api',
    about: 'api-extractor: the public API of every entry as committed',
    command: node('scripts/api-reports.mjs'),
    update: node('scripts/api-reports.mjs', '--update'),
  },
  {
    name: 'size',
    about: 'bundle size of every entry within its limit',
    command: node('scripts/bundle-sizes.mjs'),
    update: node('scripts/bundle-sizes.mjs', '--update'),
  },
  {
    name: 'formats',
    about: 'the ESM and the CJS build in one process',
    command: node('tests/runtimes/dual-format.mjs'),
    tests: true,
  },
  { name: 'workerd', about: 'the built packages in workerd', command: node('tests/runtimes/workerd.mjs') },
  {
    name: 'runtimes',
    about: 'the packed packages in Node 22 and 24, Bun, Deno, workerd and a browser page',
    command: node('tests/runtimes/packed.mjs'),
    tests: true,
    show: /^(?:size|skipped|ok +(?:Node|Bun|Deno|workerd|Chromium) ).*$/gm,
  },
  { name: 'test', about: 'npm test', command: npm('test'), tests: true },
  {
    name: 'descriptions',
    about: 'the descriptions of vendors that npm carries, for the tests that follow',
    command: npm('run', '--silent', 'descriptions'),
  },
  {
    name: 'whole',
    about:
      'what npm test takes a part of, whole: mutants of X12 files, segments of a gigabyte, many damaged sets, Stripe’s description, types in Markdown, every ERP and shop in the example',
    command: tool('vitest', 'run', ...wholeTests),
    env: { DIST_WHOLE: '1' },
    tests: true,
  },
  {
    name: 'crash',
    about: 'the run and the ERP killed at every observable action',
    command: tool('vitest', 'run', '--project', 'run', 'crash.test'),
    env: { CRASH: 'all' },
    tests: true,
  },
  {
    name: 'journals',
    oneCore: true,
    about:
      'SQLite and PostgreSQL: the contract on the real server, worker and server killed, new code while an order waits',
    command: npm('run', '--silent', 'engines', '--', 'sqlite', 'postgres'),
    tests: true,
  },
  {
    name: 'restate',
    oneCore: true,
    about: 'Restate: the host contract, worker and server killed, new code while an order waits; the example',
    command: npm('run', '--silent', 'engines', '--', 'restate', 'on-restate', 'contract', 'kills', 'change'),
    tests: true,
  },
  {
    name: 'dbos',
    oneCore: true,
    about: 'DBOS on PostgreSQL: the same',
    command: npm('run', '--silent', 'engines', '--', 'dbos', 'contract', 'kills', 'change'),
    tests: true,
  },
  {
    name: 'transports',
    oneCore: true,
    about: 'SFTP, AS2, NATS, RabbitMQ, SOAP and webhooks: the real servers and the vendors’ own libraries',
    command: npm(
      'run',
      '--silent',
      'engines',
      '--',
      'sftp',
      'nats',
      'amqp',
      'soap',
      'bouncycastle',
      'webhooks',
      '--rounds',
      '5',
    ),
    tests: true,
  },
  {
    name: 'foreign',
    oneCore: true,
    about: 'connectors beside servers that others wrote: Prism, graphql-yoga, fe-mockserver, WireMock',
    command: npm('run', '--silent', 'engines', '--', 'foreign'),
    tests: true,
  },
  {
    name: 'tower',
    oneCore: true,
    about: 'the control tower in a browser, as a person uses it',
    command: npm('run', '--silent', 'engines', '--', 'browser'),
    tests: true,
  },
  {
    name: 'laws',
    oneCore: true,
    about:
      'the laws of the shipped X12 maps, 10,000 documents for each map and law, and of the order machine, 1,000 orders',
    command: node('scripts/laws.mjs'),
    tests: true,
  },
  {
    name: 'docs',
    about:
      'the documentation site is built without a network: no dead link or anchor, nothing loaded from another host',
    command: npm('run', '--silent', 'docs'),
    show: /^(?:\d+ pages, |playground, ).*$/gm,
  },
  {
    name: 'playground',
    about: 'the playground of the built site in a browser: nothing is sent, a large file, keyboard, light and dark',
    command: npm('run', '--silent', 'engines', '--', 'playground'),
    tests: true,
  },
  {
    name: 'contract',
    about: 'the table of systems and operations',
    command: npm('run', '--silent', 'contract'),
    show: /^\d+ systems, .*$/gm,
  },
  {
    name: 'simulate',
    about: 'orders against a hostile outside, 10,000 seeded runs: none lost, doubled or stuck',
    command: npm('run', '--silent', 'simulate', '--', '--runs', '10000', '--seed', '20261101', '--json'),
    show: /"runs":.*?"parked":\d+/g,
  },
  {
    name: 'burst',
    about: '5,000 orders in a minute of twenty partners, an ERP of five calls at once and ten a second',
    command: npm('run', '--silent', 'burst', '--', '--orders', '5000'),
  },
  {
    name: 'races',
    about: '20,000 races for the same stock: nothing oversold, nothing held after its end',
    command: npm('run', '--silent', 'races', '--', '20000'),
    show: /^\{.*\}$/gm,
  },
  {
    name: 'core-mutants',
    about: 'a wrong order machine is seen by the fast proofs, each of the list',
    command: npm('run', '--silent', 'core-mutants'),
  },
  {
    name: 'mutants',
    about: 'wrong maps that the golden pairs of the shipped X12 maps see: 95 % at least, the others with a reason',
    command: node('scripts/mutants.mjs'),
    show: /^all maps .*$/gm,
  },
  {
    name: 'coverage',
    about: 'coverage of packages/*/src by the unit tests',
    command: tool('vitest', 'run', '--project', 'unit', '--coverage'),
    show: /^(Statements|Branches|Functions|Lines)\s.*$/gm,
  },
  {
    name: 'bench',
    about: 'our packages beside other libraries on small files: no row worse than it may be',
    command: node('bench/bench.mjs', '--short'),
    show: /^\d+ of \d+ goals met.*$/gm,
  },
];
