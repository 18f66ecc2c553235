import type { ShadowReport } from '@dist/connectors/router';
import { sql } from 'kysely';
import type { TowerDatabase } from '../database/open-tower-database.ts';

/** A path comes from an answer of a system: so long at most. */
const longest = 300;

/**
 * Keeps what a shadow has answered, for the page of the cut-over: `report` of `Shadow` tells it, and nobody else keeps it.
 * Values are not kept, and places are counted without the numbers in them, so that what is kept does not grow with questions.
 */
export async function keepShadowReport(
  database: TowerDatabase,
  { operation, primary, shadow, differences }: Pick<ShadowReport, 'operation' | 'primary' | 'shadow' | 'differences'>,
  at: string,
): Promise<void> {
  const places = new Set(
    differences.map(({ path }) => path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*').slice(0, longest) || '*'),
  );
  const about = { day: at.slice(0, 10), operation, primary_system: primary, shadow_system: shadow, n: 1 };
  await database
    .insertInto('shadow')
    .values(['', ...[...places].sort()].map((path) => ({ ...about, path })))
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'operation', 'primary_system', 'shadow_system', 'path'])
        .doUpdateSet({ n: sql<number>`shadow.n + excluded.n` }),
    )
    .execute();
}
