import type { WorkClass } from '../../word/effect.ts';
import type { LaneLimit } from '../journal.ts';
import type { Candidate } from './candidate.ts';
import type { LaneState } from './lane-state.ts';
import { rankOf } from './rank-of.ts';
import { afterStart, startsLeft } from './starts-left.ts';

/** Classes in the order in which they go when their shares are even. */
const classes: readonly WorkClass[] = ['realTime', 'nearRealTime', 'batch'];

/** So many partners of a class keep their place in the turn; who was served before all of them counts as never served. */
const mostRemembered = 1000;

/** One lane while a choice is made: who waits on it, whose turn it is, how much it still takes. */
export class LaneTurns<Row extends Candidate> {
  readonly name: string;
  readonly #limit: LaneLimit | undefined;
  readonly #now: number;
  readonly #waiting = new Map<WorkClass, Map<string, Group<Row>>>();
  readonly #ahead: Partial<Record<WorkClass, number>>;
  readonly #served = new Map<WorkClass, Set<string>>();
  #last: number;
  #full: number | undefined;
  #room: number;
  #next: Row | undefined;

  constructor(name: string, limit: LaneLimit | undefined, state: LaneState, now: number, claimed: number) {
    this.name = name;
    this.#limit = limit;
    this.#now = now;
    this.#ahead = { ...state.ahead };
    for (const name of classes) this.#served.set(name, new Set(state.served[name]));
    this.#last = state.last;
    this.#full = limit?.rate === undefined ? undefined : state.full;
    this.#room = roomOf(limit, this.#full, now, claimed);
  }

  add(row: Row): void {
    if (this.#room <= 0 || this.#limit?.withheld?.includes(row.type)) return;
    const partners = this.#waiting.get(row.class) ?? new Map<string, Group<Row>>();
    this.#waiting.set(row.class, partners);
    const group = partners.get(row.partner);
    if (group === undefined) partners.set(row.partner, new Group(row, this.#limit?.ageSeconds));
    else group.rows.push(row);
  }

  /** Whether something on it may start. */
  isOpen(): boolean {
    return this.#room > 0 && this.#waiting.size > 0;
  }

  goesBefore(other: LaneTurns<Row>): boolean {
    if (this.#last !== other.#last) return this.#last < other.#last;
    return comesBefore(this.#nextRow(), other.#nextRow(), this.#limit?.ageSeconds, other.#limit?.ageSeconds);
  }

  /** Starts what is next; `place` tells starts of one choice apart. */
  take(place: number): Row {
    const row = this.#nextRow();
    this.#next = undefined;
    this.#countClass(row.class);
    this.#countPartner(row);
    this.#room--;
    this.#last = this.#now + place / 1024;
    if (this.#limit?.rate !== undefined) this.#full = afterStart(this.#limit.rate, this.#full, this.#now);
    return row;
  }

  state(): LaneState {
    const served = [...this.#served].flatMap(([name, partners]) =>
      partners.size === 0 ? [] : [[name, [...partners].slice(-mostRemembered)] as const],
    );
    const state = { last: this.#last, ahead: this.#ahead, served: Object.fromEntries(served) };
    return this.#full === undefined ? state : { ...state, full: this.#full };
  }

  #nextRow(): Row {
    this.#next ??= this.#groupInTurn().first();
    return this.#next;
  }

  /** The class that is least ahead, and of its partners the one served least recently. */
  #groupInTurn(): Group<Row> {
    const waiting = classes.filter((name) => this.#waiting.has(name));
    const [first] = waiting.sort((a, b) => (this.#ahead[a] ?? 0) - (this.#ahead[b] ?? 0));
    const partners = first === undefined ? undefined : this.#waiting.get(first);
    if (first === undefined || partners === undefined) throw new TypeError(`nothing waits on ${this.name}`);
    const served = this.#served.get(first) ?? new Set();
    const groups = [...partners];
    const fresh = groups.filter(([partner]) => !served.has(partner)).map(([, group]) => group);
    if (fresh.length > 0) return fresh.reduce((best, group) => (group.goesBefore(best) ? group : best));
    for (const partner of served) {
      const group = partners.get(partner);
      if (group !== undefined) return group;
    }
    throw new TypeError(`no partner waits on ${this.name}`);
  }

  /**
   * Start-time fair queuing: the lane's virtual time moves to the start of the class that goes, which is then ahead by
   * the cost of one start. A class that was away comes back with no more than its next turn, and owes no more than that.
   */
  #countClass(chosen: WorkClass): void {
    const moved = this.#ahead[chosen] ?? 0;
    for (const name of classes) this.#ahead[name] = Math.max(0, (this.#ahead[name] ?? 0) - moved);
    this.#ahead[chosen] = costOf(this.#limit?.shares, chosen);
  }

  #countPartner(row: Row): void {
    const served = this.#served.get(row.class);
    served?.delete(row.partner);
    served?.add(row.partner);
    const partners = this.#waiting.get(row.class);
    const group = partners?.get(row.partner);
    group?.drop(row);
    if (group?.rows.length === 0) partners?.delete(row.partner);
    if (partners?.size === 0) this.#waiting.delete(row.class);
  }
}

/** Of all shares together, so that a calendar may change their scale. */
function costOf(shares: LaneLimit['shares'], chosen: WorkClass): number {
  if (shares === undefined) return classes.length;
  if (!(shares[chosen] > 0)) throw new RangeError(`the share of ${chosen} must be more than 0`);
  return classes.reduce((sum, name) => sum + shares[name], 0) / shares[chosen];
}

function roomOf(limit: LaneLimit | undefined, full: number | undefined, now: number, claimed: number): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (limit.paused) return 0;
  const free = (limit.concurrency ?? Number.POSITIVE_INFINITY) - claimed;
  return limit.rate === undefined ? free : Math.min(free, startsLeft(limit.rate, full, now));
}

/** What waits of one class and partner. */
class Group<Row extends Candidate> {
  readonly rows: Row[];
  readonly #ageSeconds: number | undefined;
  #first: Row | undefined;

  constructor(row: Row, ageSeconds: number | undefined) {
    this.rows = [row];
    this.#ageSeconds = ageSeconds;
  }

  first(): Row {
    this.#first ??= this.rows.reduce((best, row) =>
      comesBefore(row, best, this.#ageSeconds, this.#ageSeconds) ? row : best,
    );
    return this.#first;
  }

  goesBefore(other: Group<Row>): boolean {
    return comesBefore(this.first(), other.first(), this.#ageSeconds, other.#ageSeconds);
  }

  drop(row: Row): void {
    this.rows.splice(this.rows.indexOf(row), 1);
    this.#first = undefined;
  }
}

function comesBefore(a: Candidate, b: Candidate, ageOfA: number | undefined, ageOfB: number | undefined): boolean {
  const gap = rankOf(a, ageOfA) - rankOf(b, ageOfB);
  return gap === 0 ? a.position < b.position : gap < 0;
}
