import type { HostOptions } from '../host/host.ts';
import type { PostgresPool } from '../runtime/postgres/postgres-pool.ts';
import type { DbosClient, DbosQueueOptions } from './dbos-sdk.ts';

/** What a host on DBOS is made of. */
export interface DbosOptions extends HostOptions {
  /** `await DBOSClient.create({ systemDatabaseUrl })`. */
  readonly client: DbosClient;
  /** A pool on DBOS's system database: an order and what follows from it are one transaction. Its errors are the caller's. */
  readonly pool: PostgresPool;
  /**
   * The `applicationVersion` that `DBOS.setConfig` was given: a constant, the same in every release. Left to itself DBOS
   * makes it from the code, and work that was begun before a deployment is not gone on with after it.
   */
  readonly applicationVersion: string;
  /** What the table of orders, the workflows and the queue are called; `dist` when absent. Letters, digits and `_`. */
  readonly name?: string | undefined;
  /** How much is performed at once; 16 on each worker when absent. */
  readonly queue?: DbosQueueOptions | undefined;
  /** Lanes that have a queue of their own (`erp:erp`), with their limits. */
  readonly lanes?: Readonly<Record<string, DbosQueueOptions>> | undefined;
}
