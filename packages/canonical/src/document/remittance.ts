import * as z from 'zod';
import { CalendarDate, Currency, DecimalString, Extensions, Party, Reference } from '../value/value.ts';

/** An amount added to (positive) or taken from (negative) what is paid, and why (X12 ADX). */
export interface Adjustment {
  /** Reason in the payer's code (X12 426). */
  reason: string;
  /** Signed, as the payer states it. */
  amount: DecimalString;
  reference?: Reference | undefined;
  note?: string | undefined;
}

export const Adjustment: z.ZodType<Adjustment> = z.strictObject({
  reason: z.string().min(1),
  amount: DecimalString,
  reference: Reference.optional(),
  note: z.string().optional(),
});

/** One document that is paid (X12 RMR): net = gross - discount + the adjustments. */
export interface RemittanceLine {
  /** What the number is of (RMR01: IV, CM, PO). */
  type: 'invoice' | 'creditMemo' | 'order';
  /** Number of the invoice, credit memo or order. */
  number: string;
  date?: CalendarDate | undefined;
  /** The buyer's purchase order number, where the payer tells it next to the invoice. */
  orderNumber?: string | undefined;
  /** The document's own total (RMR05). */
  gross?: DecimalString | undefined;
  /** Terms discount taken (RMR06). */
  discount?: DecimalString | undefined;
  adjustments?: Adjustment[] | undefined;
  /** What is paid of it (RMR04); negative for a credit. */
  net: DecimalString;
  references?: Reference[] | undefined;
  ext?: Extensions | undefined;
}

export const RemittanceLine: z.ZodType<RemittanceLine> = z.strictObject({
  type: z.enum(['invoice', 'creditMemo', 'order']),
  number: z.string().min(1),
  date: CalendarDate.optional(),
  orderNumber: z.string().min(1).optional(),
  gross: DecimalString.optional(),
  discount: DecimalString.optional(),
  adjustments: z.array(Adjustment).optional(),
  net: DecimalString,
  references: z.array(Reference).optional(),
  ext: Extensions.optional(),
});

/** A bank and an account there, as the payment names them (X12 BPR). Personal data: keep it out of logs. */
export interface BankAccount {
  /** Kind of bank number in the payer's code (X12 506): `01` ABA routing number. */
  bankType?: string | undefined;
  bank?: string | undefined;
  /** Kind of account in the payer's code (X12 569): `DA` demand deposit. */
  accountType?: string | undefined;
  account?: string | undefined;
}

export const BankAccount: z.ZodType<BankAccount> = z.strictObject({
  bankType: z.string().min(1).optional(),
  bank: z.string().min(1).optional(),
  accountType: z.string().min(1).optional(),
  account: z.string().min(1).optional(),
});

/** What is paid and what was taken off: X12 820. It tells of a payment; it is not the money. */
export interface Remittance {
  kind: 'remittance';
  version: '1';
  /** The payment by its trace number (TRN02); with the payer it is the identity. */
  traceNumber: string;
  /** The payer's company number (TRN03). */
  originatingCompany?: string | undefined;
  /** What comes with it (BPR01: C, I, D, U, X, P, in this order). */
  handling: 'paymentWithRemittance' | 'remittanceOnly' | 'paymentOnly' | 'split' | 'splitAtOption' | 'prenotification';
  /** Whether the payer pays (`credit`) or the payee draws (`debit`) (BPR03). */
  direction: 'credit' | 'debit';
  /** How (BPR04: ACH, CHK, FWT, SWT, BOP, NON, in this order). */
  method: 'ach' | 'check' | 'wire' | 'swift' | 'bankOption' | 'none';
  /** Format of the payment in the bank's code (BPR05): `CTX`. */
  format?: string | undefined;
  /** The day it takes effect (BPR16). */
  paidOn?: CalendarDate | undefined;
  /** Sum of the lines' nets and the adjustments (BPR02). */
  total: DecimalString;
  currency: string;
  payer: Party;
  payee?: Party | undefined;
  payerBank?: BankAccount | undefined;
  payeeBank?: BankAccount | undefined;
  references: Reference[];
  lines: RemittanceLine[];
  /** Deductions (negative) and additions that belong to no invoice. */
  adjustments?: Adjustment[] | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const Remittance: z.ZodType<Remittance> = z.strictObject({
  kind: z.literal('remittance'),
  version: z.literal('1'),
  traceNumber: z.string().min(1),
  originatingCompany: z.string().min(1).optional(),
  handling: z.enum([
    'paymentWithRemittance',
    'remittanceOnly',
    'paymentOnly',
    'split',
    'splitAtOption',
    'prenotification',
  ]),
  direction: z.enum(['credit', 'debit']),
  method: z.enum(['ach', 'check', 'wire', 'swift', 'bankOption', 'none']),
  format: z.string().min(1).optional(),
  paidOn: CalendarDate.optional(),
  total: DecimalString,
  currency: Currency,
  payer: Party,
  payee: Party.optional(),
  payerBank: BankAccount.optional(),
  payeeBank: BankAccount.optional(),
  references: z.array(Reference),
  lines: z.array(RemittanceLine),
  adjustments: z.array(Adjustment).optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});
