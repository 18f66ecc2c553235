import { compare } from '@dist/canonical/arithmetic';
import { acknowledgment } from '../compose/acknowledgment.ts';
import { changeAcknowledgment } from '../compose/change-acknowledgment.ts';
import { partsTouched } from '../kernel/apply-changes.ts';
import { type ChangeView, inSequence } from '../kernel/change-view.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { later } from '../kernel/instant.ts';
import { join } from '../kernel/join.ts';
import { endQuestion } from '../kernel/ledger.ts';
import { mayFollow } from '../kernel/may-follow.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { isAnswered, partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { inBaseUnit } from '../kernel/row.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { LineQuantity, OrderPart } from '../word/event.ts';

/** Change orders (860): applied in their sequence, asked of the ERPs that have the order, each answered by one 865 (R17). */
export const changing: Concern = {
  name: 'changing',
  apply: { 'change.requested': takeChange },
  settle: (step) => {
    for (const { change, results } of step.view.changes.values()) {
      for (const partId of results.keys()) endQuestion(step, effectKey.change(step.before.id, change, partId));
    }
  },
  holds: (step, hold) => {
    for (const { change, status, why, request } of step.view.changes.values()) {
      const late = step.view.captured === undefined && Object.hasOwn(step.breaches, `change/${change}`);
      const reason = late ? 'its purchase order has not come' : why;
      if (reason === undefined || (status !== 'held' && status !== 'waiting')) continue;
      const owner = ownerOf(step, 'partnerFormat');
      hold({ hold: `change/${change}`, reason, class: 'partnerFormat', owner, since: request.at });
    }
  },
  issue: (step) => {
    if (step.view.changes.size === 0) return;
    // A change that is settled lets the next one be judged.
    while (settleNext(step))
      step.view = step.machine.derive({ id: step.before.id, facts: step.facts, effects: step.effects });
  },
  deadlines: (step, due) => {
    for (const { change, request } of step.view.changes.values()) {
      if (step.view.captured === undefined) {
        due(`change/${change}`, later(request.receivedAt, step.policy.changes.waitHours * 3600));
        continue;
      }
      if (request.content.purpose === 'replace') continue;
      const key = effectKey.changeAcknowledgment(step.before.id, change);
      slaDue(step, { document: '865', timer: `865/${change}`, key }, () => request.receivedAt, due);
    }
  },
};

/** What its quantities mean is the policy's word of the day it came, where neither the document nor the event says (R27). */
function takeChange(step: Step, event: Fact<'change.requested'>): boolean {
  const quantities = event.content.quantities ?? event.quantities ?? step.policy.changes.quantities;
  return join(step, quantities === undefined ? event : { ...event, quantities });
}

/** Does what each change asks for. True when one was settled just now and others wait behind it. */
function settleNext(step: Step): boolean {
  const changes = inSequence(step.view.changes.values());
  let settled = false;
  for (const change of changes) {
    if (change.status === 'pending') settled = (decide(step, change) && isAnsweredNow(step, change)) || settled;
    else if (change.status === 'applied' || change.status === 'refused') answer(step, change);
  }
  return settled && changes.some(({ status, why }) => status === 'waiting' && why === undefined);
}

function decide(step: Step, change: ChangeView): boolean {
  if (change.request.content.purpose === 'cancellation') endCancellation(step, change);
  else askErps(step, change);
  return change.status === 'applied' || change.status === 'refused';
}

function isAnsweredNow(step: Step, change: ChangeView): boolean {
  answer(step, change);
  return entryOf(step, effectKey.changeAcknowledgment(step.before.id, change.change)) !== undefined;
}

/** What is below the shipped quantity is refused; the rest is asked of each ERP that has lines of it. */
function askErps(step: Step, change: ChangeView): void {
  const below = belowShipped(step, change.lines);
  if (below !== undefined) {
    change.status = 'refused';
    change.why = below;
    return;
  }
  for (const part of partsTouched(step.view, change)) askErp(step, change, part);
}

function askErp(step: Step, { change, lines, request }: ChangeView, part: OrderPart): void {
  const { accepted } = partOf(step.view, part.partId);
  const key = effectKey.change(step.before.id, change, part.partId);
  if (accepted === undefined || entryOf(step, key) !== undefined) return;
  const { partId, erp, externalReference } = part;
  const moved = lines.filter(({ lineId }) => part.lines.some((line) => line.lineId === lineId));
  const name = { erp, partId, externalReference, number: accepted.number };
  const totals = moved.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const body = { type: 'erp.change', ...name, change, lines: totals, content: request.content } as const;
  put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', body });
}

function belowShipped({ view }: Step, lines: readonly LineQuantity[]): string | undefined {
  for (const { lineId, quantity } of lines) {
    const row = view.rows.get(lineId);
    const base = row && inBaseUnit(row, quantity);
    if (row !== undefined && base !== undefined && compare(base, row.shipped) < 0) {
      return `line ${lineId}: ${quantity.value} ${quantity.unit} is less than what has shipped`;
    }
  }
  return undefined;
}

/** A change that cancels the order is decided by what becomes of the cancellation of each part. */
function endCancellation(step: Step, change: ChangeView): void {
  const { view } = step;
  const asked = [...view.parts.values()].filter(({ accepted }) => accepted !== undefined);
  const open = [...view.parts.values()].some(
    (part) => part.part !== undefined && !isAnswered(part) && !view.unsubmitted.has(part.partId),
  );
  const results = asked.map(({ partId }) => resultOf(step, `${change.change}/${partId}`));
  if (open || results.some((result) => result === undefined)) return;
  const tooLate = results.length > 0 && results.every((result) => result?.lines.length === 0);
  change.status = tooLate ? 'refused' : 'applied';
  if (tooLate) change.why = 'it is too late to cancel';
}

/** A purchase order that came again to replace is answered as one: by an 855 of the order as it now stands. */
function answerReplacement(step: Step, { change }: ChangeView): void {
  const { captured } = step.view;
  const key = effectKey.acknowledgmentAgain(step.before.id, change);
  if (captured === undefined || entryOf(step, key) !== undefined || !mayFollow(step)) return;
  if (!step.policy.channels[captured.order.channel].acknowledge) return;
  const { partner } = captured;
  const content = { ...acknowledgment(step.view, step.event.at), purpose: 'replace' as const };
  const body = { type: 'document.send', partner, document: '855', content } as const;
  put(step, { key, lane: `partner:${partner}`, safety: 'idempotent', body });
}

/** What became of a cancellation of one part; the warehouse's refusal ends it as well. */
function resultOf({ view }: Step, name: string): { readonly lines: readonly LineQuantity[] } | undefined {
  const stopped = view.stops.get(name);
  return view.cancelResults.get(name) ?? (stopped?.lines.length === 0 ? stopped : undefined);
}

function answer(step: Step, change: ChangeView): void {
  const { captured } = step.view;
  if (captured?.order.channel !== 'edi') return;
  if (change.request.content.purpose === 'replace') {
    answerReplacement(step, change);
    return;
  }
  const key = effectKey.changeAcknowledgment(step.before.id, change.change);
  if (entryOf(step, key) !== undefined) return;
  // The answer to the order goes first, where there will be one.
  if (change.status === 'applied' && step.view.cancels.size === 0 && !mayFollow(step)) return;
  const { partner } = captured;
  const content = changeAcknowledgment(step.view, change, step.event.at);
  const body = { type: 'document.send', partner, document: '865', content } as const;
  put(step, { key, lane: `partner:${partner}`, safety: 'idempotent', body });
}
