import { inGroups } from './in-groups.ts';
import type { Postgres } from './open-postgres.ts';
import { wasRefused } from './was-refused.ts';

/** So many statements of one kind are under way at once: what is asked meanwhile goes together. */
const atOnce = 2;

/**
 * A question for the rows of one key: those that are asked at the same time share a statement, whose parameter is the list
 * of their keys. `keyOf` says whose an answered row is.
 */
export function readTogether<Row>(
  { rows }: Postgres,
  name: string,
  text: string,
  keyOf: (row: Row) => string,
  most = 256,
): (key: string) => Promise<readonly Row[]> {
  return inGroups<string, readonly Row[]>({
    most,
    atOnce,
    isUndone: wasRefused,
    run: async (keys) => {
      const found = new Map<string, Row[]>(keys.map((key) => [key, []]));
      for (const row of await rows<Row>(name, text, [[...found.keys()]])) found.get(keyOf(row))?.push(row);
      return keys.map((key) => found.get(key) ?? []);
    },
  });
}
