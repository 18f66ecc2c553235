import { asAgreed } from '../kernel/as-agreed.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { factKey } from '../kernel/fact-key.ts';
import { hasLeft } from '../kernel/has-left.ts';
import { insteadOf } from '../kernel/instead-of.ts';
import { isUnanswered } from '../kernel/is-unanswered.ts';
import { join } from '../kernel/join.ts';
import { withdraw } from '../kernel/ledger.ts';
import { otherSubject } from '../kernel/other-subject.ts';
import { partsOf } from '../kernel/part-of.ts';
import { sendAnew } from '../kernel/send-anew.ts';
import { entryOf, issue, note, type Step, writeFact } from '../kernel/step.ts';

/** What an operator does (R29): tries again, corrects, gives up. Each act is a fact with its author and reason. */
export const operating: Concern = {
  name: 'operating',
  absorb: {
    'operator.dismissed': (view, fact) => void view.dismissed.set(fact.effect, fact),
    'operator.abandoned': (view, fact) => {
      view.abandoned = fact;
    },
  },
  settle: (step) => {
    for (const dismissed of step.view.dismissed.values()) {
      const answer = insteadOf(step, dismissed);
      if (answer !== undefined) join(step, answer);
    }
  },
  apply: {
    'operator.replayed': replayEffect,
    'operator.corrected': correctFact,
    'operator.dismissed': dismissEffect,
  },
};

/** Sends something again (R13, R29). False when there is nothing to send or the request was seen. */
function replayEffect(step: Step, event: Fact<'operator.replayed'>): boolean {
  const entry = entryOf(step, event.effect);
  const { view } = step;
  if (isTold(step)) return join(step);
  if (entry === undefined) return refuse(step, event, 'nothing of that name was issued');
  if (view.abandoned !== undefined) return refuse(step, event, 'the order is abandoned');
  if (entry.status === 'superseded') return refuse(step, event, 'another has taken its place');
  const body = event.correction ?? entry.effect.body;
  const other = otherSubject(body, entry.effect.body);
  if (other !== undefined) {
    return refuse(step, event, `a correction must be about the same, and its ${other} differs from what was issued`);
  }
  const wasSeen = view.rejected.has(event.effect) || view.undelivered.has(event.effect);
  const wentOut = body.type === 'document.send' && (entry.status === 'done' || wasSeen);
  const isOpen = wentOut || entry.status === 'parked' || isUnanswered(view, entry);
  if (!isOpen) return refuse(step, event, `it is ${entry.status}, and waits for nobody`);
  if (!join(step)) return false;
  if (wentOut) sendAnew(step, entry, body);
  else issue(step, { ...entry.effect, body, attempt: entry.attempt + 1, notBefore: step.event.at });
  return true;
}

/** Puts a fact right; reports and acts of operators are no facts to put right. */
function correctFact(step: Step, event: Fact<'operator.corrected'>): boolean {
  const key = factKey(event.event);
  if (key === undefined || event.event.type.startsWith('operator.')) {
    note(step, 'correction.refused', `${event.event.type} can not be corrected: it is no fact from outside`);
    return false;
  }
  if (isSubmitted(step) && (key === 'order.captured' || key === 'order.enriched')) {
    const message = `An ERP has the order as it was: ${key} is not corrected any more. Send change.requested, or abandon it`;
    note(step, 'correction.refused', message);
    return false;
  }
  if (!join(step)) return false;
  if (step.view.corrected.get(key)?.key !== event.key) return true;
  writeFact(step, key, asAgreed(step, event.event));
  const { [key]: _settled, ...conflicts } = step.conflicts;
  step.conflicts = conflicts;
  return true;
}

/** Whether the same word was taken before. */
function isTold({ facts, event }: Step): boolean {
  return facts.get(factKey(event) ?? '') !== undefined;
}

/** An act that does nothing is told of, with why: somebody believes that it did. */
function refuse(step: Step, event: Fact<'operator.replayed'> | Fact<'operator.dismissed'>, why: string): false {
  const [type, what] = event.type === 'operator.replayed' ? ['replay', 'tried again'] : ['dismiss', 'given up'];
  note(step, `${type}.refused`, `${event.effect} is not ${what}, as ${event.by} asked: ${why}`, {
    effect: event.effect,
  });
  return false;
}

function isSubmitted(step: Step): boolean {
  return partsOf(step.view).some(({ partId }) => hasLeft(entryOf(step, effectKey.submit(step.before.id, partId))));
}

function dismissEffect(step: Step, event: Fact<'operator.dismissed'>): boolean {
  const entry = entryOf(step, event.effect);
  if (isTold(step)) return join(step);
  if (entry?.status !== 'parked')
    return refuse(
      step,
      event,
      entry === undefined ? 'nothing of that name was issued' : `it is ${entry.status}, not parked`,
    );
  if (!join(step)) return false;
  withdraw(step, event.effect, `${event.by} gave it up: ${event.reason}`);
  return true;
}
