import type { Purpose } from '@dist/canonical';
import * as z from 'zod';
import type { ErrorClass } from '../word/failure.ts';

/** Which orders (or parts of orders) a row of a table is for. An empty condition fits all. */
export interface When {
  readonly partner?: string | undefined;
  readonly channel?: 'edi' | 'shop' | undefined;
  /** A number of the order's ship-from party. */
  readonly warehouse?: string | undefined;
  /** Percent of orders, 0 to 100, chosen by a hash of partner and order number: the same order always falls the same way. */
  readonly share?: number | undefined;
}

/** First row that fits wins. */
export interface RoutingRule {
  readonly when: When;
  readonly erp: string;
}

/** First row that fits wins; lower goes first. */
export interface PriorityRule {
  readonly when: When;
  readonly priority: number;
}

/** Documents with a deadline; `997` is the one that the partner owes us. */
export type SlaDocument = '855' | '856' | '810' | '997';

/** When a document is due (R26), in elapsed hours or in business days of a zone. */
export interface SlaRule {
  /** `received` is transport time, never parse time. */
  readonly startsAt: 'received' | 'shipped' | 'invoicePosted' | 'transmitted';
  readonly hours?: number | undefined;
  /** Whole business days, Monday to Friday less `holidays`: due at the same time of day in the zone. */
  readonly businessDays?:
    | { readonly days: number; readonly zone: string; readonly holidays?: readonly string[] | undefined }
    | undefined;
  readonly satisfiedBy?: 'transmitted' | undefined;
}

/** What to do when a purchase order comes again with a purpose (R04). */
export interface DuplicateRule {
  /** No such order yet. */
  readonly whenNew: 'create' | 'note' | 'cancel';
  /** The order exists and says the same. */
  readonly whenEqual: 'note' | 'acknowledge' | 'hold' | 'cancel';
  /** The order exists and says something else. */
  readonly whenDifferent: 'note' | 'hold' | 'cancel';
}

/** What a class of failure means: whose it is, whether the machine may try again, whether the partner may charge for it. */
export interface ErrorClassRule {
  readonly owner: string;
  readonly retryable: boolean;
  readonly chargebackRisk: 'none' | 'low' | 'high';
}

/** What the documents of a channel owe each other. */
export interface ChannelRule {
  /** An 855 is owed for each order. */
  readonly acknowledge: boolean;
  /** The partner owes a 997 for each document; an order is not closed before. */
  readonly functionalAcknowledgment: boolean;
  /** Invoices are paid later; an order is not closed before. */
  readonly payment: boolean;
}

/**
 * Every decision that differs between companies, as JSON. An order is pinned to the version it was captured under:
 * change a policy by a new version, never in place.
 */
export interface Policy {
  readonly version: string;
  readonly routing: readonly RoutingRule[];
  readonly priorities: readonly PriorityRule[];
  readonly sla: Readonly<Partial<Record<SlaDocument, SlaRule | undefined>>>;
  readonly retry: {
    readonly maximumAttempts: number;
    /** Wait after the first, second, … attempt; the last holds for all further ones. */
    readonly backoffSeconds: readonly number[];
    /** Wait before a lost answer is looked up, so that an order still on its way can land. */
    readonly lookUpAfterSeconds: number;
  };
  readonly duplicates: {
    /** Top-level fields of an order that do not count as content. */
    readonly ignore: readonly string[];
    readonly byPurpose: Readonly<Record<Purpose, DuplicateRule>>;
  };
  readonly price: {
    /** How far the buyer's price may be from ours, in percent of ours. */
    readonly tolerancePercent: string;
    /** At most this much per unit as well, where it is set. */
    readonly toleranceAmount?: string | undefined;
    /** Beyond it: a hold for the pricing team, or on to the ERP, which decides. */
    readonly outside: 'hold' | 'pass';
  };
  /** How much more than ordered may ship without asking, in percent of what was ordered. */
  readonly overShipment: { readonly tolerancePercent: string };
  readonly channels: Readonly<Record<'edi' | 'shop', ChannelRule>>;
  readonly errorClasses: Readonly<Record<ErrorClass, ErrorClassRule>>;
}

const text = z.string().min(1);
const percent = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal that is not negative');
const when = z.strictObject({
  partner: text.optional(),
  channel: z.enum(['edi', 'shop']).optional(),
  warehouse: text.optional(),
  share: z.number().min(0).max(100).optional(),
});
const businessDays = z.strictObject({
  days: z.int().min(0),
  zone: text,
  holidays: z.array(z.iso.date()).optional(),
});
const slaRule = z
  .strictObject({
    startsAt: z.enum(['received', 'shipped', 'invoicePosted', 'transmitted']),
    hours: z.number().min(0).optional(),
    businessDays: businessDays.optional(),
    satisfiedBy: z.literal('transmitted').optional(),
  })
  .refine((rule) => (rule.hours === undefined) !== (rule.businessDays === undefined), 'either hours or businessDays');
const duplicateRule = z.strictObject({
  whenNew: z.enum(['create', 'note', 'cancel']),
  whenEqual: z.enum(['note', 'acknowledge', 'hold', 'cancel']),
  whenDifferent: z.enum(['note', 'hold', 'cancel']),
});
const errorClassRule = z.strictObject({
  owner: text,
  retryable: z.boolean(),
  chargebackRisk: z.enum(['none', 'low', 'high']),
});
const channelRule = z.strictObject({
  acknowledge: z.boolean(),
  functionalAcknowledgment: z.boolean(),
  payment: z.boolean(),
});
const errorClass = z.enum([
  'transport',
  'throttled',
  'system',
  'inDoubt',
  'pricing',
  'customerMaster',
  'itemCrossReference',
  'unitOfMeasure',
  'inventory',
  'credit',
  'partnerFormat',
  'configuration',
]);

/** Checks a policy that comes from JSON: `Policy.safeParse(json)`. Unknown fields are errors, so that a typing mistake is seen. */
export const Policy: z.ZodType<Policy> = z.strictObject({
  version: text,
  routing: z.array(z.strictObject({ when, erp: text })).min(1),
  priorities: z.array(z.strictObject({ when, priority: z.number() })),
  sla: z.strictObject({
    '855': slaRule.optional(),
    '856': slaRule.optional(),
    '810': slaRule.optional(),
    '997': slaRule.optional(),
  }),
  retry: z.strictObject({
    maximumAttempts: z.int().min(1),
    backoffSeconds: z.array(z.number().min(0)).min(1),
    lookUpAfterSeconds: z.number().min(0),
  }),
  duplicates: z.strictObject({
    ignore: z.array(text),
    byPurpose: z.strictObject({
      original: duplicateRule,
      cancellation: duplicateRule,
      replace: duplicateRule,
      confirmation: duplicateRule,
      duplicate: duplicateRule,
      informationCopy: duplicateRule,
    }),
  }),
  price: z.strictObject({
    tolerancePercent: percent,
    toleranceAmount: percent.optional(),
    outside: z.enum(['hold', 'pass']),
  }),
  overShipment: z.strictObject({ tolerancePercent: percent }),
  channels: z.strictObject({ edi: channelRule, shop: channelRule }),
  errorClasses: z.record(errorClass, errorClassRule),
});
