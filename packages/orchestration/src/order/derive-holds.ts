import { concerns } from '../concerns/concerns.ts';
import { note, type Step } from '../kernel/step.ts';
import type { Hold, OrderState } from '../word/state.ts';

const holding = concerns.filter(({ holds }) => holds !== undefined);

// Most steps find none.
const none: Map<string, Hold> = new Map();

/** All open holds: those that someone placed, and those that the facts call for. The same object when none changed. */
export function deriveHolds(step: Step): OrderState['holds'] {
  const before = step.before.holds;
  if (step.view.abandoned !== undefined) return isEmpty(before) ? before : {};
  let found = none;
  const hold = (open: Hold) => {
    if (found === none) found = new Map();
    if (!step.view.released.has(open.hold)) found.set(open.hold, open);
  };
  for (const concern of holding) concern.holds?.(step, hold);
  if (found.size === 0 && isEmpty(before)) return before;
  for (const open of found.values()) if (!Object.hasOwn(before, open.hold)) tell(step, open);
  const kept = [...found].map(([name, open]) => [name, unlessSame(before, name, open)] as const);
  const same = kept.length === Object.keys(before).length && kept.every(([name, open]) => before[name] === open);
  // Names come from outside: fromEntries makes each a field of its own, also `__proto__`.
  return same ? before : Object.fromEntries(kept);
}

function tell(step: Step, { hold, owner, class: errorClass, lineId, reason }: Hold): void {
  const data = { hold, owner, class: errorClass, lineId };
  note(step, 'held', `${hold} waits for ${owner}: ${reason}`, { data });
}

function unlessSame(before: OrderState['holds'], name: string, open: Hold): Hold {
  const known = Object.hasOwn(before, name) ? before[name] : undefined;
  if (known === undefined) return open;
  const same = known.reason === open.reason && known.since === open.since && known.owner === open.owner;
  return same && known.expiresAt === open.expiresAt && known.lineId === open.lineId ? known : open;
}

function isEmpty(record: object): boolean {
  for (const _name in record) return false;
  return true;
}
