import type { Return } from '@dist/canonical';
import { compare } from '@dist/canonical/arithmetic';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { partOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { inBaseUnit } from '../kernel/row.ts';
import { entryOf, type Step } from '../kernel/step.ts';
import type { LineQuantity } from '../word/event.ts';

/** Returns (R25): credit follows what the inspection accepted, never the receipt, and never more. */
export const returning: Concern = {
  name: 'returning',
  absorb: {
    'return.reported': (view, { content }) => {
      const known = view.returns.get(content.number);
      if (known === undefined || rank[content.status] > rank[known.status]) view.returns.set(content.number, content);
    },
  },
  holds: (step, hold) => {
    for (const number of step.view.unbilled) {
      const fact = step.view.invoices.get(number)?.fact;
      if (fact?.rma === undefined || fact.invoice.type !== 'creditMemo') continue;
      const reason = faultOf(step, fact.rma, fact.invoice.lines);
      if (reason === undefined) continue;
      const owner = ownerOf(step, 'pricing');
      hold({
        hold: `invoice/${number}`,
        reason: `credit memo ${number}: ${reason}`,
        class: 'pricing',
        owner,
        since: fact.at,
      });
    }
  },
  issue: (step) => {
    if (step.view.returns.size === 0 || !step.policy.money.askCredit) return;
    for (const content of step.view.returns.values()) askCredit(step, content);
  },
};

const rank = { requested: 0, denied: 1, authorized: 1, received: 2, inspected: 3, credited: 4, cancelled: 5 } as const;

/** Why a credit memo for a return may not go out. */
function faultOf({ view }: Step, rma: string, lines: readonly LineQuantity[]): string | undefined {
  const content = view.returns.get(rma);
  if (content === undefined || rank[content.status] < rank.inspected) return `return ${rma} is not inspected`;
  const accepted = new Map(acceptedLines(content).map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { lineId, quantity } of lines) {
    const row = view.rows.get(lineId);
    const found = accepted.get(lineId);
    const most = row && found ? inBaseUnit(row, found) : found?.value;
    const asked = (row && inBaseUnit(row, quantity)) ?? quantity.value;
    const size = asked.startsWith('-') ? asked.slice(1) : asked;
    if (most === undefined || compare(size, most) > 0) {
      return `line ${lineId}: ${size} credited, ${most ?? '0'} accepted by the inspection`;
    }
  }
  return undefined;
}

/** What the inspection accepted, by line of the order. */
function acceptedLines({ lines }: Return): readonly LineQuantity[] {
  return lines.flatMap(({ lineId, original, outcomes = [] }) =>
    outcomes
      .filter(({ decision }) => decision === 'accepted')
      .map(({ quantity }) => ({ lineId: original?.lineId ?? lineId, quantity })),
  );
}

function askCredit(step: Step, content: Return): void {
  const { view } = step;
  const lines = content.status === 'inspected' ? acceptedLines(content) : [];
  const key = effectKey.askCredit(step.before.id, content.number);
  if (lines.length === 0 || entryOf(step, key) !== undefined) return;
  const first = lines[0]?.lineId ?? '';
  const part = [...view.parts.values()].find((known) => known.part?.lines.some(({ lineId }) => lineId === first));
  const { part: named, accepted } = partOf(view, part?.partId ?? '');
  if (named === undefined || accepted === undefined) return;
  const { erp, partId, externalReference } = named;
  const name = { erp, partId, externalReference, number: accepted.number };
  put(step, {
    key,
    lane: `erp:${erp}`,
    safety: 'idempotent',
    body: { type: 'erp.credit', ...name, rma: content.number, lines },
  });
}
