import { describe, expect, it } from 'vitest';
import { read, tree } from './tree.ts';

const files = tree();
const names = ['canonical', 'connectors', 'mapping', 'orchestration', 'x12'];
const manifests = names.map((name) => ({ name, manifest: JSON.parse(read(`packages/${name}/package.json`)) }));
const workspace = JSON.parse(read('package.json'));

describe.each(manifests)('@dist/$name', ({ name, manifest }) => {
  it('says what it is', () => {
    expect(manifest).toMatchObject({
      name: `@dist/${name}`,
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: workspace.engines,
      publishConfig: { access: 'public' },
      repository: { type: 'git', directory: `packages/${name}` },
    });
    expect(manifest.description).toMatch(/^[A-Z].+[^.]$/);
    expect(manifest.keywords.length).toBeGreaterThan(2);
  });

  it('has the version of the others', () => {
    expect(manifest.version).toBe(manifests[0]?.manifest.version);
  });

  it('publishes its licence, its page and its sources', () => {
    expect(files).toContain(`packages/${name}/README.md`);
    expect(read(`packages/${name}/LICENSE`)).toBe(read('LICENSE'));
    // The types of every segment fill what a package may be large: there the sources and maps stay at home.
    const sources = name === 'x12' ? [] : ['src'];
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', ...sources, 'README.md', 'CHANGELOG.md']));
  });

  it('exports every entry for its sources, for ESM and for CommonJS, types first', () => {
    const entries = Object.entries<Record<string, unknown>>(manifest.exports).filter(
      ([, target]) => typeof target === 'object',
    );
    for (const [subpath, target] of entries) {
      const stem = subpath === '.' ? 'index' : subpath.slice(2);
      expect(Object.keys(target)).toEqual(['@dist/source', 'import', 'require']);
      expect(target).toEqual({
        '@dist/source': `./src/${stem}.ts`,
        import: { types: `./dist/${stem}.d.ts`, default: `./dist/${stem}.js` },
        require: { types: `./dist/${stem}.d.cts`, default: `./dist/${stem}.cjs` },
      });
    }
    expect(manifest).toMatchObject({ main: './dist/index.cjs', module: './dist/index.js', types: './dist/index.d.ts' });
    expect(manifest.exports['./package.json']).toBe('./package.json');
  });

  it('builds the entries that it exports, and its commands', () => {
    const commands = Object.values<string>(manifest.bin ?? {});
    const exported = [
      ...Object.values<Record<string, string>>(manifest.exports).flatMap((target) => target['@dist/source'] ?? []),
      ...commands.map((file) => file.replace('/dist/', '/src/').replace(/\.js$/, '.ts')),
    ];
    const named = [...read(`packages/${name}/tsup.config.ts`).matchAll(/'(src\/[^']+)'/g)];
    const built = [...new Set(named.map(([, file]) => `./${file}`))];
    expect(built.sort()).toEqual(exported.sort());
  });

  it('has the scripts of the others', () => {
    expect(manifest.scripts).toMatchObject({
      build: expect.stringMatching(/^tsup( |$)/),
      typecheck: 'node ../../node_modules/typescript-7/bin/tsc -p tsconfig.json',
      'check:package': 'publint --strict && attw --pack . --profile node16 --format ascii',
    });
  });

  it('takes versions from the catalogue and packages of this house from the workspace', () => {
    const needed = { ...manifest.dependencies, ...manifest.devDependencies };
    const wrong = Object.entries(needed).filter(
      ([need, version]) => version !== (need.startsWith('@dist/') ? 'workspace:^' : 'catalog:'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the workspace', () => {
  it('installs with nothing but npm: no address in the lockfiles', () => {
    for (const file of ['pnpm-lock.yaml', 'tests/runtimes/pnpm-lock.yaml'])
      expect(read(file)).not.toMatch(/https?:\/\//);
  });

  it('has one pinned pnpm', () => {
    expect(JSON.parse(read('tests/runtimes/package.json')).packageManager).toBe(workspace.packageManager);
  });

  it.each(['LICENSE', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'STYLE.md', 'SECURITY.md', '.ci/run'])(
    'has %s',
    (file) => {
      expect(files).toContain(file);
    },
  );
});
