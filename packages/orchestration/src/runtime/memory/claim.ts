import type { Claimed, ClaimRequest, EffectNotice } from '../journal.ts';
import { type Picked, pick } from '../lanes/pick.ts';
import { noticeOf } from '../notice-of.ts';
import type { Memory, MemoryRow } from './memory.ts';

/** Gives a worker what is due and free, for the time of its lease. */
export function claim(memory: Memory, request: ClaimRequest): readonly Claimed[] {
  const { picks, states } = choose(memory, request);
  for (const [lane, state] of states) memory.lanes.set(lane, state);
  return picks.map((row) => start(memory, request, row));
}

/** What a claim would take. */
export function waiting(memory: Memory, request: WaitingRequest): readonly EffectNotice[] {
  return choose(memory, request).picks.map(({ effect }) => noticeOf(effect));
}

type WaitingRequest = Omit<ClaimRequest, 'worker' | 'lease'>;

function choose(memory: Memory, request: WaitingRequest): Picked<MemoryRow> {
  const { now } = request;
  giveBackExpired(memory, now);
  const candidates = candidatesOf(memory, request).filter(
    // A worker whose clock is ahead may have seen the end of the lease already.
    ({ leaseUntil }) => leaseUntil <= now,
  );
  if (candidates.length === 0) return { picks: [], states: new Map() };
  return pick({ ...request, candidates, states: memory.lanes, claimed: claimedByLane(memory, now) });
}

function candidatesOf(memory: Memory, { now, limit, lanes, keys }: WaitingRequest): readonly MemoryRow[] {
  if (keys === undefined) return [...memory.waiting.candidates(now, limit, lanes)];
  const rows = [...new Set(keys)].flatMap((key) => memory.waiting.get(key) ?? []);
  return rows.filter(({ lane, since }) => since <= now && (lanes === undefined || lanes.includes(lane)));
}

function giveBackExpired(memory: Memory, now: string): void {
  for (const row of memory.held) if (row.leaseUntil <= now) waitAgain(memory, row);
}

/** It keeps its lease, by which the next claim knows that it was begun. */
export function waitAgain(memory: Memory, row: MemoryRow): void {
  memory.held.delete(row);
  memory.waiting.put(row);
}

function claimedByLane(memory: Memory, now: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lane, leaseUntil } of memory.held) if (leaseUntil > now) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return counts;
}

function start(memory: Memory, { now, worker, lease }: ClaimRequest, row: MemoryRow): Claimed {
  const reclaimed = row.lease !== undefined;
  row.claims++;
  row.worker = worker;
  row.lease = `${worker}/${row.position}/${row.claims}`;
  row.leaseUntil = new Date(Date.parse(now) + lease).toISOString();
  memory.waiting.remove(row.key);
  memory.held.add(row);
  const version = memory.orders.get(row.effect.order)?.version ?? 0;
  return { effect: row.effect, lease: row.lease, reclaimed, version };
}
