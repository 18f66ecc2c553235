import type { Remittance } from '@dist/canonical';
import { add, compare, negate, subtract, sum } from '@dist/canonical/arithmetic';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { Deduction } from '../word/event.ts';

/** A remittance (820): each of its lines told to the order of the invoice, once; as a whole or not at all (R24). */
export const remitting: Concern = {
  name: 'remitting',
  absorb: {
    'remittance.received': (view, fact) => {
      view.remittance = fact;
    },
  },
  holds: (step, hold) => {
    const { remittance } = step.view;
    if (remittance === undefined) return;
    const owner = ownerOf(step, 'partnerFormat');
    const rest = { class: 'partnerFormat', owner, since: remittance.at } as const;
    const gap = differenceOf(remittance.content);
    if (gap !== undefined) hold({ hold: 'remittance-sum', reason: gap, ...rest });
    const unknown = strangers(remittance);
    if (unknown.length > 0) hold({ hold: 'remittance-invoice', reason: unknown.join('; '), ...rest });
    const disputed = [...disputedOf(remittance)].map(
      ([invoice, orders]) => `invoice ${invoice} is said to be of ${orders.join(' and of ')}`,
    );
    const reason = `${disputed.join('; ')}: correct it; released, the first is told`;
    if (disputed.length > 0) hold({ hold: 'remittance-owner', reason, about: disputed.join(), ...rest });
  },
  issue: (step) => {
    const { remittance } = step.view;
    // A payment that does not add up is held as a whole; one with a strange invoice tells the others.
    if (remittance === undefined || Object.hasOwn(step.holds, 'remittance-sum')) return;
    const { content, owners } = remittance;
    const disputed = Object.hasOwn(step.holds, 'remittance-owner') ? disputedOf(remittance) : undefined;
    for (const { invoice, order } of owners)
      if (disputed?.has(invoice) !== true) advise(step, content, { invoice, order });
  },
};

/** Why the lines are not the payment: BPR02 is the sum of the net amounts, less adjustments without an invoice. */
function differenceOf({ lines, total, adjustments = [] }: Remittance): string | undefined {
  const net = sum(lines.map(({ net }) => net));
  const adjusted = adjustments.reduce((rest, { amount }) => add(rest, amount), net);
  if (compare(adjusted, total) === 0) return undefined;
  return `lines ${adjusted}, payment ${total}`;
}

/** Lines that can be told to no order: of an invoice that nobody owns, or of a whole order, which is no invoice. */
function strangers({ content, owners }: Fact<'remittance.received'>): readonly string[] {
  const known = new Set(owners.map(({ invoice }) => invoice));
  const isWhole = ({ type }: Remittance['lines'][number]) => type === 'order';
  const unknown = content.lines.flatMap((line) => (isWhole(line) || known.has(line.number) ? [] : line.number));
  const orders = content.lines.flatMap((line) => (isWhole(line) ? `order ${line.number} is paid, and no invoice` : []));
  return unknown.length === 0 ? orders : [`invoice ${unknown.join(', ')} is not ours`, ...orders];
}

/** Invoices with more than one owner: the money is one order's, and nobody can tell whose. */
function disputedOf({ owners }: Fact<'remittance.received'>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { invoice, order } of owners) {
    const orders = found.get(invoice) ?? [];
    if (!orders.includes(order)) found.set(invoice, [...orders, order]);
  }
  return new Map([...found].filter(([, orders]) => orders.length > 1));
}

function advise(
  step: Step,
  content: Remittance,
  { invoice, order }: { readonly invoice: string; readonly order: string },
): void {
  const key = effectKey.advisePayment(step.before.id, invoice);
  const lines = content.lines.filter(({ number, type }) => number === invoice && type !== 'order');
  if (lines.length === 0 || entryOf(step, key) !== undefined) return;
  const amount = sum(lines.map(({ net }) => net));
  const deductions = lines.flatMap(deductionsOf);
  const told = { type: 'payment.advised', payment: step.before.id, invoice, amount, deductions } as const;
  put(step, { key, lane: 'local', safety: 'idempotent', body: { type: 'order.tell', to: order, told } });
}

/** Adjustments that take something off, as positive amounts with their reasons; what no adjustment explains stays visible too. */
function deductionsOf({
  gross,
  discount = '0',
  net,
  adjustments = [],
}: Remittance['lines'][number]): readonly Deduction[] {
  const stated = adjustments
    .filter(({ amount }) => compare(amount, '0') < 0)
    .map(
      ({ amount, reason, note }): Deduction => ({
        reason,
        amount: negate(amount),
        ...(note !== undefined && { note }),
      }),
    );
  if (gross === undefined) return stated;
  const kept = adjustments.reduce((rest, { amount }) => add(rest, amount), subtract(subtract(gross, discount), net));
  return compare(kept, '0') > 0 ? [...stated, { reason: 'unexplained', amount: kept }] : stated;
}
