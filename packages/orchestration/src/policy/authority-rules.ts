import * as z from 'zod';

/** Who reports on an order; `us` is what the journal knows. */
export type ReportingSystem = 'erp' | 'warehouse' | 'partner' | 'shop' | 'us';

/** What reports are about, in groups that one system owns. */
export type FieldGroup =
  /** That an ERP order exists for a part of the order. */
  | 'acceptance'
  /** What is still to ship of a line, where it is not more than we know. */
  | 'quantity'
  /** More of a line than we know, or a line that the order does not have. */
  | 'raisedQuantity'
  | 'cancellation'
  | 'price'
  | 'shipTo'
  /** That goods left, and how many. Its owner is `fulfillment.shipmentsFrom`. */
  | 'shipment'
  | 'tracking'
  | 'invoice'
  | 'tax'
  | 'payment';

/** What a report does: nothing, wait for a person, or become what we know. */
export type Handling = 'ignore' | 'hold' | 'adopt';

/** What a report of a system that is not the owner does. */
export interface ConflictRule {
  /** Nothing is known of it yet. */
  readonly whenNew: Handling;
  /** Something else is known. */
  readonly whenDifferent: Handling;
  /** Systems whose reports are handled otherwise, new or different. */
  readonly of?: Readonly<Partial<Record<ReportingSystem, Handling | undefined>>> | undefined;
}

/** Which system a field group belongs to: its reports are adopted. */
export interface AuthorityRule extends ConflictRule {
  readonly owner: ReportingSystem;
}

/** Whose word counts, by field group (R20), and how far back a poll looks (R28). */
export interface AuthorityRules {
  /** A poll begins this much before the end of the last one: for what an ERP shows late, and for clocks that differ. */
  readonly overlapSeconds: number;
  /** How long what has no deadline of its own may be on its way before a report names it. */
  readonly graceSeconds: number;
  readonly fields: Readonly<Record<Exclude<FieldGroup, 'shipment'>, AuthorityRule>> & {
    readonly shipment: ConflictRule;
  };
}

const system = z.enum(['erp', 'warehouse', 'partner', 'shop', 'us']);
const handling = z.enum(['ignore', 'hold', 'adopt']);
const conflictRule = z.strictObject({
  whenNew: handling,
  whenDifferent: handling,
  of: z.partialRecord(system, handling).optional(),
});
const authorityRule = conflictRule.extend({ owner: system });

export const AuthorityRules: z.ZodType<AuthorityRules> = z.strictObject({
  overlapSeconds: z.number().min(0),
  graceSeconds: z.number().min(0),
  fields: z.strictObject({
    acceptance: authorityRule,
    quantity: authorityRule,
    raisedQuantity: authorityRule,
    cancellation: authorityRule,
    price: authorityRule,
    shipTo: authorityRule,
    shipment: conflictRule,
    tracking: authorityRule,
    invoice: authorityRule,
    tax: authorityRule,
    payment: authorityRule,
  }),
});
