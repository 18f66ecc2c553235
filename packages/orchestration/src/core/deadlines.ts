import { dueAt } from '../policy/due-at.ts';
import type { Policy, SlaDocument } from '../policy/policy.ts';
import type { IssuedEffect } from '../word/state.ts';
import { effectKey } from './effect-key.ts';
import { newestOf } from './newest-of.ts';
import { hasLeft, isDecided } from './owed.ts';
import { partsOf, type View } from './view.ts';

export interface LedgerInput {
  readonly id: string;
  readonly view: View;
  readonly policy: Policy;
  readonly effects: Readonly<Record<string, IssuedEffect>>;
}

type Due = Readonly<Record<string, string>>;

/** Every deadline that is owed, passed or not (R26), from the facts alone. A document that was rejected is owed again. */
export function deadlines(input: LedgerInput): Due {
  const { view } = input;
  if (view.captured === undefined || view.abandoned !== undefined) return {};
  if (view.captured.order.channel !== 'edi') return {};
  return { ...acknowledgmentDue(input), ...shipNoticesDue(input), ...invoicesDue(input), ...answersDue(input) };
}

/** Document effects that went out and that the partner has not answered. */
export function* unanswered({ view, effects }: Pick<LedgerInput, 'view' | 'effects'>): Iterable<IssuedEffect> {
  for (const [key, entry] of Object.entries(effects)) {
    const sent = entry.effect.body.type === 'document.send' && entry.status === 'done';
    if (sent && !view.acknowledgments.has(key)) yield entry;
  }
}

function acknowledgmentDue(input: LedgerInput): Due {
  const { id, view, policy, effects } = input;
  const { captured } = view;
  if (captured === undefined || !policy.channels[captured.order.channel].acknowledge) return {};
  if (isSent(effects, effectKey.acknowledgment(id)) || isCancelledHere(input)) return {};
  return due(policy, '855', '855', captured.receivedAt);
}

function isCancelledHere({ id, view, effects }: LedgerInput): boolean {
  if (view.cancels.length === 0) return false;
  const submitted = partsOf(view).some(({ partId }) => hasLeft(effects[effectKey.submit(id, partId)]));
  return !submitted && !isDecided({ id, view, entry: (key) => effects[key] });
}

function shipNoticesDue({ id, view, policy, effects }: LedgerInput): Due {
  const all: Record<string, string> = {};
  for (const { shipment, at } of view.shipments.values()) {
    if (isSent(effects, effectKey.shipNotice(id, shipment.shipmentId))) continue;
    Object.assign(all, due(policy, '856', `856/${shipment.shipmentId}`, at));
  }
  return all;
}

function invoicesDue({ id, view, policy, effects }: LedgerInput): Due {
  const all: Record<string, string> = {};
  for (const { invoice, at } of view.invoices.values()) {
    if (isSent(effects, effectKey.invoice(id, invoice.number))) continue;
    Object.assign(all, due(policy, '810', `810/${invoice.number}`, at));
  }
  return all;
}

function answersDue(input: LedgerInput): Due {
  const { view, policy } = input;
  if (view.captured === undefined || !policy.channels[view.captured.order.channel].functionalAcknowledgment) return {};
  const all: Record<string, string> = {};
  for (const { effect, since } of unanswered(input)) Object.assign(all, due(policy, '997', `997/${effect.key}`, since));
  return all;
}

function isSent(effects: LedgerInput['effects'], key: string): boolean {
  return newestOf((name) => effects[name], key)?.status === 'done';
}

function due(policy: Policy, document: SlaDocument, timer: string, startsAt: string): Due {
  const rule = policy.sla[document];
  return rule === undefined ? {} : { [timer]: dueAt(rule, startsAt) };
}
