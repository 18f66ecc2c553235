import { type Kysely, sql } from 'kysely';
import { actStatements } from '../acts/act-table.ts';
import { sessionStatements } from '../sign-in/session-table.ts';
import type { Tables } from './tables.ts';

/** Another one when notes are read otherwise or tables have other columns: those of before go, and the notes are read anew. */
const version = '2';

/** Makes the tables and their indices where they are not there yet. */
export async function makeTables(database: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  // Texts are compared byte by byte, on every server alike: places in lists are taken from them.
  const text = kind === 'postgres' ? 'text COLLATE "C"' : 'text';
  await database.transaction().execute(async (transaction) => {
    if (kind === 'postgres') {
      // Of two towers that start at the same time, one makes them, and the other finds them.
      await sql`SELECT pg_advisory_xact_lock(hashtext('tower tables'))`.execute(transaction);
      await sql`CREATE SCHEMA IF NOT EXISTS tower`.execute(transaction);
    }
    const run = (statement: string) => sql.raw(statement).execute(transaction);
    await run(progress(text));
    const made = await transaction
      .selectFrom('progress')
      .select('place')
      .where('name', '=', 'version')
      .executeTakeFirst();
    if (made?.place !== version) {
      for (const table of ofNotes) await run(`DROP TABLE IF EXISTS ${table}`);
      await run('DELETE FROM progress');
      await transaction.insertInto('progress').values({ name: 'version', place: version }).execute();
    }
    for (const statement of statements(text)) await run(statement);
  });
}

/** All that is made of the notes. */
const ofNotes = ['orders', 'names', 'work', 'deadlines', 'waiting', 'counts', 'malformed'];

const progress = (text: string): string =>
  `CREATE TABLE IF NOT EXISTS progress (name ${text} PRIMARY KEY, place ${text} NOT NULL)`;

const statements = (text: string): readonly string[] => [
  `INSERT INTO progress (name, place) VALUES ('notes', '') ON CONFLICT DO NOTHING`,
  `CREATE TABLE IF NOT EXISTS orders (
     id ${text} PRIMARY KEY, position ${text} NOT NULL, number ${text} NOT NULL, partner ${text} NOT NULL, phase ${text} NOT NULL,
     since ${text} NOT NULL, captured_at ${text} NOT NULL, at ${text} NOT NULL, row text NOT NULL, counted text NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS orders_captured ON orders (captured_at, id)',
  'CREATE INDEX IF NOT EXISTS orders_phase ON orders (phase, captured_at, id)',
  'CREATE INDEX IF NOT EXISTS orders_partner ON orders (partner, captured_at, id)',
  'CREATE INDEX IF NOT EXISTS orders_partner_phase ON orders (partner, phase, captured_at, id)',
  `CREATE TABLE IF NOT EXISTS names (
     plain ${text} NOT NULL, kind ${text} NOT NULL, value ${text} NOT NULL, order_id ${text} NOT NULL,
     PRIMARY KEY (plain, kind, value, order_id))`,
  'CREATE INDEX IF NOT EXISTS names_order ON names (order_id)',
  `CREATE TABLE IF NOT EXISTS work (
     order_id ${text} NOT NULL, item ${text} NOT NULL, kind ${text} NOT NULL, cause ${text} NOT NULL, owner ${text} NOT NULL,
     partner ${text} NOT NULL, since ${text} NOT NULL, reason text NOT NULL, PRIMARY KEY (order_id, kind, item))`,
  'CREATE INDEX IF NOT EXISTS work_since ON work (since, order_id, item)',
  'CREATE INDEX IF NOT EXISTS work_cause ON work (cause, owner, since, order_id, item)',
  `CREATE TABLE IF NOT EXISTS deadlines (
     order_id ${text} NOT NULL, timer ${text} NOT NULL, due ${text} NOT NULL, quarter integer NOT NULL, cost double precision NOT NULL,
     currency ${text} NOT NULL, partner ${text} NOT NULL, owner ${text} NOT NULL, missed_at ${text}, PRIMARY KEY (order_id, timer))`,
  'CREATE INDEX IF NOT EXISTS deadlines_risk ON deadlines (quarter, cost DESC, due, order_id, timer)',
  `CREATE TABLE IF NOT EXISTS waiting (
     order_id ${text} NOT NULL, key ${text} NOT NULL, lane ${text} NOT NULL, not_before ${text} NOT NULL, PRIMARY KEY (order_id, key))`,
  'CREATE INDEX IF NOT EXISTS waiting_lane ON waiting (lane, not_before)',
  `CREATE TABLE IF NOT EXISTS counts (
     metric ${text} NOT NULL, hour ${text} NOT NULL, a ${text} NOT NULL, b ${text} NOT NULL, n double precision NOT NULL,
     PRIMARY KEY (metric, hour, a, b))`,
  ...actStatements(text),
  ...sessionStatements(text),
  `CREATE TABLE IF NOT EXISTS malformed (
     order_id ${text} NOT NULL, hold ${text} NOT NULL, partner ${text} NOT NULL, cause ${text} NOT NULL, at ${text} NOT NULL,
     reason text NOT NULL, PRIMARY KEY (order_id, hold))`,
  'CREATE INDEX IF NOT EXISTS malformed_partner ON malformed (partner, at)',
  `CREATE TABLE IF NOT EXISTS shadow (
     day ${text} NOT NULL, operation ${text} NOT NULL, primary_system ${text} NOT NULL, shadow_system ${text} NOT NULL,
     path ${text} NOT NULL, n double precision NOT NULL,
     PRIMARY KEY (day, operation, primary_system, shadow_system, path))`,
];
