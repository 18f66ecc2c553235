import { phase, terminalPhases } from '../order/phase.ts';
import { reviewTimer } from '../order/review-timer.ts';
import { eventVersion, type OrderEvent } from '../word/event.ts';
import { dispatch } from './dispatch.ts';
import { endedAll } from './ended-all.ts';
import { OrderFault } from './order-fault.ts';
import type { Running } from './running.ts';

/** Which review, and how much of it in one call. */
export interface ReviewRequest {
  /** Name of the release that looks at the orders, another one for each: its progress is kept under it in the journal. */
  readonly release: string;
  /** Most orders to look at in this call; 100 when absent. */
  readonly limit?: number | undefined;
}

/** What one call of a review has done. */
export interface Reviewed {
  /** Orders that it has looked at, those with nothing owed among them. */
  readonly looked: number;
  /** Orders that something new was owed for. */
  readonly moved: number;
  /** Orders that this process cannot move, each told to `onFault`: the policy they are pinned to is not here. */
  readonly standing: number;
  /** Whether all orders have been passed. Where some stood still, the next call, of whichever worker, begins anew. */
  readonly isDone: boolean;
}

/**
 * Has the machine look at the orders that were there before this release, oldest first, and issue what it owes and an
 * earlier release did not. Orders in a terminal phase are left as they are. Goes on where the last call, of whichever
 * worker, has ended; two at once do the same work twice, which changes nothing.
 */
export async function review(running: Running, { release, limit = 100 }: ReviewRequest): Promise<Reviewed> {
  const { inHand, journal } = running;
  const key = `review/${release}`;
  const mark = await journal.mark(key);
  if (mark === done || !inHand.isOpen()) return { looked: 0, moved: 0, standing: 0, isDone: mark === done };
  const ids = await idsAfter(running, lastOf(mark), limit);
  const ended = await Promise.allSettled(ids.map((id) => lookAt(running, id, key)));
  // An order that stands still is told of and passed by; when the journal fails, the same orders come again.
  for (const end of ended) if (end.status === 'rejected' && !(end.reason instanceof OrderFault)) throw end.reason;
  const last = ids.at(-1);
  const standing = ended.filter(({ status }) => status === 'rejected').length;
  const isBehind = standing > 0 || mark?.startsWith(behind) === true;
  const isDone = ids.length < limit || last === undefined;
  const value = isDone ? (isBehind ? again : done) : (isBehind ? behind : upTo) + last;
  await journal.append({ marks: [{ key, expected: mark, value }] });
  endedAll(running, ended);
  const moved = ended.filter((end) => end.status === 'fulfilled' && end.value).length;
  return { looked: ids.length, moved, standing, isDone };
}

const done = 'done';
const again = 'again';
const upTo = 'up to ';
/** Some of those that it has passed stood still. */
const behind = 'behind, up to ';

function lastOf(mark: string | undefined): string | undefined {
  if (mark === undefined || mark === again) return undefined;
  return mark.slice(mark.startsWith(behind) ? behind.length : upTo.length);
}

async function idsAfter({ journal }: Running, after: string | undefined, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const id of journal.orders(after)) {
    if (ids.length >= limit) break;
    ids.push(id);
  }
  return ids;
}

/** Whether anything was owed. */
async function lookAt(running: Running, id: string, key: string): Promise<boolean> {
  const { orders, clock } = running;
  const before = await orders.open(id);
  if (terminalPhases.includes(phase(before.state))) return false;
  const event: OrderEvent = { type: 'timer.fired', timer: reviewTimer, key, at: clock(), v: eventVersion };
  await dispatch(running, [{ id, events: [event] }], {});
  return (await orders.open(id)).version > before.version;
}
