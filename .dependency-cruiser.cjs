/**
 * The layers. Arrows that exist: canonical and x12 import nobody; mapping → canonical, and x12 only from its x12 entry, its
 * command and its testing kit; orchestration → canonical; connectors → canonical and mapping, and x12 and orchestration only from its gateway.
 */
const layer = (name, from, allowed) => ({
  name,
  comment: `${from} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other package'}`,
  severity: 'error',
  from: { path: from },
  to: { path: `^packages/(?!(?:${allowed.concat('$').join('|')})/)` },
});

const gateway = '^packages/connectors/src/gateway(?:[./]|$)';
const connectors = '^packages/connectors/src/(?!gateway(?:[./]|$))';
const mappingX12 = '^packages/mapping/src/x12(?:[./]|$)';
const mappingCommand = '^packages/mapping/src/cli(?:[./]|$)';
const mappingTesting = '^packages/mapping/src/(?:testing|standard)(?:[./]|$)';
const mapping = '^packages/mapping/src/(?!(?:x12|cli|testing|standard)(?:[./]|$))';
const nodeOnly = '^packages/(?:connectors/src/node|(?:x12|mapping)/src/cli)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Types left out: they are gone when the code runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    layer('canonical-imports-nobody', '^packages/canonical/src', ['canonical']),
    layer('x12-imports-nobody', '^packages/x12/src', ['x12']),
    layer('mapping-imports-canonical', mapping, ['mapping', 'canonical']),
    layer('mapping-x12-imports-x12', mappingX12, ['mapping', 'canonical', 'x12']),
    layer('mapping-testing-imports-x12', mappingTesting, ['mapping', 'canonical', 'x12']),
    layer('mapping-command-imports-x12', mappingCommand, ['mapping', 'canonical', 'x12']),
    layer('orchestration-imports-canonical', '^packages/orchestration/src', ['orchestration', 'canonical']),
    layer('connectors-import-canonical-and-mapping', connectors, ['connectors', 'canonical', 'mapping']),
    layer('gateway-imports-all', gateway, ['connectors', 'canonical', 'mapping', 'x12', 'orchestration']),
    {
      name: 'one-entry-stays-out-of-the-other',
      comment: 'What is not the gateway (or the x12 entry of mapping) does not pull it in.',
      severity: 'error',
      from: { path: connectors },
      to: { path: gateway },
    },
    { name: 'mapping-core-without-x12', severity: 'error', from: { path: mapping }, to: { path: mappingX12 } },
    {
      name: 'web-standards-only',
      comment:
        'Everything but connectors/src/node and the commands of x12 and mapping runs in a browser and in workerd.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: nodeOnly },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-folder-is-an-end',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: [nodeOnly, '^packages/(?:x12|mapping|connectors)/src/cli.ts$'] },
      to: { path: nodeOnly },
    },
    {
      name: 'no-undeclared-dependency',
      severity: 'error',
      from: { path: '^packages/[^/]+/src' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        dependencyTypesNot: ['npm', 'npm-peer'],
        pathNot: '^packages/',
      },
    },
    {
      name: 'no-unresolvable',
      comment:
        'node:sqlite is newer than the list of built-in modules that is known here; servers and libraries that tests install for themselves are not there before.',
      severity: 'error',
      from: { pathNot: '^packages/connectors/test/(?:foreign|webhook|gateway/cases)/' },
      to: { couldNotResolve: true, pathNot: '^node:sqlite$' },
    },
    {
      name: 'sources-do-not-import-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src' },
      to: { path: '(?:^|/)(?:test|tests|examples|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|coverage|temp|\\.cache|\\.build[^/]*)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@dist/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
