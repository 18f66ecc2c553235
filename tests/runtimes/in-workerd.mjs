import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { postedResult } from './posted-result.mjs';

/** The program's result in workerd, as a worker is deployed: one bundled module, no Node, no eval once it has started. */
export async function inWorkerd(binary, { folder }) {
  writeFileSync(join(folder, 'worker.mjs'), worker);
  await build({
    absWorkingDir: folder,
    entryPoints: ['worker.mjs'],
    outfile: 'worker.js',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    logLevel: 'error',
  });
  return postedResult(folder, (address) => {
    writeFileSync(join(folder, 'config.capnp'), configuration(address));
    return [binary, 'test', 'config.capnp'];
  });
}

const worker = `import { runProgram } from './x12-program.mjs';
export default {
  async test(_, { address }) {
    const result = await runProgram().catch((error) => ({ thrown: String(error.stack) }));
    await fetch(address + '/result', { method: 'POST', body: JSON.stringify(result) });
  },
};
`;

function configuration(address) {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "program", worker = .program),
  (name = "internet", network = (allow = ["local", "private"])),
]);
const program :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  bindings = [(name = "address", text = "${address}")],
  compatibilityDate = "2026-04-01",
);
`;
}
