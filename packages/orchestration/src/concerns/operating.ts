import type { Concern } from '../kernel/concern.ts';
import type { Fact } from '../kernel/fact.ts';
import { factKey } from '../kernel/fact-key.ts';
import { join } from '../kernel/join.ts';
import { withdraw } from '../kernel/ledger.ts';
import { sendAnew } from '../kernel/send-anew.ts';
import { entryOf, issue, note, type Step, writeFact } from '../kernel/step.ts';
import type { EffectBody } from '../word/effect.ts';

/** What an operator does (R29): tries again, corrects, gives up. Each act is a fact with its author and reason. */
export const operating: Concern = {
  name: 'operating',
  absorb: {
    'operator.abandoned': (view, fact) => {
      view.abandoned = fact;
    },
    'operator.corrected': (view, fact) => {
      const key = factKey(fact.event);
      const before = key === undefined ? undefined : view.corrected.get(key);
      // Of several corrections the last one counts, whichever arrives first.
      if (key !== undefined && (before === undefined || isLater(fact, before))) view.corrected.set(key, fact);
    },
  },
  apply: {
    'operator.replayed': replayEffect,
    'operator.corrected': correctFact,
    'operator.dismissed': dismissEffect,
  },
};

function isLater(a: Fact<'operator.corrected'>, b: Fact<'operator.corrected'>): boolean {
  return a.at > b.at || (a.at === b.at && a.key > b.key);
}

/** Sends something again (R13, R29). False when there is nothing to send or the request was seen. */
function replayEffect(step: Step, event: Fact<'operator.replayed'>): boolean {
  const entry = entryOf(step, event.effect);
  const { view } = step;
  if (entry === undefined || view.abandoned !== undefined || entry.status === 'superseded') return false;
  const body = event.correction ?? entry.effect.body;
  if (!isSameKind(body, entry.effect.body)) {
    note(step, 'replay.refused', `A correction of ${event.effect} must be ${entry.effect.body.type}, not ${body.type}`);
    return false;
  }
  const wentOut = body.type === 'document.send' && (entry.status === 'done' || view.rejected.has(event.effect));
  if (!wentOut && entry.status !== 'parked') return false;
  if (!join(step)) return false;
  if (wentOut) sendAnew(step, entry, body);
  else issue(step, { ...entry.effect, body, attempt: entry.attempt + 1, notBefore: step.event.at });
  return true;
}

function isSameKind(a: EffectBody, b: EffectBody): boolean {
  if (a.type !== b.type) return false;
  return a.type !== 'document.send' || b.type !== 'document.send' || a.document === b.document;
}

/** Puts a fact right; reports and acts of operators are no facts to put right. */
function correctFact(step: Step, event: Fact<'operator.corrected'>): boolean {
  const key = factKey(event.event);
  if (key === undefined || event.event.type.startsWith('operator.')) {
    note(step, 'correction.refused', `${event.event.type} can not be corrected: it is no fact from outside`);
    return false;
  }
  if (!join(step)) return false;
  if (step.view.corrected.get(key)?.key !== event.key) return true;
  writeFact(step, key, event.event);
  const { [key]: _settled, ...conflicts } = step.conflicts;
  step.conflicts = conflicts;
  return true;
}

function dismissEffect(step: Step, event: Fact<'operator.dismissed'>): boolean {
  const entry = entryOf(step, event.effect);
  if (entry?.status !== 'parked' || !join(step)) return false;
  withdraw(step, event.effect, `${event.by} gave it up: ${event.reason}`);
  return true;
}
