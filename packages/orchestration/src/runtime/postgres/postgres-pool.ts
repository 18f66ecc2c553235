/**
 * The PostgreSQL client that the journal needs: a `Pool` of `pg` (node-postgres) answers it as it is. The pool stays the
 * caller's, its listener for `error` too.
 */
export interface PostgresPool extends PostgresQueries {
  connect(): Promise<PostgresClient>;
}

/** One connection taken from the pool. */
export interface PostgresClient extends PostgresQueries {
  /** Gives the connection back; one that is given back with an error is closed. */
  release(error?: Error | boolean): void;
}

/** Something that runs a statement. */
export interface PostgresQueries {
  query(statement: PostgresStatement): Promise<{ readonly rows: readonly unknown[] }>;
}

/** A statement with parameters `$1`, `$2`, …; one that has a name is prepared once on each connection. */
export interface PostgresStatement {
  readonly name?: string;
  readonly text: string;
  readonly values?: PostgresValue[];
}

/** What is bound to a parameter. */
export type PostgresValue = string | number | null | Uint8Array | readonly (string | number | null | Uint8Array)[];
