import type { Journal, LaneDepth } from '../journal.ts';
import { claimEffects, type Turns } from './claim-effects.ts';
import { claimTogether } from './claim-together.ts';
import { isHead } from './claimable-effects.ts';
import { groupAppend } from './group-append.ts';
import { openPostgres } from './open-postgres.ts';
import type { PostgresPool } from './postgres-pool.ts';
import { postgresReading } from './postgres-reading.ts';
import { triedAgain } from './tried-again.ts';
import { waitingEffects } from './waiting-effects.ts';

/** How the journal lies in its database. */
export interface PostgresJournalOptions {
  /** Schema of the tables, made when it is not there: `a-z`, `0-9`, `_`; `dist` when absent. */
  readonly schema?: string | undefined;
}

/**
 * A journal in a PostgreSQL database (13 or later), for any number of processes on any number of machines: each order is
 * locked and its version compared by every append. What `append` has answered survives a crash of the server, as far as
 * the server's `fsync` and `synchronous_commit` are on. A promise that rejects because the connection was lost leaves
 * open whether its batch was committed; to bring the same events again is safe. The pool stays the caller's; `close`
 * only ends the journal's use of it.
 *
 * @throws RangeError when the name of the schema is not of that form.
 * @throws Error when the schema was written by a later release of the journal.
 */
export async function postgresJournal(pool: PostgresPool, options: PostgresJournalOptions = {}): Promise<Journal> {
  const postgres = await openPostgres(pool, options.schema ?? 'dist');
  const turns: Turns = new Map();
  return {
    ...postgresReading(postgres),
    append: groupAppend(postgres),
    claim: claimTogether((request) => triedAgain(() => claimEffects(postgres, turns, request))),
    waiting: (request) => waitingEffects(postgres, turns, request),
    release: async (worker, unstarted = []) => {
      await triedAgain(() => postgres.rows('release', releaseText, [worker, unstarted]));
    },
    next: async () => (await postgres.rows<{ at: string | null }>('next', nextText))[0]?.at ?? undefined,
    depth: async (now) => (await postgres.rows<DepthRow>('depth', depthText, [now])).map(depthOf),
    closed: (before, limit) => postgres.rows('closed', closedText, [before, limit]),
    compact: async (id, expectedVersion, snapshot) => {
      const values = [id, expectedVersion, JSON.stringify(snapshot)];
      const done = await triedAgain(() => postgres.rows('compact', compactText, values));
      return done.length > 0 ? { status: 'appended' } : { status: 'conflict', what: 'version', key: id };
    },
    close: async () => postgres.close(),
  };
}

/** A claim that was never begun leaves no doubt behind, unless there was one before it. */
const releaseText = `
WITH held AS MATERIALIZED (SELECT key FROM @claims WHERE worker = $1 ORDER BY key FOR UPDATE)
UPDATE @claims AS claims SET lease_until = '',
  begun = CASE WHEN lease = ANY ($2::text[]) THEN reclaimed ELSE begun END,
  lease = CASE WHEN lease = ANY ($2::text[]) THEN '' ELSE lease END
FROM held WHERE claims.key = held.key`;

const nextText = `
SELECT min(at) AS at FROM (
  SELECT min(greatest(not_before, coalesce(lease_until, ''))) AS at
  FROM @outbox AS waiting LEFT JOIN @claims AS claims USING (key, position) WHERE ${isHead}
  UNION ALL SELECT min(due) FROM @timers) AS instants`;

interface DepthRow {
  readonly lane: string;
  readonly class: LaneDepth['class'];
  readonly partner: string;
  readonly waiting: number;
  readonly claimed: number;
  readonly oldest: string | null;
}

const depthText = `
SELECT * FROM (
  SELECT lane, class, partner, (count(*) FILTER (WHERE free AND not_before <= $1))::integer AS waiting,
    (count(*) FILTER (WHERE NOT free))::integer AS claimed, min(not_before) FILTER (WHERE free AND not_before <= $1) AS oldest
  FROM (
    SELECT waiting.lane, class, partner, not_before, claims.key IS NULL AS free FROM @outbox AS waiting
    LEFT JOIN @claims AS claims ON claims.key = waiting.key AND claims.position = waiting.position AND lease_until > $1
  ) AS known
  GROUP BY lane, class, partner) AS groups
WHERE waiting > 0 OR claimed > 0 ORDER BY lane, class, partner`;

function depthOf({ oldest, ...group }: DepthRow): LaneDepth {
  return oldest === null ? group : { ...group, oldest };
}

const closedText = `
SELECT id, version FROM @orders AS orders
WHERE closed_at IS NOT NULL AND NOT compacted AND closed_at <= $1
  AND NOT EXISTS (SELECT FROM @outbox AS waiting WHERE waiting.order_id = orders.id)
  AND NOT EXISTS (SELECT FROM @timers AS timers WHERE timers.order_id = orders.id)
ORDER BY closed_at, position LIMIT $2`;

/** The effect of an order that is in the outbox all the same is left. */
const compactText = `
WITH compacted AS (
  UPDATE @orders SET snapshot = $3::json, snapshot_version = version, compacted = true
  WHERE id = $1 AND version = $2 RETURNING id),
no_log AS (DELETE FROM @log USING compacted WHERE order_id = id),
no_issues AS (DELETE FROM @issues USING compacted WHERE order_id = id),
no_notes AS (DELETE FROM @notes USING compacted WHERE order_id = id),
no_effects AS (
  DELETE FROM @effects AS effects USING compacted WHERE order_id = id
  AND NOT EXISTS (SELECT FROM @outbox AS waiting WHERE waiting.order_id = id AND waiting.key = effects.key))
SELECT id FROM compacted`;
