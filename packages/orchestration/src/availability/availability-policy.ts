import * as z from 'zod';
import { Days } from '../policy/days.ts';
import { Seconds } from '../policy/seconds.ts';

/** How old a number may be, and what is done with one that is older. */
export interface AgeLimit {
  readonly seconds: number;
  /** `block`: nothing is promised on it; `useWithBuffer`: part of it is kept back; `use`: it counts, and is called stale. */
  readonly whenOlder: 'block' | 'useWithBuffer' | 'use';
  /** What `useWithBuffer` keeps back, in percent of the number on hand, or of the receipt. */
  readonly bufferPercent: string;
}

/** What is kept back for good, and how an item is counted. First row that fits wins. */
export interface ItemRule {
  readonly item?: string | undefined;
  readonly location?: string | undefined;
  /** In the item's base unit. */
  readonly safetyStock: string;
  /** Digits after the point that quantities are promised in: 0 for what is counted in pieces. */
  readonly places: number;
}

/** What a channel sees of the stock: of what can be promised less `buffer`, `share` percent, at most `cap`. */
export interface AvailabilityChannelRule {
  /** Where it sells from, in this order; everywhere when absent. */
  readonly locations?: readonly string[] | undefined;
  /** Percent, 0 to 100, of what is left. */
  readonly share: string;
  readonly cap?: string | undefined;
  readonly buffer: string;
  /** Whether its reservations stay within what it sees too, and not only within what can be promised. */
  readonly limited: boolean;
  /** It is told of a change of so much or more, of each one to or from nothing, */
  readonly tellFrom: string;
  /** and of every change while there was or is so much or less. */
  readonly tellAlwaysAt: string;
  /** Queue of what it is told: `shop:web`. */
  readonly lane: string;
}

/** Every decision about stock that differs between companies, as JSON. */
export interface AvailabilityPolicy {
  readonly version: string;
  /** Since when it holds: the age of the numbers that stand in it. */
  readonly since: string;
  readonly onHand: {
    /** Whose number it is (R20): the first of them that has reported a location. */
    readonly sources: readonly string[];
    /** `contiguous`: each number of a report is one more than that before, and one left out is missing. */
    readonly numbered: 'contiguous' | 'rising';
    /** With more deltas than this since the last snapshot the number counts as old. */
    readonly maximumDeltas: number;
    readonly limit: AgeLimit;
  };
  readonly allocations: {
    /** Who has to report; another source's report counts too, and nobody misses it. */
    readonly sources: readonly string[];
    readonly limit: AgeLimit;
  };
  readonly receipts: {
    /** Calendar days from arrival until goods can be sold. */
    readonly dockToStockDays: number;
    /** `block` leaves an old receipt out. */
    readonly limit: AgeLimit;
  };
  readonly items: readonly ItemRule[];
  readonly channels: Readonly<Record<string, AvailabilityChannelRule>>;
  readonly reservations: { readonly holdSeconds: number; readonly maximumHoldSeconds: number };
  /** How long what is settled is remembered, for reports and requests that come late. */
  readonly rememberSeconds: number;
}

const text = z.string().min(1);
const decimal = z.string().regex(/^\d+(?:\.\d+)?$/, 'expected a decimal of zero or more');
const percent = decimal.refine((value) => Number(value) <= 100, 'expected 0 to 100');
const seconds = Seconds;
const limit = z.strictObject({
  seconds,
  whenOlder: z.enum(['block', 'useWithBuffer', 'use']),
  bufferPercent: percent,
});

export const AvailabilityPolicy: z.ZodType<AvailabilityPolicy> = z.strictObject({
  version: text,
  since: z.iso.datetime(),
  onHand: z.strictObject({
    sources: z.array(text).min(1),
    numbered: z.enum(['contiguous', 'rising']),
    maximumDeltas: z.int().min(0),
    limit,
  }),
  allocations: z.strictObject({ sources: z.array(text), limit }),
  receipts: z.strictObject({ dockToStockDays: Days.refine((days) => days >= 0, 'days that are not negative'), limit }),
  items: z.array(
    z.strictObject({
      item: text.optional(),
      location: text.optional(),
      safetyStock: decimal,
      places: z.int().min(0).max(9),
    }),
  ),
  channels: z.record(
    text,
    z.strictObject({
      locations: z.array(text).optional(),
      share: percent,
      cap: decimal.optional(),
      buffer: decimal,
      limited: z.boolean(),
      tellFrom: decimal,
      tellAlwaysAt: decimal,
      lane: text,
    }),
  ),
  reservations: z.strictObject({ holdSeconds: seconds, maximumHoldSeconds: seconds }),
  rememberSeconds: seconds,
});
