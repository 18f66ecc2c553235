import { sha256 } from '../identity/sha256.ts';
import type { Concern } from '../kernel/concern.ts';
import type { Fact } from '../kernel/fact.ts';
import { isReleased } from '../kernel/is-released.ts';
import { contentOf, join } from '../kernel/join.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { note, type Step } from '../kernel/step.ts';
import type { Hold } from '../word/state.ts';

/** Holds that someone placed, and facts that contradict each other. */
export const holding: Concern = {
  name: 'holding',
  absorb: {
    'hold.placed': (view, fact) => void view.placed.set(fact.hold, fact),
  },
  deadlines: (step, due) => {
    for (const { hold, expiresAt } of step.view.placed.values()) {
      if (expiresAt !== undefined && !isReleased(step.view, { hold })) due(`hold/${hold}`, expiresAt);
    }
  },
  apply: { 'timer.fired': expire, 'hold.released': release },
  holds: (step, hold) => {
    for (const { hold: name, reason, class: errorClass, at, expiresAt } of step.view.placed.values()) {
      const owner = errorClass === undefined ? 'order desk' : ownerOf(step, errorClass);
      hold({ hold: name, reason, class: errorClass, owner, since: at, ...(expiresAt !== undefined && { expiresAt }) });
    }
    for (const key of Object.keys(step.conflicts)) hold({ ...conflictOf(step, key), hold: `conflict/${key}` });
  },
};

/**
 * A hold that keeps something undecided is not ended by letting go of it: what it keeps would be lost. Such a release changes
 * nothing and is answered with what does end it.
 */
function release(step: Step, event: Fact<'hold.released'>): boolean {
  const { hold, by, key } = event;
  const open = Object.hasOwn(step.holds, hold) ? step.holds[hold] : undefined;
  if (open?.endedBy === undefined) {
    const before = step.view.releases.get(key);
    // The same word again is good for what it was given for, not for what has come since.
    const about = event.about ?? (before?.hold === hold ? before.about : open?.about) ?? '';
    return join(step, { ...event, about });
  }
  const { reason, owner, endedBy } = open;
  const message = `Hold ${hold} stays, though ${by} released it: ${reason}. ${ends[endedBy]}`;
  note(step, 'release.refused', message, { data: { hold, owner, endedBy } });
  return false;
}

const ends: Readonly<Record<NonNullable<Hold['endedBy']>, string>> = {
  'change.decided':
    'Send change.decided: apply, with what its quantities mean (total or difference) where that is the question, or refuse',
};

/** A hold whose time is over ends as it was placed to: what it does then is a fact of its own. */
function expire(step: Step, { timer, key, at, v }: Fact<'timer.fired'>): boolean {
  if (!timer.startsWith('hold/')) return false;
  const placed = step.view.placed.get(timer.slice('hold/'.length));
  if (placed?.expiresAt === undefined || at < placed.expiresAt || isReleased(step.view, { hold: placed.hold }))
    return false;
  const { hold, onExpiry = 'escalate' } = placed;
  const told = { key: `${key}/${onExpiry}`, at, v } as const;
  const ended = { ...told, type: 'hold.released', hold, by: 'its time', about: '' } as const;
  if (onExpiry === 'cancel') {
    const cancelled = join(step, {
      ...told,
      type: 'cancel.requested',
      cancel: timer,
      reason: `${timer} has run out`,
    });
    return join(step, ended) || cancelled;
  }
  return onExpiry === 'release' && join(step, ended);
}

function conflictOf(step: Step, key: string) {
  const reason = `${key} was reported twice with different contents`;
  const kept = step.facts.get(key);
  // What counts may be another content by now than the one that was let pass.
  const about = kept && sha256(contentOf(kept)).slice(0, 12);
  return { reason, about, class: 'system', owner: ownerOf(step, 'system'), since: kept?.at ?? '' } as const;
}
