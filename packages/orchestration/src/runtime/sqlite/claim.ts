import type { Claimed, ClaimRequest, EffectNotice, OutboxEffect } from '../journal.ts';
import { freshLane, type LaneState } from '../lanes/lane-state.ts';
import { type Picked, pick } from '../lanes/pick.ts';
import type { Sqlite } from './open-sqlite.ts';
import { effectOf } from './stored-effect.ts';
import { type WaitingRow, waitingRows } from './waiting-rows.ts';

/** Gives a worker what is due and free, for the time of its lease. To be called in a transaction. */
export function claim(sqlite: Sqlite, request: ClaimRequest): readonly Claimed[] {
  const picked = choose(sqlite, request);
  for (const [lane, state] of picked.states)
    sqlite.run(
      'INSERT INTO lanes (lane, state) VALUES (?, ?) ON CONFLICT (lane) DO UPDATE SET state = excluded.state',
      lane,
      JSON.stringify(state),
    );
  return picked.picks.map((row) => start(sqlite, request, row));
}

/** What a claim would take. To be called in a transaction. */
export function waiting(sqlite: Sqlite, request: WaitingRequest): readonly EffectNotice[] {
  return choose(sqlite, request).picks.map(({ key, attempt, lane, class: group, since }) => {
    return { key, attempt, lane, class: group, notBefore: since };
  });
}

type WaitingRequest = Omit<ClaimRequest, 'worker' | 'lease'>;

function choose(sqlite: Sqlite, request: WaitingRequest): Picked<WaitingRow> {
  giveBackExpired(sqlite, request.now);
  const claimed = claimedByLane(sqlite, request.now);
  const candidates = waitingRows(sqlite, request, claimed);
  const states = laneStates(sqlite, new Set(candidates.map(({ lane }) => lane)));
  return pick({ ...request, candidates, states, claimed });
}

function giveBackExpired(sqlite: Sqlite, now: string): void {
  sqlite.run("UPDATE outbox SET status = 'waiting' WHERE status = 'claimed' AND lease_until <= ?", now);
}

function claimedByLane(sqlite: Sqlite, now: string): ReadonlyMap<string, number> {
  const rows = sqlite.rows<{ lane: string; count: number }>(
    "SELECT lane, count(*) AS count FROM outbox WHERE status = 'claimed' AND lease_until > ? GROUP BY lane",
    now,
  );
  return new Map(rows.map(({ lane, count }) => [lane, count]));
}

function laneStates(sqlite: Sqlite, lanes: ReadonlySet<string>): ReadonlyMap<string, LaneState> {
  return new Map(
    [...lanes].map((lane) => {
      const row = sqlite.row<{ state: string }>('SELECT state FROM lanes WHERE lane = ?', lane);
      return [lane, row === undefined ? freshLane : JSON.parse(row.state)];
    }),
  );
}

function start(sqlite: Sqlite, { now, worker, lease: milliseconds }: ClaimRequest, row: WaitingRow): Claimed {
  const lease = `${worker}/${row.position}/${row.claims + 1}`;
  sqlite.run(
    "UPDATE outbox SET status = 'claimed', claims = ?, worker = ?, lease = ?, lease_until = ? WHERE position = ?",
    row.claims + 1,
    worker,
    lease,
    new Date(Date.parse(now) + milliseconds).toISOString(),
    row.position,
  );
  return { effect: outboxEffectOf(sqlite, row), lease, reclaimed: row.lease !== null, version: versionOf(sqlite, row) };
}

function outboxEffectOf(sqlite: Sqlite, { effect, delivery, attempt, since }: WaitingRow): OutboxEffect {
  if (delivery !== null) return JSON.parse(delivery);
  const row = sqlite.row<{ effect: string }>('SELECT effect FROM effects WHERE position = ?', effect);
  if (row === undefined) throw new Error(`The journal has lost effect ${effect}.`);
  return effectOf(row.effect, attempt, since);
}

function versionOf(sqlite: Sqlite, { order_id: id }: WaitingRow): number {
  return sqlite.row<{ version: number }>('SELECT version FROM orders WHERE id = ?', id)?.version ?? 0;
}
