import type { LaneLimit } from '../journal.ts';
import type { Candidate } from './candidate.ts';
import { freshLane, type LaneState } from './lane-state.ts';
import { LaneTurns } from './lane-turns.ts';
import { limitOf } from './limit-of.ts';

/** Of what to choose, and how much. */
export interface PickRequest<Row extends Candidate = Candidate> {
  /** ISO instant. */
  readonly now: string;
  /** Most effects to choose. */
  readonly limit: number;
  readonly limits?: readonly LaneLimit[] | undefined;
  /**
   * What may start now: due, in nobody's hands, behind nothing in its queue. All of it, or at least the first `limit` of
   * each lane, class and partner by `rankOf` and position that no limit withholds.
   */
  readonly candidates: Iterable<Row>;
  /** By lane, as an earlier choice left them; a lane that is absent is a fresh one. */
  readonly states: ReadonlyMap<string, LaneState>;
  /** By lane: effects that a worker has. */
  readonly claimed: ReadonlyMap<string, number>;
}

/** What goes now, in order, and the states of the lanes that it goes on. */
export interface Picked<Row extends Candidate = Candidate> {
  readonly picks: readonly Row[];
  readonly states: ReadonlyMap<string, LaneState>;
}

/**
 * Chooses what starts now, never above a limit and never less than the limits allow. Lanes take turns, the one that
 * started least recently first; within a lane the classes get their shares, within a class the partners take turns,
 * within a partner the lower rank (`rankOf`) goes first, then what was put in earlier. Pure: the same question has the
 * same answer.
 */
export function pick<Row extends Candidate>(request: PickRequest<Row>): Picked<Row> {
  const lanes = openLanes(request);
  const picks: Row[] = [];
  const touched = new Map<string, LaneTurns<Row>>();
  while (picks.length < request.limit) {
    const lane = nextLane(lanes);
    if (lane === undefined) break;
    picks.push(lane.take(picks.length));
    touched.set(lane.name, lane);
  }
  return { picks, states: new Map([...touched].map(([name, lane]) => [name, lane.state()])) };
}

function openLanes<Row extends Candidate>(request: PickRequest<Row>): readonly LaneTurns<Row>[] {
  const { now, candidates, limits, states, claimed } = request;
  const lanes = new Map<string, LaneTurns<Row>>();
  for (const row of candidates) {
    let lane = lanes.get(row.lane);
    if (lane === undefined) {
      const state = states.get(row.lane) ?? freshLane;
      lane = new LaneTurns(row.lane, limitOf(limits, row.lane), state, Date.parse(now), claimed.get(row.lane) ?? 0);
      lanes.set(row.lane, lane);
    }
    lane.add(row);
  }
  return [...lanes.values()];
}

/** The open lane that started least recently; of several the one whose next effect comes first. */
function nextLane<Row extends Candidate>(lanes: readonly LaneTurns<Row>[]): LaneTurns<Row> | undefined {
  let best: LaneTurns<Row> | undefined;
  for (const lane of lanes) if (lane.isOpen() && (best === undefined || lane.goesBefore(best))) best = lane;
  return best;
}
