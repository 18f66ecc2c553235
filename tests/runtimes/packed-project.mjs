import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/entries.mjs';
import { received } from './x12-samples.mjs';

const windows = process.platform === 'win32';
const programs = ['print-x12-program.mjs', 'x12-program.mjs', 'x12-samples.mjs'];
/** Peers that the packages ask for, and the folder of this workspace that has them in the right version. */
const peers = {
  'fast-check': 'tests',
  'fast-xml-parser': 'packages/connectors',
  'ssh2-sftp-client': 'packages/connectors',
  zod: 'tests',
};

/**
 * A project of its own, far from this workspace, into which npm has installed the packages as pnpm packs them; the programs and
 * two files of X12 (`one-rejected.edi`, `accepted.edi`) lie beside. Needs a build. Nothing when they could not be installed, the
 * reason printed. `unpacked` is the bytes of each package on disk.
 */
export function packedProject() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = pack(join(folder, 'files'));
  if (!files || !install(folder, files)) return undefined;
  for (const name of programs) cpSync(join(import.meta.dirname, name), join(folder, name));
  writeFileSync(join(folder, 'one-rejected.edi'), received);
  writeFileSync(join(folder, 'accepted.edi'), received.replace('*1O*', '*10*'));
  return { folder, unpacked: sizesOf(join(folder, 'node_modules/@dist')) };
}

function pack(destination) {
  mkdirSync(destination);
  const args = ['pnpm', '-r', '--filter', './packages/*', 'pack', '--pack-destination', destination];
  if (!ran(process.execPath, [join(root, 'scripts/dev.mjs'), ...args], {})) return undefined;
  return readdirSync(destination).map((name) => join(destination, name));
}

function install(folder, files) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const exact = Object.entries(peers).map(([name, owner]) => `${name}@${versionOf(join(root, owner), name)}`);
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
    ...files,
    ...exact,
  ];
  return ran('npm', args, { cwd: folder, env: environment(), shell: windows });
}

function versionOf(folder, name) {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** What npm says of the script that it runs would tell the npm inside that it stands elsewhere. */
function environment() {
  const ours = /^npm_(?:package|lifecycle|command|execpath|config_(?:local_prefix|prefix|dir))/i;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.test(key))),
    // Without a network this fails in seconds rather than minutes.
    npm_config_fetch_retries: '2',
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '2000',
  };
}

function ran(command, args, options) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (status === 0) return true;
  process.stdout.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`);
  return false;
}

function sizesOf(folder) {
  return Object.fromEntries(readdirSync(folder).map((name) => [`@dist/${name}`, bytesOf(join(folder, name))]));
}

function bytesOf(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
  return files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
}
