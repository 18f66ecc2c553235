// The public API of every entry as text, packages/<package>/api/<entry>.api.md, so that a change of it is seen in review.
// A report that differs from the build fails; `--update` writes it again. Needs a build.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { packageFolders, publicEntries, root } from './entries.mjs';

const update = process.argv.includes('--update');
const entries = publicEntries();
const missing = entries.filter((entry) => !existsSync(entry.types));
if (missing.length > 0) fail(`Not built: ${missing.map(({ id }) => id).join(', ')}. Run: node scripts/gates.mjs build`);

const configs = entries.map((entry) => ({ entry, config: configOf(entry) }));
// One compiler for all entries: most of the time is spent in reading the same declarations.
const compilerState = CompilerState.create(configs[0].config, {
  additionalEntryPoints: entries.map(({ types }) => types),
});
const changed = configs.filter(({ entry, config }) => differs(entry, config)).map(({ entry }) => entry.id);
const stale = staleReports();
if (update) for (const file of stale) rmSync(file);

process.stdout.write(`${entries.length} API reports, ${changed.length} ${update ? 'written' : 'that differ'}\n`);
if (!update && changed.length + stale.length > 0) {
  fail(`${[...changed, ...stale].join('\n')}\nIs the change meant? Then: node scripts/gates.mjs --update build api`);
}

function configOf(entry) {
  const folder = join(root, entry.folder);
  mkdirSync(join(folder, 'api'), { recursive: true });
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: entry.types,
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFolder: join(folder, 'api'),
        reportTempFolder: join(folder, 'temp'),
        reportFileName: `${entry.name}.api.md`,
        // The typed documents are one export and many nested types, all of which a caller sees.
        includeForgottenExports: entry.id === '@dist/x12/004010',
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'warning' },
          // Everything an entry exports is public; there are no release tags.
          'ae-missing-release-tag': { logLevel: 'none' },
          // Types beneath an export need no name of their own outside; the report shows them all the same.
          'ae-forgotten-export': { logLevel: 'none', addToApiReportFile: false },
          'ae-unresolved-link': { logLevel: 'none' },
          // tests/house asks for the docstrings of exports.
          'ae-undocumented': { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2023', 'DOM'],
            module: 'NodeNext',
            moduleResolution: 'NodeNext',
            strict: true,
            skipLibCheck: true,
            types: [],
          },
          files: entries.map(({ types }) => types),
        },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
}

function differs(entry, config) {
  const result = Extractor.invoke(config, {
    compilerState,
    localBuild: update,
    messageCallback: (message) => {
      message.handled = true;
      const shown = message.logLevel === 'error' || message.logLevel === 'warning';
      if (shown && message.category !== 'console') process.stdout.write(`${entry.id}: ${message.text}\n`);
    },
  });
  if (result.apiReportChanged && !update) process.stdout.write(difference(entry));
  return result.apiReportChanged || !result.succeeded;
}

/** The lines of a report that are gone, and those that are new. */
function difference({ id, folder, name }) {
  const lines = (kind) => {
    const file = join(root, folder, kind, `${name}.api.md`);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  };
  const [before, after] = [lines('api'), lines('temp')];
  const gone = before.filter((line) => !after.includes(line)).map((line) => `  - ${line}`);
  const added = after.filter((line) => !before.includes(line)).map((line) => `  + ${line}`);
  return `${[id, ...[...gone, ...added].slice(0, 20)].join('\n')}\n`;
}

/** Reports of entries that are no more. */
function staleReports() {
  const known = new Set(entries.map(({ folder, name }) => join(root, folder, 'api', `${name}.api.md`)));
  return packageFolders()
    .map((folder) => join(root, folder, 'api'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => !known.has(file));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
