import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RestateSdk } from '../../../src/restate.ts';

const folder = join(import.meta.dirname, 'install');

/** The SDK as it is used here; what is made by it is handed back to it. */
export interface InstalledSdk extends RestateSdk<object, object> {
  serve(options: { readonly services: readonly object[]; readonly port: number }): Promise<number>;
  createEndpointHandler(options: { readonly services: readonly object[] }): (request: never, response: never) => void;
}

/** What `install-engine.mjs` has put here. */
export const installed = {
  sdk: (): InstalledSdk => createRequire(join(folder, 'package.json'))('@restatedev/restate-sdk') as InstalledSdk,
  /** The binary of the package of this platform. */
  server: (): string => {
    const launcher = createRequire(join(folder, 'package.json')).resolve('@restatedev/restate-server/package.json');
    const binary = createRequire(launcher).resolve('@restatedev/restate-server-linux-x64/package.json');
    return join(binary, '../bin/restate-server');
  },
};
