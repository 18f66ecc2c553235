import { sha256 } from '../bytes/sha256.ts';
import { checkedInstant } from './checked-instant.ts';
import { pageLimit, pageOf } from './document-pages.ts';
import type { DocumentQuery, DocumentRecord, DocumentStore, NewDocument, PutResult } from './document-store.ts';
import { postgresText } from './postgres-text.ts';

/** What runs statements: a `Pool` of `pg` (node-postgres) answers it as it is, and stays the caller's. */
export interface DocumentQueries {
  query(statement: {
    readonly text: string;
    readonly values?: DocumentValue[];
  }): Promise<{ readonly rows: readonly unknown[] }>;
}

/** What is bound to a parameter. */
export type DocumentValue = string | number | null | Uint8Array | readonly string[];

/** Where bytes are kept apart from their records, for instance in an object store. Each is done again without harm. */
export interface DocumentBytes {
  put(id: string, bytes: Uint8Array): Promise<void>;
  get(id: string): Promise<Uint8Array | undefined>;
  remove(id: string): Promise<void>;
}

export interface PostgresDocumentsOptions {
  /** Schema of the table, made when it is not there; `documents` when absent. Small letters, digits and underscores. */
  readonly schema?: string | undefined;
  /** Where the bytes go instead of into the table; their name there is a hex SHA-256 of the document's key, hash and key id. */
  readonly bytes?: DocumentBytes | undefined;
}

/**
 * Documents in PostgreSQL: records with indexes by partner, order and control number, and the bytes in the same row or in an object
 * store. The table is made at the first use. `put` rejects while its document is being removed.
 *
 * @throws RangeError when the name of the schema is none.
 */
export function postgresDocuments(
  pool: DocumentQueries,
  { schema = 'documents', bytes: elsewhere }: PostgresDocumentsOptions = {},
): DocumentStore {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new RangeError(`schema is small letters, digits and underscores: ${JSON.stringify(schema)} is none`);
  const rows = rowsOf(pool, schema);
  const standing = async (key: string): Promise<Standing | undefined> => {
    const [row] = await rows('SELECT key, hash, key_id, removing FROM @document WHERE key = $1', [key]);
    return row as Standing | undefined;
  };
  const finishRemoval = async (row: Standing): Promise<void> => {
    await elsewhere?.remove(await idOf(row));
    await rows('DELETE FROM @document WHERE key = $1 AND removing', [row.key]);
  };
  return {
    put: async (document) => {
      const { key, hash, bytes, keyId = null } = document;
      checkedInstant('at', document.at);
      const known = await standing(key);
      if (known !== undefined) return answerOf(known, hash);
      const id = await idOf({ key, hash, key_id: keyId });
      // Before the record: what is found has its bytes.
      await elsewhere?.put(id, bytes);
      const made = await rows(insert, valuesOf(document, elsewhere === undefined ? bytes : null));
      if (made.length > 0) return 'kept';
      const first = await standing(key);
      // Another one came first: nobody asks for these bytes any more.
      if (first === undefined || (await idOf(first)) !== id) await elsewhere?.remove(id);
      return answerOf(first, hash);
    },
    get: async (key) => {
      const [row] = (await rows(`SELECT ${columns}, bytes FROM @document WHERE key = $1 AND NOT removing`, [
        key,
      ])) as readonly (Row & { readonly bytes: Uint8Array | null })[];
      if (row === undefined) return undefined;
      const bytes = elsewhere === undefined ? row.bytes : await elsewhere.get(await idOf(row));
      return { ...recordOf(row), bytes: bytes ? new Uint8Array(bytes) : undefined };
    },
    find: async (query) => {
      const limit = pageLimit(query);
      const { where, values } = conditions(query);
      const text = `SELECT ${columns} FROM @document WHERE ${where} ORDER BY at, key LIMIT ${limit + 1}`;
      return pageOf(((await rows(text, values)) as readonly Row[]).map(recordOf), limit);
    },
    hold: async (key, hold) => {
      const text = 'UPDATE @document SET hold = $2 WHERE key = $1 AND NOT removing RETURNING key';
      return (await rows(text, [key, hold === undefined ? null : JSON.stringify(hold)])).length > 0;
    },
    remove: async (key) => {
      // From here on no hold can be placed; killed now, the next pass goes on.
      const mark = 'UPDATE @document SET removing = true WHERE key = $1 AND hold IS NULL';
      const [marked] = (await rows(`${mark} RETURNING key, hash, key_id, removing`, [key])) as readonly Standing[];
      if (marked === undefined) return (await standing(key)) === undefined ? 'absent' : 'held';
      await finishRemoval(marked);
      return 'removed';
    },
    finishRemovals: async () => {
      const text = 'SELECT key, hash, key_id, removing FROM @document WHERE removing';
      const left = (await rows(text)) as readonly Standing[];
      for (const row of left) await finishRemoval(row);
      return left.length;
    },
  };
}

/** Runs a statement on the table `@document`, which is made first. Its texts are those of documents, whatever stands in them. */
function rowsOf(
  pool: DocumentQueries,
  schema: string,
): (text: string, values?: DocumentValue[]) => Promise<readonly unknown[]> {
  let prepared: Promise<unknown> | undefined;
  return async (text, values = []) => {
    prepared ??= pool.query({ text: tables(schema) });
    await prepared.catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    const statement = { text: text.replaceAll('@document', `"${schema}".document`), values: values.map(written) };
    return (await pool.query(statement)).rows.map(read);
  };
}

/** Two processes may begin at the same time: they make it one after the other. Texts compare byte by byte, as instants must. */
function tables(schema: string): string {
  return `DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('dist documents ${schema}'));
  CREATE SCHEMA IF NOT EXISTS "${schema}";
  CREATE TABLE IF NOT EXISTS "${schema}".document (
    key text COLLATE "C" PRIMARY KEY, direction text NOT NULL, partner text NOT NULL, type text NOT NULL,
    name text NOT NULL, hash text NOT NULL, size bigint NOT NULL, control_numbers text[] NOT NULL,
    orders text[] NOT NULL, at text COLLATE "C" NOT NULL, key_id text, hold json, bytes bytea,
    removing boolean NOT NULL DEFAULT false);
  CREATE INDEX IF NOT EXISTS document_place ON "${schema}".document (at, key);
  CREATE INDEX IF NOT EXISTS document_partner ON "${schema}".document (partner, at, key);
  CREATE INDEX IF NOT EXISTS document_removing ON "${schema}".document (key) WHERE removing;
  CREATE INDEX IF NOT EXISTS document_orders ON "${schema}".document USING gin (orders);
  CREATE INDEX IF NOT EXISTS document_numbers ON "${schema}".document USING gin (control_numbers);
END $$`;
}

const columns = 'key, direction, partner, type, name, hash, size, control_numbers, orders, at, key_id, hold';

const insert = `INSERT INTO @document
  (key, direction, partner, type, name, hash, size, control_numbers, orders, at, key_id, bytes)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (key) DO NOTHING RETURNING key`;

function valuesOf(document: NewDocument, bytes: Uint8Array | null): DocumentValue[] {
  const { key, direction, partner, type, name, hash, size, controlNumbers, orders, at, keyId = null } = document;
  return [key, direction, partner, type, name, hash, size, controlNumbers, orders, at, keyId, bytes];
}

function conditions(query: DocumentQuery): { readonly where: string; readonly values: DocumentValue[] } {
  const values: DocumentValue[] = [];
  const parts = ['NOT removing'];
  const add = (value: DocumentValue | undefined, text: (parameter: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    parts.push(text(`$${values.length}`));
  };
  const { partner, direction, type, controlNumber, order, from, until, after } = query;
  add(partner, (parameter) => `partner = ${parameter}`);
  add(direction, (parameter) => `direction = ${parameter}`);
  add(type, (parameter) => `type = ${parameter}`);
  add(
    controlNumber === undefined ? undefined : [controlNumber],
    (parameter) => `control_numbers @> ${parameter}::text[]`,
  );
  add(order === undefined ? undefined : [order], (parameter) => `orders @> ${parameter}::text[]`);
  add(from, (parameter) => `at >= ${parameter}`);
  add(until, (parameter) => `at < ${parameter}`);
  const [, at, key] = /^(\S+) (.*)$/s.exec(after ?? '') ?? [];
  if (at !== undefined && key !== undefined) {
    values.push(at, key);
    parts.push(`(at, key) > ($${values.length - 1}, $${values.length})`);
  }
  return { where: parts.join(' AND '), values };
}

interface Row {
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly partner: string;
  readonly type: string;
  readonly name: string;
  readonly hash: string;
  readonly size: string | number;
  readonly control_numbers: readonly string[];
  readonly orders: readonly string[];
  readonly at: string;
  readonly key_id: string | null;
  readonly hold: DocumentRecord['hold'] | null;
}

function recordOf(row: Row): DocumentRecord {
  const { key, direction, partner, type, name, hash, orders, at, key_id: keyId, hold } = row;
  const rest = { size: Number(row.size), controlNumbers: row.control_numbers };
  const record = { key, direction, partner, type, name, hash, ...rest, orders, at };
  return { ...record, ...(keyId !== null && { keyId }), ...(hold !== null && { hold }) };
}

/** What of a row says where its bytes are, and whether they still are. */
type Standing = Pick<Row, 'key' | 'hash' | 'key_id'> & { readonly removing: boolean };

function answerOf(row: Standing | undefined, hash: string): PutResult {
  // Whoever is removing it would remove what is put now.
  if (row === undefined || row.removing)
    throw new Error('The document is being removed; once that has ended it can be kept again.');
  return row.hash === hash ? 'known' : 'conflict';
}

/**
 * Another name for each of two documents that want one key, and for one document under two keys of its encryption: the bytes of
 * the second never stand for those of the first.
 */
const idOf = ({ key, hash, key_id: keyId }: Pick<Row, 'key' | 'hash' | 'key_id'>): Promise<string> =>
  sha256(new TextEncoder().encode(JSON.stringify([key, hash, keyId])));

function written(value: DocumentValue): DocumentValue {
  if (typeof value === 'string') return postgresText.write(value);
  return Array.isArray(value) ? value.map(postgresText.write) : value;
}

function read(row: unknown): unknown {
  const entries = Object.entries(row ?? {}).map(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [name, postgresText.read(value)];
    return [name, Array.isArray(value) ? value.map((text) => postgresText.read(String(text))) : value];
  });
  return Object.fromEntries(entries);
}
