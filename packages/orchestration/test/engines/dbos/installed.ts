import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DbosClient, DbosSdk } from '../../../src/dbos.ts';

/** The class `DBOS` as it is used here. */
export interface InstalledDbos extends DbosSdk {
  setConfig(config: {
    readonly name: string;
    readonly systemDatabaseUrl: string;
    readonly applicationVersion: string;
    readonly executorID: string;
    readonly logLevel: string;
  }): void;
  launch(): Promise<void>;
  shutdown(options: { readonly deregister: boolean }): Promise<void>;
}

interface Installed {
  readonly DBOS: InstalledDbos;
  readonly DBOSClient: {
    create(options: {
      readonly systemDatabaseUrl: string;
      readonly applicationName: string;
    }): Promise<DbosClient & { destroy(): Promise<void> }>;
  };
}

/** What `install-engine.mjs` has put here. */
export function installedDbos(): Installed {
  return createRequire(join(import.meta.dirname, 'install/package.json'))('@dbos-inc/dbos-sdk') as Installed;
}
