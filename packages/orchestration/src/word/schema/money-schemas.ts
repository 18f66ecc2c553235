import { DecimalString, Invoice, Return } from '@dist/canonical';
import * as z from 'zod';
import type { MoneyWords } from '../event/money-events.ts';
import type { Deduction } from '../event.ts';
import { text, type WordSchemas, wordSchema } from './word-schema.ts';

/** What an advice takes off an invoice. */
export const deductionSchema: z.ZodType<Deduction> = z.strictObject({
  reason: z.string(),
  amount: DecimalString,
  note: z.string().optional(),
});

/** What is stored of invoices, money and returns. */
export const moneySchemas: WordSchemas<MoneyWords['type']> = {
  'invoice.posted': wordSchema('invoice.posted', {
    partId: text,
    invoice: Invoice,
    of: text.optional(),
    rma: text.optional(),
  }),
  'invoice.voided': wordSchema('invoice.voided', { invoice: text, reason: z.string() }),
  'payment.advised': wordSchema('payment.advised', {
    payment: text,
    invoice: text,
    amount: DecimalString,
    deductions: z.array(deductionSchema).optional(),
  }),
  'payment.applied': wordSchema('payment.applied', {
    invoice: text,
    amount: DecimalString,
    payment: text.optional(),
  }),
  'deduction.decided': wordSchema('deduction.decided', {
    payment: text,
    invoice: text,
    decision: z.enum(['accepted', 'disputed']),
    by: text,
    reason: z.string().optional(),
  }),
  'return.reported': wordSchema('return.reported', { content: Return }),
};
