import type { AgeLimit } from './availability-policy.ts';

/** A number that is not to be relied on, and what would mend it. */
export interface StaleNumber {
  readonly number: 'onHand' | 'allocated' | 'inbound';
  readonly source: string;
  /** `missing`: never reported; `gap`: a report between two others has not come; `deltas`: too many since a snapshot. */
  readonly why: 'old' | 'missing' | 'gap' | 'deltas';
  /** What the policy does with it. */
  readonly handling: AgeLimit['whenOlder'];
  /** One sentence for a person: what is wrong, what to do, what happens until then. */
  readonly advice: string;
}

const names = { onHand: 'number on hand', allocated: 'allocations', inbound: 'expected receipts' } as const;
const until = {
  block: 'nothing is promised on it until then',
  useWithBuffer: 'a part is kept back until then',
  use: 'it is used until then',
} as const;

/** Says what is wrong with a number of a source; `what` is the fault in words: `4000 s old`. */
export function staleNumber(
  number: StaleNumber['number'],
  source: string,
  why: StaleNumber['why'],
  { whenOlder }: AgeLimit,
  what: string,
): StaleNumber {
  const advice = `${source}, ${names[number]}: ${what}; ask for a complete report, ${until[whenOlder]}`;
  return { number, source, why, handling: whenOlder, advice };
}
