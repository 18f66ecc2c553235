import type { DbosOptions } from './dbos-options.ts';

/** What things are called in DBOS and in the database. Work waits under these names for weeks: they never change. */
export interface DbosNames {
  readonly table: string;
  /** The workflow that performs an effect. */
  readonly perform: string;
  /** The workflow that wakes an order. */
  readonly wake: string;
  /** The queue of everything that has none of its own. */
  readonly queue: string;
  queueOf(lane: string): string;
}

/** @throws RangeError when the name is none that PostgreSQL takes without quotes, of 40 characters at most. */
export function dbosNames({ name = 'dist', lanes = {} }: Pick<DbosOptions, 'name' | 'lanes'>): DbosNames {
  if (!/^[a-z_][a-z0-9_]{0,39}$/.test(name))
    throw new RangeError(`a name is made of a-z, 0-9 and _, at most 40 of them, not ${JSON.stringify(name)}`);
  const queue = `${name}-effects`;
  const queueOf = (lane: string) => (Object.hasOwn(lanes, lane) ? `${queue}/${lane}` : queue);
  return { table: `${name}_orders`, perform: `${name}-perform`, wake: `${name}-wake`, queue, queueOf };
}
