import type { Purpose } from '@dist/canonical';
import * as z from 'zod';
import type { ErrorClass } from '../word/failure.ts';
import { AuthorityRules } from './authority-rules.ts';
import { EnrichmentRules } from './enrichment-rules.ts';
import { isPlain } from './is-plain.ts';
import { layOver } from './policy-for.ts';
import { RetryRules } from './retry-rules.ts';
import {
  ChangeRules,
  DocumentRules,
  FulfillmentRules,
  InvoicingRules,
  MoneyRules,
  SubstitutionRule,
} from './sections.ts';
import { type SlaDocument, SlaRule, slaFaults } from './sla-rule.ts';
import { When } from './when.ts';
import { WorkRules } from './work-rules.ts';

export type { SlaDocument, SlaRule } from './sla-rule.ts';

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

/** What to do when a purchase order comes again with a purpose (R04). */
export interface DuplicateRule {
  /** No such order yet. */
  readonly whenNew: 'create' | 'note' | 'cancel';
  /** The order exists and says the same. */
  readonly whenEqual: 'note' | 'acknowledge' | 'hold' | 'cancel';
  /** The order exists and says something else. */
  readonly whenDifferent: 'note' | 'hold' | 'cancel' | 'replace';
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
  /** A shop is told of what will not come (`shop.cancel`); not when absent. */
  readonly cancellations?: boolean | undefined;
}

/**
 * Every decision that differs between companies, as JSON. An order is pinned to the version it was captured under:
 * change a policy by a new version, never in place.
 */
export interface Policy {
  /** Of the JSON Schema that an editor checks it by. */
  readonly $schema?: string | undefined;
  readonly version: string;
  readonly routing: readonly RoutingRule[];
  readonly priorities: readonly PriorityRule[];
  readonly sla: Readonly<Partial<Record<SlaDocument, SlaRule | undefined>>>;
  readonly retry: RetryRules;
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
  readonly enrichment: EnrichmentRules;
  readonly changes: ChangeRules;
  readonly substitution: SubstitutionRule;
  readonly fulfillment: FulfillmentRules;
  readonly invoicing: InvoicingRules;
  readonly money: MoneyRules;
  readonly documents: DocumentRules;
  readonly authority: AuthorityRules;
  readonly errorClasses: Readonly<Record<ErrorClass, ErrorClassRule>>;
  readonly work: WorkRules;
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
export type PolicyPatch = Patch<Omit<Policy, '$schema' | 'version' | 'routing' | 'priorities' | 'overrides'>>;

const text = z.string().min(1);
const percent = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal that is not negative');
const routingRule = z.strictObject({
  when: When,
  erp: text,
  validFrom: z.iso.datetime({ offset: true }).optional(),
  validUntil: z.iso.datetime({ offset: true }).optional(),
});
const duplicateRule = z.strictObject({
  whenNew: z.enum(['create', 'note', 'cancel']),
  whenEqual: z.enum(['note', 'acknowledge', 'hold', 'cancel']),
  whenDifferent: z.enum(['note', 'hold', 'cancel', 'replace']),
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
  cancellations: z.boolean().optional(),
});
const override = z.strictObject({
  when: z.strictObject({ partner: text.optional(), channel: z.enum(['edi', 'shop']).optional() }),
  // As it is: a record would leave a field called `__proto__` out, and nobody would hear of it.
  policy: z.unknown().refine(isPlain, 'an object of fields of a policy') as z.ZodType<PolicyPatch>,
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

const fields = z.strictObject({
  $schema: z.string().optional(),
  version: text,
  routing: z.array(routingRule).min(1),
  priorities: z.array(z.strictObject({ when: When, priority: z.number() })),
  sla: z.strictObject({
    '855': SlaRule.optional(),
    '856': SlaRule.optional(),
    '810': SlaRule.optional(),
    '865': SlaRule.optional(),
    '997': SlaRule.optional(),
  }),
  retry: RetryRules,
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
  enrichment: EnrichmentRules,
  changes: ChangeRules,
  substitution: SubstitutionRule,
  fulfillment: FulfillmentRules,
  invoicing: InvoicingRules,
  money: MoneyRules,
  documents: DocumentRules,
  authority: AuthorityRules,
  errorClasses: z.record(errorClass, errorClassRule),
  work: WorkRules,
  overrides: z.array(override).optional(),
});

/** A deadline starts where its document can, and one that is counted in a calendar names one of the policy. */
const whole = fields.superRefine(({ sla, work }, context) => {
  for (const [document, rule] of Object.entries(sla)) {
    for (const { name, message } of slaFaults(document as SlaDocument, rule))
      context.addIssue({ code: 'custom', message, path: ['sla', document, name] });
    const days = rule?.businessDays;
    if (days === undefined || !('calendar' in days) || Object.hasOwn(work.calendars, days.calendar)) continue;
    const path = ['sla', document, 'businessDays', 'calendar'];
    context.addIssue({ code: 'custom', message: 'is no calendar of `work.calendars`', path });
  }
});

/** Checks a policy that comes from JSON: `Policy.safeParse(json)`. Unknown fields are errors, so that a typing mistake is seen. */
export const Policy: z.ZodType<Policy> = whole.superRefine((policy, context) => {
  policy.overrides?.forEach(({ policy: over }, index) => {
    const { overrides: _overrides, ...base } = policy;
    const fault = (message: string, ...path: readonly PropertyKey[]) =>
      context.addIssue({ code: 'custom', message, path: ['overrides', index, 'policy', ...path] });
    for (const name of ofTheWhole) if (Object.hasOwn(over, name)) fault('is of the whole, not of a partner', name);
    // What is laid over must leave a whole policy: that finds a wrong name or value in a patch without a second schema.
    for (const issue of whole.safeParse(layOver(base, over)).error?.issues ?? []) {
      if (issue.code !== 'unrecognized_keys') fault(issue.message, ...issue.path);
      else for (const name of issue.keys) fault('is no field of a policy', ...issue.path, name);
    }
  });
});

const ofTheWhole = ['$schema', 'version', 'routing', 'priorities', 'overrides'] as const;
