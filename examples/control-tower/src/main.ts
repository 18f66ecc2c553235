import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadPartners } from '@dist/example-order-to-cash/partners';
import { examplePolicy } from '@dist/example-order-to-cash/policy';
import { WorldFault } from '@dist/example-order-to-cash/world';
import { build } from 'vite';
import { putAside } from './house/put-aside.ts';
import { policyVersion } from './house/tower-policy.ts';
import { openHouseStore } from './open-house-store.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import type { Store } from './open-store.ts';
import { readOptions, type TowerOptions, usage } from './options.ts';
import type { PolicyOf } from './order/order-view.ts';
import { serve } from './serve.ts';
import type { Access } from './sign-in/open-sign-in.ts';
import { readAccess } from './sign-in/read-access.ts';

const options = readOptions(process.argv.slice(2));
const access = typeof options === 'object' ? readAccess(options, process.env) : undefined;
const wrong = [options, access].find((one) => typeof one === 'string');

if (options === undefined) {
  process.stdout.write(usage);
} else if (typeof options === 'string' || typeof access === 'string') {
  process.stderr.write(`${wrong}\nTry: npm run tower -- --help\n`);
  process.exitCode = 2;
} else {
  await run(options, access).catch((error: unknown) => {
    if (!(error instanceof WorldFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}

async function run({ out, port }: TowerOptions, access: Access | undefined): Promise<void> {
  // A signal that comes while all of this is opened ends it once it is open.
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const { TOWER_POSTGRES: postgres } = process.env;
  const configFile = fileURLToPath(new URL('../web/vite.config.ts', import.meta.url));
  const [[store, policyOf]] = await Promise.all([
    postgres === undefined ? openSamples(out) : openPostgres(postgres),
    build({ configFile, logLevel: 'error' }),
  ]);
  try {
    const { address, close } = await serve(store, policyOf, port, { ...access, partners: loadPartners('P') });
    process.stdout.write(`The control tower is at ${address} (Ctrl+C ends it)\n`);
    await ended;
    await close();
  } finally {
    await store.close();
  }
}

async function openSamples(folder: string): Promise<[Store, PolicyOf]> {
  const aside = await putAside(folder, policyVersion);
  if (aside !== undefined)
    process.stdout.write(`The orders of another release are put aside in ${aside}; the samples begin anew.\n`);
  const store = await openHouseStore(folder, (error) => console.error('The house had a fault and goes on:', error));
  store.house.ended.catch((error: unknown) => console.error('The sample orders could not be brought in:', error));
  return [store, () => store.house.policy];
}

async function openPostgres(connection: string): Promise<[Store, PolicyOf]> {
  // The example's house has one policy; a house with several gives the one that a version names.
  const policy = examplePolicy('reference-erp', 1000);
  const policyOf = () => policy;
  return [await openPostgresStore(connection, policyOf), policyOf];
}
