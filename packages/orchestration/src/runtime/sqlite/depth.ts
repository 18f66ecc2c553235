import type { WorkClass } from '../../word/effect.ts';
import type { LaneDepth } from '../journal.ts';
import type { Sqlite } from './open-sqlite.ts';

interface DepthRow {
  readonly lane: string;
  readonly class: WorkClass;
  readonly partner: string;
  readonly waiting: number;
  readonly claimed: number;
  readonly oldest: string | null;
}

/** Counts what is due and what is at work, by lane, class and partner. */
export function depth(sqlite: Sqlite, now: string): readonly LaneDepth[] {
  const rows = sqlite.rows<DepthRow>(
    `SELECT lane, class, partner, sum(free) AS waiting, sum(1 - free) AS claimed, min(iif(free, not_before, NULL)) AS oldest
     FROM (SELECT lane, class, partner, not_before, lease IS NULL OR lease_until <= ? AS free FROM outbox)
     WHERE NOT free OR not_before <= ? GROUP BY lane, class, partner ORDER BY lane, class, partner`,
    now,
    now,
  );
  return rows.map(({ lane, class: group, partner, waiting, claimed, oldest }) => ({
    lane,
    class: group,
    partner,
    waiting,
    claimed,
    oldest: oldest ?? undefined,
  }));
}
