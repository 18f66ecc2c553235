import type { Quantity } from '@dist/canonical';
import { compare } from '@dist/canonical/arithmetic';
import { acknowledgment } from '../compose/acknowledgment.ts';
import { changeAcknowledgment } from '../compose/change-acknowledgment.ts';
import { partsAsked, partsTouched } from '../kernel/apply-changes.ts';
import { asAgreed } from '../kernel/as-agreed.ts';
import { changeLines } from '../kernel/change-lines.ts';
import { refusalOf, stopOf } from '../kernel/change-refusal.ts';
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
import { entryOf, note, type Step } from '../kernel/step.ts';
import { isStopping } from '../kernel/stop-first.ts';
import type { View } from '../kernel/view.ts';
import type { LineQuantity, OrderPart } from '../word/event.ts';

/** Change orders (860): applied in their sequence, asked of the ERPs that have the order, each answered by one 865 (R17). */
export const changing: Concern = {
  name: 'changing',
  apply: { 'change.requested': (step, event) => join(step, asAgreed(step, event)), 'change.decided': takeDecision },
  settle: (step) => {
    for (const { change, results } of step.view.changes.values()) {
      for (const partId of results.keys()) endQuestion(step, effectKey.change(step.before.id, change, partId));
    }
    for (const change of step.view.changes.values()) if (refuseLate(step, change)) break;
  },
  holds: (step, hold) => {
    for (const { change, status, why, request, isUnclear } of step.view.changes.values()) {
      const late = step.view.captured === undefined && Object.hasOwn(step.breaches, `change/${change}`);
      const reason = late ? 'its purchase order has not come' : why;
      // A shop gets no answer to its edit: a person tells the buyer that it stays as it was.
      const isUntold = status === 'refused' && step.view.captured?.order.channel === 'shop';
      if (reason === undefined || (status !== 'held' && status !== 'waiting' && !isUntold)) continue;
      const owner = ownerOf(step, 'partnerFormat');
      const open = { hold: `change/${change}`, reason, class: 'partnerFormat', owner, since: request.at } as const;
      hold(status === 'held' && isUnclear ? { ...open, endedBy: 'change.decided' } : open);
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
      // A shop's edit is answered by nobody.
      const { channel } = step.view.captured.order;
      if (request.content.purpose === 'replace' || channel !== 'edi') continue;
      const key = effectKey.changeAcknowledgment(step.before.id, change);
      slaDue(step, { document: '865', timer: `865/${change}`, key }, () => request.receivedAt, due);
    }
  },
};

/** A decision to apply that leaves open what is to be applied decides nothing: it is answered with what is missing. */
function takeDecision(step: Step, event: Fact<'change.decided'>): boolean {
  const { change, decision } = event;
  const known = step.view.changes.get(change);
  if (known === undefined || known.decision !== undefined || decision === 'refuse') return join(step);
  const read = changeLines(step.view, { ...known, decision: event });
  if (known.status !== 'held' || !('why' in read)) return join(step);
  const message = `Change ${change} can not be applied as ${event.by} decided: ${read.why}. Say what its quantities mean, or refuse it`;
  note(step, 'decision.refused', message, { data: { hold: `change/${change}` } });
  return false;
}

/** Does what each change asks for. True when one was settled just now and others wait behind it. */
function settleNext(step: Step): boolean {
  const changes = inSequence(step.view.changes.values());
  let settled = false;
  for (const change of changes) {
    if (change.status === 'pending') {
      if (refuseLate(step, change)) return true;
      settled = (decide(step, change) && isAnsweredNow(step, change)) || settled;
    } else if (change.status === 'applied' || change.status === 'refused') answer(step, change);
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

/**
 * A change that comes too late is refused for good, as an ERP would refuse it: goods that left later do not make it so, and
 * what comes behind it goes on. True when it was refused just now.
 */
function refuseLate(step: Step, change: ChangeView): boolean {
  if (change.status !== 'pending' || change.request.content.purpose === 'cancellation') return false;
  const parts = partsAsked(step.view, step.effects, change);
  const reason = refusalOf(step, change, parts);
  const partId = parts[0]?.partId;
  if (reason === undefined || partId === undefined) return false;
  const { key, at, v, causation, trace } = step.event;
  const told = { key, at, v, causation, trace } as const;
  return join(step, { ...told, type: 'change.result', change: change.change, partId, accepted: false, reason });
}

/** The warehouse is asked first, then each ERP that has lines of the change. */
function askErps(step: Step, change: ChangeView): void {
  const parts = partsTouched(step.view, change);
  if (parts.filter((part) => isAtWarehouse(step, change, part)).length > 0) return;
  for (const part of parts) askErp(step, change, part);
}

/** Whether a warehouse has lines of the part that the change moves, and has not said what becomes of them. */
function isAtWarehouse(step: Step, change: ChangeView, part: OrderPart): boolean {
  const { view } = step;
  const { partId } = part;
  const isAsked = entryOf(step, effectKey.change(step.before.id, change.change, partId)) !== undefined;
  if (isAsked || partOf(view, partId).accepted === undefined) return false;
  if (view.stops.has(`${stopOf(change)}/${partId}`)) return false;
  const { quantities } = partOf(view, partId);
  const isMoved = change.lines.some(({ lineId, quantity }) => quantities.has(lineId) && moves(view, lineId, quantity));
  return isMoved && isStopping(step, { cancel: stopOf(change), part });
}

function moves({ ordered, rows }: View, lineId: string, after: Quantity): boolean {
  const row = rows.get(lineId);
  const before = ordered.get(lineId)?.quantity;
  if (row === undefined || before === undefined) return false;
  const [from, to] = [inBaseUnit(row, before), inBaseUnit(row, after)];
  return from === undefined || to === undefined || compare(from, to) !== 0;
}

function askErp(step: Step, { change, lines, request }: ChangeView, part: OrderPart): void {
  const { accepted, quantities } = partOf(step.view, part.partId);
  const key = effectKey.change(step.before.id, change, part.partId);
  if (accepted === undefined || entryOf(step, key) !== undefined) return;
  const { partId, erp, externalReference } = part;
  const moved = lines.filter(({ lineId }) => quantities.has(lineId));
  const name = { erp, partId, externalReference, number: accepted.number };
  const totals = moved.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const body = { type: 'erp.change', ...name, change, lines: totals, content: request.content } as const;
  put(step, { key, lane: `erp:${erp}`, safety: 'idempotent', body });
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
