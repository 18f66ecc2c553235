import type { Candidate } from './candidate.ts';

/** Effects that wait, so ordered that the few a choice looks at are found without going through all. */
export interface WaitingIndex<Row extends Candidate = Candidate> {
  /** Adds an effect, in place of the one with its key. */
  put(row: Row): void;
  get(key: string): Row | undefined;
  /** Takes an effect out; false when there was none. */
  remove(key: string): boolean;
  /**
   * What `pick` may choose from at an instant: of each lane, class, partner, type and priority the `most` that have waited
   * longest; only of `lanes` when given.
   */
  candidates(now: string, most: number, lanes?: readonly string[]): Iterable<Row>;
}

/** An empty index. It is changed in place; rows themselves never are. */
export function waitingIndex<Row extends Candidate = Candidate>(): WaitingIndex<Row> {
  const rows = new Map<string, Row>();
  const lanes = new Map<string, LaneGroups<Row>>();
  const remove = (key: string): boolean => {
    const row = rows.get(key);
    if (row === undefined) return false;
    rows.delete(key);
    drop(lanes, row);
    return true;
  };
  return {
    put(row) {
      remove(row.key);
      rows.set(row.key, row);
      add(lanes, row);
    },
    get: (key) => rows.get(key),
    remove,
    *candidates(now, most, only) {
      for (const [lane, groups] of lanes)
        if (only === undefined || only.includes(lane))
          for (const group of groups.values()) yield* due(group, now, most);
    },
  };
}

/** The groups of one lane by class, partner, type and priority; each sorted by the instant from which its rows wait. */
type LaneGroups<Row> = Map<string, Row[]>;

function nameOf({ class: work, type, priority, partner }: Candidate): string {
  return `${work}/${type}/${priority}/${partner}`;
}

function add<Row extends Candidate>(lanes: Map<string, LaneGroups<Row>>, row: Row): void {
  const groups = lanes.get(row.lane) ?? new Map<string, Row[]>();
  lanes.set(row.lane, groups);
  const name = nameOf(row);
  const group = groups.get(name) ?? [];
  groups.set(name, group);
  group.splice(placeOf(group, row), 0, row);
}

function drop<Row extends Candidate>(lanes: Map<string, LaneGroups<Row>>, row: Row): void {
  const groups = lanes.get(row.lane);
  const group = groups?.get(nameOf(row));
  group?.splice(placeOf(group, row), 1);
  if (group?.length === 0) groups?.delete(nameOf(row));
  if (groups?.size === 0) lanes.delete(row.lane);
}

/** How many rows of a group come before one. */
function placeOf(group: readonly Candidate[], row: Candidate): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = group[middle];
    const before =
      other !== undefined && (other.since < row.since || (other.since === row.since && other.position < row.position));
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* due<Row extends Candidate>(group: readonly Row[], now: string, most: number): Iterable<Row> {
  for (let place = 0; place < most; place++) {
    const row = group[place];
    if (row === undefined || row.since > now) return;
    yield row;
  }
}
