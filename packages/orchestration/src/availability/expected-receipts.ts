import { compare, subtract } from '@dist/canonical/arithmetic';
import { instantAt } from '../policy/instant-at.ts';
import type { AvailabilityPolicy } from './availability-policy.ts';
import type { LocationState } from './availability-state.ts';

/** Goods on their way that the number on hand does not hold yet. */
export interface OpenReceipt {
  readonly source: string;
  readonly receipt: string;
  readonly asOf: string;
  readonly quantity: string;
  /** Calendar date from which they can be sold. */
  readonly on: string;
}

/** What is expected and still to come. What should have come before today is not counted on any more. */
export function expectedReceipts(
  { receipts }: LocationState,
  { receipts: rule }: AvailabilityPolicy,
  today: string,
  received: (receipt: string) => string,
): readonly OpenReceipt[] {
  const found: OpenReceipt[] = [];
  for (const [source, bySource] of Object.entries(receipts)) {
    for (const [receipt, { quantity: total, on, asOf }] of Object.entries(bySource)) {
      const quantity = subtract(total, received(receipt));
      if (on < today || compare(quantity, '0') <= 0) continue;
      found.push({ source, receipt, asOf, quantity, on: daysAfter(on, rule.dockToStockDays) });
    }
  }
  return found;
}

/** A calendar date some days later. */
export function daysAfter(date: string, days: number): string {
  return instantAt(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).slice(0, 10);
}
