import { instantAt } from '../policy/instant-at.ts';
import type { Policy } from '../policy/policy.ts';
import type { Deduction } from '../word/event.ts';
import type { OrderState } from '../word/state.ts';
import { viewOf } from './view-of.ts';

/** What a buyer kept back of an invoice, whose it is and until when it may be disputed (R24). */
export interface DeductionRecord extends Deduction {
  readonly payment: string;
  readonly invoice: string;
  readonly owner: string;
  /** Calendar date. */
  readonly disputeBy: string;
  readonly status: 'open' | 'accepted' | 'disputed';
}

/** Every deduction that the remittances of an order state. */
export function deductions(state: OrderState, policy: Policy): readonly DeductionRecord[] {
  const { advised, decided } = viewOf(state);
  const { owner, disputeDays } = policy.money.deductions;
  return [...advised].flatMap(([name, { payment, invoice, at, deductions: kept = [] }]) =>
    kept.map((deduction) => ({
      ...deduction,
      payment,
      invoice,
      owner,
      disputeBy: daysLater(at, disputeDays),
      status: decided.get(name)?.decision ?? ('open' as const),
    })),
  );
}

function daysLater(at: string, days: number): string {
  return instantAt(Date.parse(at) + days * 86_400_000).slice(0, 10);
}
