import type { OutboxEffect } from '../journal.ts';
import { laneGroupOf } from '../lane-group-of.ts';
import { queueOf } from '../queue-of.ts';
import { comeForward } from './leave.ts';
import type { Sqlite } from './open-sqlite.ts';

/**
 * Puts an effect in the outbox; `stored` is its place in the table of effects, absent for a delivery and for what is postponed,
 * which are kept in the row; what is not `queued` waits for its time only. A new attempt replaces the old row and keeps its place in its queue; no place is beyond the highest position.
 */
export function enqueue(sqlite: Sqlite, effect: OutboxEffect, stored?: number, queued = true): void {
  const group = laneGroupOf(effect);
  const queue = queued ? (queueOf(effect) ?? null) : null;
  const before = beforeOf(sqlite, effect.key);
  const kept = before !== undefined && before.queue === queue ? before.place : null;
  const place = kept ?? (before?.last ?? 0) + 1;
  sqlite.run(
    `INSERT OR REPLACE INTO outbox (key, order_id, effect, delivery, attempt, lane, class, partner, type, priority,
     not_before, queue, place, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    effect.key,
    effect.order,
    stored ?? null,
    stored === undefined ? JSON.stringify(effect) : null,
    effect.attempt,
    effect.lane,
    group.class,
    group.partner,
    effect.body.type,
    effect.priority,
    effect.notBefore,
    queue,
    place,
    queue !== null && isBehind(sqlite, queue, place) ? 'behind' : 'waiting',
  );
  // It may have changed its lane, and with it the queue.
  if (before?.queue && before.queue !== queue) comeForward(sqlite, before.queue);
}

/** The highest position of all, and place and queue of the attempt before when there is one. */
function beforeOf(sqlite: Sqlite, key: string) {
  return sqlite.row<{ last: number | null; place: number | null; queue: string | null }>(
    `SELECT last, place, queue FROM (SELECT max(position) AS last FROM outbox)
     LEFT JOIN outbox ON outbox.key = ?`,
    key,
  );
}

function isBehind(sqlite: Sqlite, queue: string, place: number): boolean {
  return sqlite.row('SELECT 1 FROM outbox WHERE queue = ? AND place < ? LIMIT 1', queue, place) !== undefined;
}
