import { postgresJournal } from '@dist/orchestration/postgres';
import pg from 'pg';
import { type DbosHost, type DbosSdk, dbosHost } from '../../../src/dbos.ts';
import type { HostOptions } from '../../../src/host/host.ts';
import type { PostgresServer } from '../../postgres/postgres-server.ts';
import { installedDbos } from './installed.ts';

/** A host that works in this process, on a database of the server. */
export interface OpenedDbos {
  readonly host: DbosHost;
  close(): Promise<void>;
}

const applicationVersion = 'dist-1';

/** One DBOS at a time is in a process: close it before another is opened. */
export async function openDbos(
  connection: PostgresServer['connection'],
  options: Omit<HostOptions, 'records'>,
  changed: (dbos: DbosSdk) => DbosSdk = (dbos) => dbos,
): Promise<OpenedDbos> {
  const { DBOS, DBOSClient } = installedDbos();
  const { user, database } = connection;
  const place = { host: '127.0.0.1', port: Number(process.env['PGPORT']), user, database };
  const systemDatabaseUrl = `postgresql://${user}@${place.host}:${place.port}/${database}`;
  DBOS.setConfig({ name: 'dist', systemDatabaseUrl, applicationVersion, executorID: 'one', logLevel: 'error' });
  const client = await DBOSClient.create({ systemDatabaseUrl, applicationName: 'dist' });
  const pool = new pg.Pool({ ...place, max: 16 });
  // A server that is killed ends connections: those that wait in the pool, and those at work, whose statements tell too.
  pool.on('error', () => undefined);
  pool.on('connect', (connected) => connected.on('error', () => undefined));
  const records = await postgresJournal(pool);
  const host = dbosHost(changed(DBOS), { ...options, client, pool, records, applicationVersion });
  await DBOS.launch();
  await host.start();
  return {
    host,
    close: async () => {
      await DBOS.shutdown({ deregister: true });
      await client.destroy();
      await records.close();
      await pool.end();
    },
  };
}
