import type { Concern } from '../kernel/concern.ts';
import type { Fact } from '../kernel/fact.ts';
import { join } from '../kernel/join.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import type { Step } from '../kernel/step.ts';

/** Holds that someone placed, and facts that contradict each other. */
export const holding: Concern = {
  name: 'holding',
  absorb: {
    'hold.placed': (view, fact) => void view.placed.set(fact.hold, fact),
    'hold.released': (view, fact) => void view.released.add(fact.hold),
  },
  deadlines: (step, due) => {
    for (const { hold, expiresAt } of step.view.placed.values()) {
      if (expiresAt !== undefined && !step.view.released.has(hold)) due(`hold/${hold}`, expiresAt);
    }
  },
  apply: { 'timer.fired': expire },
  holds: (step, hold) => {
    for (const { hold: name, reason, class: errorClass, at, expiresAt } of step.view.placed.values()) {
      const owner = errorClass === undefined ? 'order desk' : ownerOf(step, errorClass);
      hold({ hold: name, reason, class: errorClass, owner, since: at, ...(expiresAt !== undefined && { expiresAt }) });
    }
    for (const key of Object.keys(step.conflicts)) hold({ ...conflictOf(step, key), hold: `conflict/${key}` });
  },
};

/** A hold whose time is over ends as it was placed to: what it does then is a fact of its own. */
function expire(step: Step, { timer, key, at, v }: Fact<'timer.fired'>): boolean {
  if (!timer.startsWith('hold/')) return false;
  const placed = step.view.placed.get(timer.slice('hold/'.length));
  if (placed?.expiresAt === undefined || at < placed.expiresAt || step.view.released.has(placed.hold)) return false;
  const { hold, onExpiry = 'escalate' } = placed;
  const told = { key: `${key}/${onExpiry}`, at, v } as const;
  if (onExpiry === 'cancel') {
    const cancelled = join(step, {
      ...told,
      type: 'cancel.requested',
      cancel: timer,
      reason: `${timer} has run out`,
    });
    return join(step, { ...told, type: 'hold.released', hold, by: 'its time' }) || cancelled;
  }
  return onExpiry === 'release' && join(step, { ...told, type: 'hold.released', hold, by: 'its time' });
}

function conflictOf(step: Step, key: string) {
  const reason = `${key} was reported twice with different contents`;
  return { reason, class: 'system', owner: ownerOf(step, 'system'), since: step.facts.get(key)?.at ?? '' } as const;
}
