import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BullmqQueue, bullmqDelivery } from '@dist/connectors/node/bullmq';

interface Connection {
  readonly host: string;
  readonly port: number;
}

/** A worker or queue as it is used here. */
interface Closing {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(force?: boolean): Promise<void>;
}

interface Installed {
  readonly Queue: new (name: string, options: { readonly connection: Connection }) => BullmqQueue & Closing;
  readonly Worker: new (
    name: string,
    processor: ReturnType<typeof bullmqDelivery>,
    options: {
      readonly connection: Connection;
      readonly concurrency: number;
      /** Milliseconds. */
      readonly lockDuration?: number;
      readonly stalledInterval?: number;
      readonly drainDelay?: number;
    },
  ) => Closing;
}

/** What `install-engine.mjs` has put here. */
export function installedBullmq(): Installed {
  return createRequire(join(import.meta.dirname, 'install/package.json'))('bullmq') as Installed;
}
