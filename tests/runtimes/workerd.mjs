// The built packages in workerd, which has no Node modules and forbids eval: one worker does a small job with each of them (see worker.mjs).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installRuntimes } from './install-runtimes.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const output = join(folder, '.cache');
const binary = join(folder, 'node_modules/.bin', process.platform === 'win32' ? 'workerd.CMD' : 'workerd');
/** The gate could not run here; in CI that counts as a failure. */
const cannotRun = 77;

if (!(await installRuntimes()) && !existsSync(binary)) {
  process.stdout.write('workerd could not be installed. Is the npm registry reachable?\n');
  process.exit(cannotRun);
}
await bundle();
writeFileSync(join(output, 'config.capnp'), configuration());
const result = spawnSync(binary, ['test', '--verbose', join(output, 'config.capnp')], {
  cwd: output,
  stdio: 'inherit',
  timeout: 60_000,
  shell: process.platform === 'win32',
});
process.exit(result.status ?? 1);

/** One module without any import left: what the platform does not have would be an error here or in workerd. */
async function bundle() {
  mkdirSync(output, { recursive: true });
  await build({
    entryPoints: [join(folder, 'worker.mjs')],
    outfile: join(output, 'worker.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
}

function configuration() {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "packages", worker = .packages)]);
const packages :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-04-01",
);
`;
}
