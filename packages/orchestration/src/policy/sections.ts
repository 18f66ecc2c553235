import * as z from 'zod';
import { Days } from './days.ts';
import { Hours } from './hours.ts';

/** How change orders are taken (R17). */
export interface ChangeRules {
  /** What a quantity in an 860 means where neither the document nor the event says; without it such a change is held. */
  readonly quantities?: 'total' | 'difference' | undefined;
  /** How long a change waits for its order, or for the change before it, until a person is asked. */
  readonly waitHours: number;
}

/** How goods leave (R21, R22). */
export interface FulfillmentRules {
  /** Whose report of a shipment is the partner's: the ERP's, or the warehouse's confirmation. */
  readonly shipmentsFrom: 'erp' | 'warehouse';
  /** Whether we release accepted parts to the warehouse (940); otherwise the ERP does. */
  readonly release: boolean;
  /** Whether a shipment that the warehouse confirmed is told to the ERP. */
  readonly postShipments: boolean;
  /** Whether the notice waits until the ERP has posted the shipment. */
  readonly noticeNeedsPosting: boolean;
  /** `load`: one notice for all orders of a load (R15), made by the shipment machine. */
  readonly noticePer: 'shipment' | 'load';
  /** `forbidden`: what the ERP has no stock for is cancelled there and refused in the 855. */
  readonly backorders: 'allowed' | 'forbidden';
  /** What a warehouse's short confirmation leaves: `shortShip` ends the line, `backorder` waits. */
  readonly short: 'shortShip' | 'backorder';
  /** How a notice that went out wrong is put right (R22). */
  readonly correction: 'replace' | 'cancelAndNew' | 'portal' | 'notAllowed';
}

/** When an invoice may leave (R23). */
export interface InvoicingRules {
  /** `notified`: what it bills is on a notice that was issued and not rejected; `shipped`: it was shipped; `none`: at once. */
  readonly gate: 'notified' | 'shipped' | 'none';
  /** Whether we ask the ERP to invoice each shipment. */
  readonly ask: boolean;
  /** Codes of allowances and charges that are agreed; an invoice with another one is held. All are when absent. */
  readonly agreedCharges?: readonly string[] | undefined;
}

/** Payments, deductions, credit and returns (R24, R25). */
export interface MoneyRules {
  /** Whether an advised payment is booked in the ERP by us. */
  readonly applyCash: boolean;
  /** Whether we ask the ERP for a credit memo once a return is inspected. */
  readonly askCredit: boolean;
  /** Whether a credit check comes before the submit. */
  readonly creditCheck: boolean;
  /** Who owns a deduction, and within how many calendar days it is disputed. */
  readonly deductions: { readonly owner: string; readonly disputeDays: number };
}

/** Substitutes (R20): with `needsConsent` a person or the buyer decides each. */
export type SubstitutionRule = 'never' | 'needsConsent' | 'allowed';

/** What is done with documents that the partner leaves unanswered. */
export interface DocumentRules {
  /** Sends it again, under new numbers, this many times at most; 0 only tells of it (R13). */
  readonly resendUnacknowledged: number;
}

export const ChangeRules: z.ZodType<ChangeRules> = z.strictObject({
  quantities: z.enum(['total', 'difference']).optional(),
  waitHours: Hours.refine((hours) => hours >= 0, 'hours that are not negative'),
});
export const FulfillmentRules: z.ZodType<FulfillmentRules> = z
  .strictObject({
    shipmentsFrom: z.enum(['erp', 'warehouse']),
    release: z.boolean(),
    postShipments: z.boolean(),
    noticeNeedsPosting: z.boolean(),
    noticePer: z.enum(['shipment', 'load']),
    backorders: z.enum(['allowed', 'forbidden']),
    short: z.enum(['shortShip', 'backorder']),
    correction: z.enum(['replace', 'cancelAndNew', 'portal', 'notAllowed']),
  })
  .refine((rules) => !rules.noticeNeedsPosting || rules.postShipments || rules.shipmentsFrom === 'erp', {
    message: 'the notice would wait for ever: nothing posts what the warehouse ships (`postShipments`)',
    path: ['noticeNeedsPosting'],
  });
export const InvoicingRules: z.ZodType<InvoicingRules> = z.strictObject({
  gate: z.enum(['notified', 'shipped', 'none']),
  ask: z.boolean(),
  agreedCharges: z.array(z.string().min(1)).optional(),
});
export const MoneyRules: z.ZodType<MoneyRules> = z.strictObject({
  applyCash: z.boolean(),
  askCredit: z.boolean(),
  creditCheck: z.boolean(),
  deductions: z.strictObject({
    owner: z.string().min(1),
    disputeDays: Days.refine((days) => days >= 0, 'days that are not negative'),
  }),
});
export const SubstitutionRule: z.ZodType<SubstitutionRule> = z.enum(['never', 'needsConsent', 'allowed']);
export const DocumentRules: z.ZodType<DocumentRules> = z.strictObject({ resendUnacknowledged: z.int().min(0) });
