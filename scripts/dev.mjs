// `npm start`, `npm test`, `npm run x12` and `npm run map` on a fresh clone, with nothing but Node and npm:
//   1. pnpm at the pinned version, fetched once by npm;
//   2. dependencies from the frozen lockfile, only when the lockfile or Node changed;
//   3. the command, on the sources: nothing is built.
// Every other word is a tool of the workspace: `node scripts/dev.mjs biome check .`, `node scripts/dev.mjs pnpm install`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const stateFile = join(root, 'node_modules', '.cache', 'dist-dev.json');

main(process.argv.slice(2));

function main([task = 'start', ...rest]) {
  requireNode(20, 19);
  const stamp = stampOf('pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json');
  const env = environment();
  const updates = task === 'pnpm';
  const installed = readState().stamp === stamp && existsSync(join(root, 'node_modules', '.modules.yaml'));
  if (!installed && !updates) {
    install(pnpmFolder(env), env);
    writeState({ ...readState(), stamp });
  }
  // The commands of a newcomer need no pnpm; the tools (turbo) do.
  const tools = [
    'start',
    'tower',
    'test',
    'x12',
    'map',
    'mutants',
    'core-mutants',
    'simulate',
    'laws',
    'races',
    'engines',
    'burst',
    'contract',
    'connectors',
    'descriptions',
    'docs',
  ].includes(task)
    ? []
    : [pnpmFolder(env)];
  env.PATH = [join(root, 'node_modules', '.bin'), ...tools, env.PATH ?? env.Path].join(delimiter);
  process.exit(commandOf(task, rest, env));
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  const needed = `Node ${major}.${minor} or newer is needed; this is ${process.version}.`;
  fail(`${needed} Install a newer Node and run the command again.`);
}

function commandOf(task, rest, env) {
  const options = { env, cwd: root, stdio: 'inherit' };
  const sources = ['--conditions=@dist/source', '--import', 'tsx'];
  const main = join(root, 'examples/order-to-cash/src/main.ts');
  switch (task) {
    case 'start':
      // npm runs scripts in the package's folder; the user's FILE arguments are relative to where npm was called.
      env.ORDER_TO_CASH_CWD = process.env.INIT_CWD ?? root;
      // Node 22 warns that its SQLite is young; that is for us to know.
      return run(process.execPath, ['--disable-warning=ExperimentalWarning', ...sources, main, ...rest], options);
    case 'tower':
      return run(
        process.execPath,
        [
          '--disable-warning=ExperimentalWarning',
          ...sources,
          join(root, 'examples/control-tower/src/main.ts'),
          ...rest,
        ],
        options,
      );
    case 'test':
      return run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...rest], options);
    case 'bench':
      return run(process.execPath, [join(root, 'bench/bench.mjs'), ...rest], options);
    case 'x12':
      return runCommandOf('packages/x12', rest, options);
    case 'map':
      return runCommandOf('packages/mapping', rest, options);
    case 'connectors':
      return runCommandOf('packages/connectors', rest, options);
    case 'contract':
      return run(
        process.execPath,
        [...sources, join(root, 'packages/connectors/scripts/contract.ts'), ...rest],
        options,
      );
    case 'docs':
      return run(process.execPath, [join(root, 'docs/site/build.mjs'), ...rest], options);
    case 'mutants':
    case 'core-mutants':
    case 'laws':
    case 'races':
    case 'simulate':
    case 'engines':
    case 'burst':
    case 'descriptions':
      return run(process.execPath, [join(root, `scripts/${task}.mjs`), ...rest], options);
    default:
      return run(task, rest, { ...options, shell: windows });
  }
}

/** Runs the command of a package, from its sources. */
function runCommandOf(folder, rest, options) {
  // Files are relative to where npm was called; there is no tsx to be found from there.
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const args = ['--conditions=@dist/source', '--import', loader, join(root, folder, 'src/cli.ts'), ...rest];
  return run(process.execPath, args, { ...options, cwd: process.env.INIT_CWD ?? root });
}

function install(folder, env) {
  const path = [folder, env.PATH ?? env.Path].join(delimiter);
  const args = ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'];
  // What is said here is about the set-up: it goes to standard error, so that `--json` stays alone on standard output.
  process.stderr.write('Installing the dependencies, once …\n');
  const options = { cwd: root, env: { ...env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  const result = spawnSync('pnpm', args, { ...options, shell: windows });
  if (result.status === 0) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  process.stderr.write(output);
  if (output.includes('OUTDATED_LOCKFILE')) {
    fail('A package.json changed and pnpm-lock.yaml did not: node scripts/dev.mjs pnpm install --no-frozen-lockfile');
  }
  fail(
    'The dependencies could not be installed. Is the npm registry reachable (npm ping)? Then run the command again.',
  );
}

/**
 * The folder that holds the pinned pnpm, in npm's cache. corepack is not used: its signature check fails with older
 * Node 20 releases.
 */
function pnpmFolder(env) {
  const [, version] = /^pnpm@([^+]+)/.exec(readJson('package.json').packageManager);
  const name = windows ? 'pnpm.cmd' : 'pnpm';
  const known = readState().pnpm;
  if (known?.version === version && existsSync(join(known.folder, name))) return known.folder;
  const print = ['node', '-p', 'process.env.PATH || process.env.Path'];
  const args = ['exec', '--yes', `--package=pnpm@${version}`, '--', ...print];
  // Away from here, because npm would read this workspace's package.json.
  const options = { cwd: dirname(process.execPath), env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  const probe = spawnSync('npm', args, { ...options, shell: windows });
  const folders = probe.stdout?.trim().split('\n').pop()?.split(delimiter) ?? [];
  const folder = folders.find((candidate) => existsSync(join(candidate, name)));
  if (probe.status !== 0 || !folder) {
    process.stderr.write(probe.stderr ?? '');
    fail(`npm could not fetch pnpm ${version}. Is the npm registry reachable (npm ping)? Then run the command again.`);
  }
  writeState({ ...readState(), pnpm: { version, folder } });
  return folder;
}

/** npm hands its settings down as npm_config_*; pnpm warns of those it does not know. */
function environment() {
  const settings = /^npm_(?:config|package|lifecycle|execpath|command)/i;
  const kept = /^npm_config_(?:registry|cafile|https?_proxy|proxy|noproxy|cache|userconfig)$/i;
  const inherited = Object.entries(process.env).filter(([key]) => !settings.test(key) || kept.test(key));
  return {
    // Without a network this fails in seconds rather than minutes.
    npm_config_fetch_retries: '2',
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
    npm_config_update_notifier: 'false',
    ...Object.fromEntries(inherited),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}

function stampOf(...files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    // Absent, or cut off when a first run was stopped: both mean that nothing is known.
    return {};
  }
}

function writeState(state) {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify(state));
}

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function run(command, args, options) {
  const result = spawnSync(command, args, options);
  if (result.error) fail(result.error.message);
  return result.status ?? 1;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
