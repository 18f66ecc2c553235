import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { demonstrate } from './demonstrate.ts';
import { openJournal } from './open-journal.ts';

/** Plays the orders in a schema of this run alone, which is dropped at the end. */
export async function run(connectionString: string, print: (line: string) => void): Promise<void> {
  const schema = `dist_example_${randomUUID().slice(0, 8)}`;
  try {
    await demonstrate({ open: () => openJournal(connectionString, schema), print });
  } finally {
    await dropSchema(connectionString, schema);
  }
}

async function dropSchema(connectionString: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS ${client.escapeIdentifier(schema)} CASCADE`);
  await client.end();
}
