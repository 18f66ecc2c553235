import type { Purpose } from '@dist/canonical';
import * as z from 'zod';
import type { ErrorClass } from '../word/failure.ts';
import { layOver } from './policy-for.ts';
import {
  ChangeRules,
  DocumentRules,
  FulfillmentRules,
  InvoicingRules,
  MoneyRules,
  SubstitutionRule,
} from './sections.ts';
import { When } from './when.ts';

/** First row that fits wins. */
export interface RoutingRule {
  readonly when: When;
  readonly erp: string;
  /** ISO instants between which the row counts, by when the order was received: a cut-over in phases. */
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}

/** First row that fits wins; lower goes first. */
export interface PriorityRule {
  readonly when: When;
  readonly priority: number;
}

/** Documents with a deadline; `997` is the one that the partner owes us. */
export type SlaDocument = '855' | '856' | '810' | '865' | '997';

/** When a document is due (R26), in elapsed hours or in business days of a zone. */
export interface SlaRule {
  /** `received` is transport time, never parse time. */
  readonly startsAt: 'received' | 'shipped' | 'invoicePosted' | 'transmitted';
  readonly hours?: number | undefined;
  /** Whole business days, Monday to Friday less `holidays`: due at the same time of day in the zone. */
  readonly businessDays?:
    | { readonly days: number; readonly zone: string; readonly holidays?: readonly string[] | undefined }
    | undefined;
  /** What ends the clock: the sending (when absent), the transport's receipt, or the partner's acknowledgment. */
  readonly satisfiedBy?: 'transmitted' | 'mdn' | 'acknowledged' | undefined;
  /** What a breach costs, in the order's currency, for those who rank work by it. */
  readonly breachCost?: string | undefined;
  /** Whose breach it is; the integration team when absent. */
  readonly owner?: string | undefined;
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
  readonly changes: ChangeRules;
  readonly substitution: SubstitutionRule;
  readonly fulfillment: FulfillmentRules;
  readonly invoicing: InvoicingRules;
  readonly money: MoneyRules;
  readonly documents: DocumentRules;
  readonly errorClasses: Readonly<Record<ErrorClass, ErrorClassRule>>;
  /** What is otherwise for some partners or channels: every row that fits is laid over, in order (`policyFor`). */
  readonly overrides?: readonly PolicyOverride[] | undefined;
}

/** What differs for some orders. Objects are laid over field by field, lists and values are replaced. */
export interface PolicyOverride {
  readonly when: { readonly partner?: string | undefined; readonly channel?: 'edi' | 'shop' | undefined };
  readonly policy: PolicyPatch;
}

type Patch<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Patch<Value[Key]> | undefined }
    : Value;

/** The part of a policy that partners have for themselves. Routing, priorities and versions are of the whole. */
export type PolicyPatch = Patch<Omit<Policy, 'version' | 'routing' | 'priorities' | 'overrides'>>;

const text = z.string().min(1);
const percent = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal that is not negative');
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
    satisfiedBy: z.enum(['transmitted', 'mdn', 'acknowledged']).optional(),
    breachCost: percent.optional(),
    owner: text.optional(),
  })
  .refine((rule) => (rule.hours === undefined) !== (rule.businessDays === undefined), 'either hours or businessDays');
const routingRule = z.strictObject({
  when: When,
  erp: text,
  validFrom: z.iso.datetime({ offset: true }).optional(),
  validUntil: z.iso.datetime({ offset: true }).optional(),
});
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
const override = z.strictObject({
  when: z.strictObject({ partner: text.optional(), channel: z.enum(['edi', 'shop']).optional() }),
  policy: z.record(text, z.unknown()) as z.ZodType<PolicyPatch>,
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

const whole = z.strictObject({
  version: text,
  routing: z.array(routingRule).min(1),
  priorities: z.array(z.strictObject({ when: When, priority: z.number() })),
  sla: z.strictObject({
    '855': slaRule.optional(),
    '856': slaRule.optional(),
    '810': slaRule.optional(),
    '865': slaRule.optional(),
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
  changes: ChangeRules,
  substitution: SubstitutionRule,
  fulfillment: FulfillmentRules,
  invoicing: InvoicingRules,
  money: MoneyRules,
  documents: DocumentRules,
  errorClasses: z.record(errorClass, errorClassRule),
  overrides: z.array(override).optional(),
});

/** Checks a policy that comes from JSON: `Policy.safeParse(json)`. Unknown fields are errors, so that a typing mistake is seen. */
export const Policy: z.ZodType<Policy> = whole.superRefine((policy, context) => {
  policy.overrides?.forEach(({ policy: over }, index) => {
    const { overrides: _overrides, ...base } = policy;
    // What is laid over must leave a whole policy: that finds a wrong name or value in a patch without a second schema.
    for (const issue of whole.safeParse(layOver(base, over)).error?.issues ?? []) {
      context.addIssue({ ...issue, code: 'custom', path: ['overrides', index, 'policy', ...issue.path] });
    }
  });
});
