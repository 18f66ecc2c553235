import { concerns } from '../concerns/concerns.ts';
import { isReleased } from '../kernel/is-released.ts';
import { note, type Step } from '../kernel/step.ts';
import type { Hold, OrderState } from '../word/state.ts';

const holding = concerns.flatMap(({ holds }) => holds ?? []);

// Most steps find none.
const none: Map<string, Hold> = new Map();

/** All open holds: those that someone placed, and those that the facts call for. The same object when none changed. */
export function deriveHolds(step: Step): OrderState['holds'] {
  const before = step.before.holds;
  if (step.view.abandoned !== undefined) return isEmpty(before) ? before : {};
  let found = none;
  const hold = (open: Hold) => {
    if (found === none) found = new Map();
    if (open.endedBy !== undefined || !isReleased(step.view, open)) found.set(open.hold, open);
  };
  for (const holds of holding) holds(step, hold);
  if (found.size === 0 && isEmpty(before)) return before;
  for (const open of found.values()) {
    const known = Object.hasOwn(before, open.hold) ? before[open.hold] : undefined;
    // A gap that was closed may show that the change behind it is unclear: another question to a person.
    if (known === undefined || known.endedBy !== open.endedBy) tell(step, open);
  }
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
  const sameEnd = known.about === open.about && known.expiresAt === open.expiresAt && known.endedBy === open.endedBy;
  return same && sameEnd && known.lineId === open.lineId ? known : open;
}

function isEmpty(record: object): boolean {
  for (const _name in record) return false;
  return true;
}
