import { asAgreed } from '../kernel/as-agreed.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { erpOrder } from '../kernel/erp-order.ts';
import type { Fact } from '../kernel/fact.ts';
import { later } from '../kernel/instant.ts';
import { join } from '../kernel/join.ts';
import { endQuestion, tryAgain, withdraw } from '../kernel/ledger.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { isAnswered, partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import { takeAnswer } from '../kernel/take-answer.ts';
import type { Hold } from '../word/state.ts';

/**
 * Each part goes to its ERP once. A lost answer is looked up, never answered by a second submit; once a look-up has found
 * nothing, the same submit goes again under the same key and reference (R19).
 */
export const submitting: Concern = {
  name: 'submitting',
  absorb: {
    'erp.accepted': takeAnswer,
    'erp.rejected': takeAnswer,
    'erp.notFound': (view, fact, key) => {
      if (!key.startsWith(unasked)) partOf(view, fact.partId).notFound.add(fact.attempt);
    },
  },
  absorbEntry: (view, { after }) => {
    const { body } = after.effect;
    if (body.type === 'erp.submit') view.unsubmitted.delete(body.request.part.partId);
  },
  apply: { 'erp.accepted': (step, event) => join(step, asAgreed(step, event)), 'erp.notFound': takeNotFound },
  settle: (step) => {
    const { byStatus } = step.view.ledger;
    // Only a submit that waits for its answer can be ended by one.
    for (const status of ['issued', 'inDoubt', 'parked'] as const) {
      if (byStatus[status].size > 0) for (const key of [...byStatus[status]].sort()) settleKey(step, key);
    }
  },
  holds: (step, hold) => {
    for (const partId of step.view.contradicted) hold(contradiction(step, partId));
  },
  issue: (step) => {
    submitParts(step);
    lookUp(step);
  },
};

const unasked = 'erp.notFound/unasked/';

/**
 * What a look-up did not find counts once it was asked for: before, the submit may still have been on its way, and nothing
 * but another look-up keeps it from going twice.
 */
function takeNotFound(step: Step, event: Fact<'erp.notFound'>): boolean {
  const { partId, attempt, key } = event;
  const isAsked = entryOf(step, effectKey.find(step.before.id, partId, attempt)) !== undefined;
  return isAsked ? join(step) : join(step, event, `${unasked}${key}`);
}

function contradiction(step: Step, partId: string): Hold {
  const { accepted } = partOf(step.view, partId);
  const reason = `the ERP has accepted part ${partId} as ${accepted?.number} and has refused it: correct the one that is wrong`;
  const about = { class: 'system', owner: ownerOf(step, 'system'), since: accepted?.at ?? '' } as const;
  return { hold: `conflict/erp.accepted/${partId}`, reason, ...about };
}

function settleKey(step: Step, key: string): void {
  const entry = entryOf(step, key);
  if (entry === undefined) return;
  const { body } = entry.effect;
  if (body.type === 'erp.find') {
    if (isAnswered(partOf(step.view, body.partId))) endQuestion(step, key);
    return;
  }
  if (body.type !== 'erp.submit') return;
  const part = partOf(step.view, body.request.part.partId);
  if (isAnswered(part)) endQuestion(step, key);
  else if (entry.status === 'inDoubt' && part.notFound.has(entry.attempt)) submitAgain(step, key);
  else if (entry.status === 'parked' && step.view.cancels.size > 0) withdraw(step, key, 'the order is cancelled');
}

function submitAgain(step: Step, key: string): void {
  const entry = entryOf(step, key);
  if (entry === undefined) return;
  if (step.view.cancels.size > 0) {
    withdraw(step, key, 'the order is cancelled');
    return;
  }
  const message = `attempt ${entry.attempt} did not arrive`;
  tryAgain(step, entry, { class: 'inDoubt', message });
}

function submitParts(step: Step): void {
  const { view, holds } = step;
  // Once issued it stays: a hold or a cancellation that comes later is a race that the ERP decides.
  if (view.unsubmitted.size === 0 || view.cancels.size > 0 || view.invalid !== undefined) return;
  if (step.policy.money.creditCheck && view.credit === undefined) return;
  for (const _hold in holds) return;
  for (const partId of [...view.unsubmitted]) {
    const { part, submit: key, accepted, refused } = partOf(view, partId);
    if (part === undefined || accepted !== undefined || refused !== undefined) continue;
    const body = { type: 'erp.submit', erp: part.erp, request: erpOrder(view, part) } as const;
    put(step, { key, lane: `erp:${part.erp}`, safety: 'lookupFirst', body });
  }
}

function lookUp(step: Step): void {
  const doubts = step.view.ledger.byStatus.inDoubt;
  if (doubts.size === 0) return;
  for (const submit of [...doubts].sort()) {
    const doubt = entryOf(step, submit);
    if (doubt?.effect.body.type !== 'erp.submit') continue;
    const { partId, erp, externalReference } = doubt.effect.body.request.part;
    const { attempt, since } = doubt;
    const key = effectKey.find(step.before.id, partId, attempt);
    if (entryOf(step, key) !== undefined) continue;
    const body = { type: 'erp.find', erp, partId, externalReference, submit, attempt } as const;
    const notBefore = later(since, step.policy.retry.lookUpAfterSeconds);
    put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', notBefore, body });
  }
}
