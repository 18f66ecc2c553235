import { fileURLToPath } from 'node:url';
import { loadPartners } from '@dist/example-order-to-cash/partners';
import { examplePolicy } from '@dist/example-order-to-cash/policy';
import { build } from 'vite';
import { fillStore } from './fill-store.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import { openEmbeddedStore } from './open-store.ts';
import { readOptions, usage } from './options.ts';
import { serve } from './serve.ts';

const options = readOptions(process.argv.slice(2));

if (options === undefined) {
  process.stdout.write(usage);
} else if (typeof options === 'string') {
  process.stderr.write(`${options}\nTry: npm run tower -- --help\n`);
  process.exitCode = 2;
} else {
  const { TOWER_POSTGRES: postgres } = process.env;
  await build({ configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  if (postgres === undefined) {
    process.stdout.write('Running the sample orders …\n');
    const fault = await fillStore(options.out);
    if (fault !== undefined) process.stderr.write(`${fault}\n`);
  }
  const store = postgres === undefined ? await openEmbeddedStore(options.out) : await openPostgresStore(postgres);
  // The sample run has one policy; a house with several gives the one that a version names.
  const policy = examplePolicy('reference-erp', 1000);
  const { address, close } = await serve(store, () => policy, options.port, loadPartners('P'));
  process.stdout.write(`The control tower is at ${address} (Ctrl+C ends it)\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await close();
      await store.close();
    });
}
