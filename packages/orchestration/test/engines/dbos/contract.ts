import type { HostSetting, HostUnderTest } from '@dist/orchestration/testing';
import pg from 'pg';
import type { PostgresServer } from '../../postgres/postgres-server.ts';
import { realTime } from '../hosts/real-time.ts';
import { runContract } from '../hosts/run-contract.ts';
import { openDbos } from './open-dbos.ts';

/** The contract of hosts, each test in a database of its own. */
export async function contract(server: PostgresServer): Promise<void> {
  let tests = 0;
  await runContract({ open: (setting) => open(server, setting, `test${++tests}`) });
}

async function open(server: PostgresServer, setting: HostSetting, database: string): Promise<HostUnderTest> {
  const admin = new pg.Client(server.connection);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const { host, close } = await openDbos({ ...server.connection, database }, { ...setting, clock: realTime.clock });
  return { host, clock: realTime.clock, until: realTime.until, close };
}
