import type { PostgresValue } from './postgres-pool.ts';

/**
 * What a group of batches brings, as tables: the columns of each, and their types. Rows of a group have the number of their
 * batch, from 1. A column is bound as one array; one of JSON texts (`lines`) as one text with a line for each, an empty one
 * where there is none: JSON has no line breaks, and nothing of it must be escaped then.
 */
const tables = {
  stream: { batch: 'integer', id: 'text', expected: 'integer', snapshot: 'lines', closed_at: 'text' },
  settled: { batch: 'integer', key: 'text', lease: 'text' },
  sequence: { batch: 'integer', name: 'text', expected: 'bigint', next: 'bigint' },
  mark: { batch: 'integer', key: 'text', expected: 'text', value: 'text' },
  document: {
    batch: 'integer',
    key: 'text',
    direction: 'text',
    partner: 'text',
    type: 'text',
    name: 'text',
    bytes: 'bytea',
    hash: 'text',
    control_numbers: 'lines',
    at: 'text',
  },
  /** Orders that are locked: those of deliveries too, so that these take their places under the lock. */
  held_order: { id: 'text' },
  /** Keys of the outbox that are put or settled, and those of them in whose place nothing is put. */
  touched: { batch: 'integer', key: 'text' },
  gone: { batch: 'integer', key: 'text' },
  entry: { batch: 'integer', order_id: 'text', version: 'integer', ordinal: 'integer', event: 'lines', policy: 'text' },
  /** The effects of the group, each content once. */
  effect: { batch: 'integer', order_id: 'text', key: 'text', effect: 'lines' },
  /** `effect` is the line of its effect. */
  issue: {
    batch: 'integer',
    order_id: 'text',
    version: 'integer',
    ordinal: 'integer',
    item: 'integer',
    attempt: 'integer',
    not_before: 'text',
    effect: 'bigint',
  },
  outbox: {
    batch: 'integer',
    key: 'text',
    order_id: 'text',
    position: 'integer',
    place: 'integer',
    lane: 'text',
    class: 'text',
    partner: 'text',
    queue: 'text',
    priority: 'float8',
    not_before: 'text',
    attempt: 'integer',
    type: 'text',
    delivery: 'lines',
    effect: 'bigint',
  },
  timer: { batch: 'integer', order_id: 'text', timer: 'text', due: 'text' },
  /** The notes of one stream as a list. */
  note: { batch: 'integer', order_id: 'text', note: 'lines' },
  group: { batch: 'integer' },
} as const;

type Tables = typeof tables;
type Cell = string | number | null | Uint8Array;

/** The rows of each table. */
export type AppendRows = {
  readonly [Name in keyof Tables]: readonly Readonly<Record<keyof Tables[Name], Cell>>[];
};

const columns = Object.entries(tables).flatMap(([table, types]) =>
  Object.entries(types).map(([column, type]) => ({ table, column, type })),
);

/** The table as a source in SQL, and `line`, the number of the row from 1. */
export function given(table: keyof Tables): string {
  const bound = columns.flatMap((one, index) => {
    if (one.table !== table) return [];
    return one.type === 'lines' ? `string_to_array($${index + 1}, E'\\n')` : `$${index + 1}::${one.type}[]`;
  });
  return `unnest(${bound.join(', ')}) WITH ORDINALITY AS given (${[...Object.keys(tables[table]), 'line'].join(', ')})`;
}

/** The parameters of a statement that is made of `given`. */
export function boundValues(rows: AppendRows): PostgresValue[] {
  return columns.map(({ table, column, type }) => {
    const those: readonly Readonly<Record<string, Cell>>[] = rows[table as keyof Tables];
    const cells = those.map((row) => row[column] ?? null);
    return type === 'lines' ? cells.map((cell) => cell ?? '').join('\n') : cells;
  });
}
