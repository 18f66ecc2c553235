import { isWholeText } from '../../word/is-whole-text.ts';
import { inTransaction } from './in-transaction.ts';
import type { PostgresPool, PostgresQueries, PostgresValue } from './postgres-pool.ts';
import { postgresSchema } from './postgres-schema.ts';

/** A pool made ready: tables there, names of the journal's schema filled in, statements prepared once per connection. */
export interface Postgres {
  /** Runs a statement, in which `@name` is a name in the journal's schema; `name` is its own among all of the journal. */
  rows<Row>(name: string, text: string, values?: PostgresValue[]): Promise<readonly Row[]>;
  /** The same inside one transaction, on one connection; it rolls back when the work throws. */
  transaction<T>(work: (rows: Postgres['rows']) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Makes the schema or brings it up to this release, and answers how to ask it.
 *
 * @throws RangeError when the name of the schema is none that PostgreSQL takes without quotes, of 40 characters at most.
 * @throws Error when the schema was written by a later release.
 */
export async function openPostgres(pool: PostgresPool, schema: string): Promise<Postgres> {
  if (!/^[a-z_][a-z0-9_]{0,39}$/.test(schema))
    throw new RangeError(`a schema is named by a-z, 0-9 and _, at most 40 of them, not ${JSON.stringify(schema)}`);
  let closed = false;
  const on =
    (queries: PostgresQueries): Postgres['rows'] =>
    async <Row>(name: string, text: string, values: PostgresValue[] = []) => {
      if (closed) throw new TypeError('The journal is closed.');
      for (const value of values) mustBeWhole(value);
      const statement = { name: `${schema}.${name}`, text: text.replaceAll('@', `${schema}.`), values };
      return (await queries.query(statement)).rows as readonly Row[];
    };
  await migrate(pool, schema);
  return {
    rows: on(pool),
    transaction: (work) => inTransaction(pool, (client) => work(on(client))),
    close: () => {
      closed = true;
    },
  };
}

/** Half of a surrogate pair would be written as another character, and the name be another's. JSON has both escaped. */
function mustBeWhole(value: PostgresValue): void {
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) value.forEach(mustBeWhole);
  if (typeof value !== 'string' || isWholeText(value)) return;
  const name = JSON.stringify(value).slice(0, 200);
  throw new RangeError(
    `PostgreSQL cannot keep the name ${name}: it has a NUL or half of a surrogate pair. Take it out before it comes to the journal`,
  );
}

/** Steps that the schema lacks, by one process at a time; a schema that is up to date is only looked at. */
async function migrate(pool: PostgresPool, schema: string): Promise<void> {
  if ((await versionOf(pool, schema)) === postgresSchema.length) return;
  await inTransaction(pool, async (client) => {
    await client.query({
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
      values: [`journal ${schema}`],
    });
    const version = await versionOf(client, schema);
    if (version > postgresSchema.length)
      throw new Error(
        `The journal has schema version ${version}; this release knows ${postgresSchema.length}. Update @dist/orchestration.`,
      );
    if (version === 0) {
      await client.query({ text: `CREATE SCHEMA IF NOT EXISTS ${schema}` });
      await client.query({ text: `CREATE TABLE ${schema}.journal_schema (version integer NOT NULL)` });
      await client.query({ text: `INSERT INTO ${schema}.journal_schema (version) VALUES (0)` });
    }
    for (const statement of postgresSchema.slice(version).flat())
      await client.query({ text: statement.replaceAll('@', `${schema}.`) });
    await client.query({ text: `UPDATE ${schema}.journal_schema SET version = $1`, values: [postgresSchema.length] });
  });
}

/** 0 when there is no journal in the schema. */
async function versionOf(queries: PostgresQueries, schema: string): Promise<number> {
  // Not `to_regclass`: a server process may still believe that there is none while another has just made it.
  const text = `SELECT FROM pg_class AS class JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
    WHERE nspname = $1 AND relname = 'journal_schema'`;
  if ((await queries.query({ text, values: [schema] })).rows.length === 0) return 0;
  const { rows } = await queries.query({ text: `SELECT version FROM ${schema}.journal_schema` });
  return (rows as readonly { readonly version: number }[])[0]?.version ?? 0;
}
