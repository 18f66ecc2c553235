import { createRequire } from 'node:module';
import type { DocumentQueries } from '@dist/connectors/documents';
import type { PostgresPool } from '@dist/orchestration/postgres';
import type { PostgresServer } from '../../orchestration/test/postgres/postgres-server.ts';

export type Pool = DocumentQueries & PostgresPool & { end(): Promise<void> };

/** node-postgres, which this package takes from whoever gives it a pool. */
const pg: { readonly Pool: new (options: object) => Pool } = createRequire(
  new URL('../../orchestration/package.json', import.meta.url),
)('pg');

/** A pool of connections to a server. */
export function postgresPool({ connection }: Pick<PostgresServer, 'connection'>, max = 16): Pool {
  return new pg.Pool({ ...connection, max });
}
