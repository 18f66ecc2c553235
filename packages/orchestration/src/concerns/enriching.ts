import type { Order } from '@dist/canonical';
import { buyerLineId } from '../kernel/buyer-line-id.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { isReleased } from '../kernel/is-released.ts';
import { endQuestion, withdraw } from '../kernel/ledger.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { View } from '../kernel/view.ts';
import type { Approval } from '../word/event.ts';
import type { ErrorClass, Failure } from '../word/failure.ts';
import type { Hold } from '../word/state.ts';

/** The order is put into the seller's words, in rounds: what master data lacks is held, and tried again when it was added. */
export const enriching: Concern = {
  name: 'enriching',
  absorb: {
    'order.invalid': (view, fact) => {
      view.invalid = fact;
    },
    'order.unresolved': (view, fact) => void view.unresolved.push(fact),
  },
  settle: (step) => {
    if (step.view.enriched === undefined && step.view.invalid === undefined) return withdrawNeedless(step);
    for (let round = step.view.unresolved.length + 1; round > 0; round--) {
      const key = round === 1 ? step.view.keys.enrich : effectKey.enrich(step.before.id, round);
      // Older rounds were ended by the step that ended the newest one.
      if (entryOf(step, key)?.status === 'done') break;
      endQuestion(step, key);
    }
  },
  holds: (step, hold) => {
    const { view } = step;
    if (view.unresolved.length === 0 || view.enriched !== undefined || view.invalid !== undefined) return;
    for (const event of view.unresolved) holdsOf(step, event).forEach(hold);
  },
  issue: (step) => {
    const { view } = step;
    if (view.captured === undefined || view.order === undefined) return;
    if (view.enriched !== undefined || view.invalid !== undefined || view.cancels.size > 0) return;
    const round = view.unresolved.length + 1;
    const key = effectKey.enrich(step.before.id, round);
    if (entryOf(step, key) !== undefined || !isLetGo(view)) return;
    const { partner, receivedAt } = view.captured;
    const approvals = round === 1 ? {} : { approvals: approvalsOf(view) };
    put(step, {
      key,
      lane: 'local',
      safety: 'idempotent',
      body: { type: 'order.enrich', partner, order: asBuyerNames(view, view.order), round, receivedAt, ...approvals },
    });
  },
};

/** An enrichment that failed is not waited for once the order is cancelled. */
function withdrawNeedless(step: Step): void {
  const { view } = step;
  if (view.cancels.size === 0 || view.ledger.byStatus.parked.size === 0) return;
  const key = effectKey.enrich(step.before.id, view.unresolved.length + 1);
  if (entryOf(step, key)?.status === 'parked') withdraw(step, key, 'the order is cancelled');
}

function isLetGo(view: View): boolean {
  return view.unresolved.every((event) =>
    namesOf(event).every((hold) => isReleased(view, { hold, about: aboutRound(event.round) })),
  );
}

/** The order with the buyer's own line ids: enrichment judges those, and what is done with one that is used twice. */
function asBuyerNames(view: View, order: Order): Order {
  if (view.buyerLineIds.size === 0) return order;
  return { ...order, lines: order.lines.map((line) => ({ ...line, lineId: buyerLineId(view, line.lineId) })) };
}

/** What the released holds were about: enrichment asks the policy which of it a person may let pass. */
function approvalsOf({ unresolved }: View): readonly Approval[] {
  const rounds = [...unresolved].sort((a, b) => a.round - b.round);
  return rounds.flatMap(({ failures }) => failures.map(({ code, message, lineId }) => ({ code, message, lineId })));
}

/** Names of the holds that one failed enrichment opened: its classes of failure, numbered from the second round on. */
function namesOf({ failures, round }: Fact<'order.unresolved'>): readonly string[] {
  return [...new Set(failures.map((failure) => failure.class))].map((name) => roundName(name, round));
}

function holdsOf(step: Step, event: Fact<'order.unresolved'>): readonly Hold[] {
  const byClass = new Map<ErrorClass, Failure[]>();
  for (const failure of event.failures) byClass.set(failure.class, [...(byClass.get(failure.class) ?? []), failure]);
  return [...byClass].map(([name, failures]) => ({
    hold: roundName(name, event.round),
    about: aboutRound(event.round),
    reason: failures.map((failure) => failure.message).join('; '),
    class: name,
    owner: ownerOf(step, name),
    since: event.at,
    lineId: failures[0]?.lineId,
  }));
}

/** A hold of this name may have been placed, and let go of, for another reason. */
function aboutRound(round: number): string {
  return `enrich/${round}`;
}

function roundName(name: ErrorClass, round: number): string {
  return round === 1 ? name : `${name}/${round}`;
}
