import type { Concern } from '../kernel/concern.ts';
import type { Fact } from '../kernel/fact.ts';
import { isUndelivered } from '../kernel/is-undelivered.ts';
import { park } from '../kernel/ledger.ts';
import { sendAnew } from '../kernel/send-anew.ts';
import { dueOnce } from '../kernel/sla-due.ts';
import { changeEntry, entryOf, note, type Step } from '../kernel/step.ts';

/** What the partner says of our documents: 997, 999, 824, TA1; the worst answer counts, and what it rejects waits for a person (R13). */
export const answering: Concern = {
  name: 'answering',
  absorb: {
    'acknowledgment.received': (view, fact) => {
      const before = view.answers.get(fact.document);
      if (before === undefined || severity[fact.status] > severity[before.status])
        view.answers.set(fact.document, fact);
      view.ledger.unanswered.delete(fact.document);
      if (fact.status === 'rejected') view.rejected.add(fact.document);
    },
    'mdn.received': (view, fact) => {
      if (fact.status === 'processed') view.receipts.add(fact.document);
      else view.undelivered.set(fact.document, fact);
    },
  },
  settle: (step) => {
    for (const document of step.view.rejected) parkRejected(step, document);
    for (const fact of step.view.undelivered.values()) settleReceipt(step, fact);
  },
  apply: { 'timer.fired': resend },
  deadlines: (step, due) => {
    const rule = step.policy.sla['997'];
    if (rule === undefined || !isOwed(step)) return;
    for (const { name, since } of step.view.ledger.unanswered.values()) due(name, dueOnce(step, name, rule, since));
  },
  awaits: (step, awaited) => {
    if (!isOwed(step)) return;
    for (const { name, since } of step.view.ledger.unanswered.values()) awaited(name, since);
  },
};

/** A document that stays unanswered is sent again under new numbers, as often as the policy says (R13). */
function resend(step: Step, { timer, at }: Fact<'timer.fired'>): boolean {
  const limit = step.policy.documents.resendUnacknowledged;
  if (limit === 0 || !timer.startsWith('997/')) return false;
  const key = timer.slice('997/'.length);
  const due = Object.hasOwn(step.before.timers, timer) ? step.before.timers[timer] : undefined;
  const entry = entryOf(step, key);
  if (entry === undefined || due === undefined || at < due || !step.view.ledger.unanswered.has(key)) return false;
  const [, times = '1'] = /#(\d+)$/.exec(key) ?? [];
  if (Number(times) > limit) return false;
  sendAnew(step, entry);
  return true;
}

/** A receipt that a document failed leaves it to a person; one that it arrived after all, whenever that comes, ends this. */
function settleReceipt(step: Step, { document, message = 'no reason given' }: Fact<'mdn.received'>): void {
  const entry = entryOf(step, document);
  if (isUndelivered(step.view, document)) {
    const text = `the transport's receipt says it failed: ${message}`;
    if (entry?.status === 'done') park(step, document, { class: 'transport', message: text });
  } else if (entry?.status === 'parked' && entry.class === 'transport') {
    changeEntry(step, document, { status: 'done' });
    note(step, 'effect.done', `${document} has arrived, says the transport's receipt`, { effect: document });
  }
}

const severity = { accepted: 0, acceptedWithErrors: 1, rejected: 2 } as const;

function isOwed({ view, policy }: Step): boolean {
  // A load's notice goes to a trading partner, too.
  if (view.ledger.unanswered.size === 0 || (view.captured?.order.channel ?? 'edi') !== 'edi') return false;
  return policy.channels.edi.functionalAcknowledgment;
}

function parkRejected(step: Step, document: string): void {
  const status = entryOf(step, document)?.status;
  if (status !== 'issued' && status !== 'done') return;
  const answer = step.view.answers.get(document);
  const why = answer?.faults?.join('; ') || answer?.codes.join(', ') || 'no code given';
  park(step, document, { class: 'partnerFormat', message: `rejected by the partner: ${why}` });
}
