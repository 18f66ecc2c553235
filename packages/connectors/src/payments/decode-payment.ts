import { type Party, Remittance, type RemittanceLine, type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { present } from '../port/present.ts';
import { fromMinor } from './minor-amount.ts';

/** Names of the account's metadata that say what is paid: Stripe knows neither invoices nor orders of ours. */
export interface PaymentWords {
  readonly invoice: string;
  readonly order: string;
}

/** The last second that a date of four digits of the year tells, since 1970. */
export const lastSecond = 253_402_300_799;

/** What every object with money has: schemas payment_intent, refund and dispute. */
const moneyWire = {
  id: z.string().min(1),
  currency: z.string().regex(/^[A-Za-z]{3}$/),
  created: z.int().nonnegative().max(lastSecond),
  metadata: z.record(z.string(), z.string()).nullish(),
};

const reference = z
  .union([z.string(), z.looseObject({ id: z.string() })])
  .nullish()
  .transform((value) => (typeof value === 'object' ? value?.id : value));

const intentWire = z.looseObject({
  ...moneyWire,
  status: z.string(),
  amount_received: z.int().nonnegative(),
  customer: reference,
  payment_method_types: z.array(z.string()).nullish(),
});

const refundWire = z.looseObject({
  ...moneyWire,
  amount: z.int().nonnegative(),
  status: z.string().nullish(),
  payment_intent: reference,
  charge: reference,
});

const disputeWire = z.looseObject({
  ...moneyWire,
  amount: z.int().nonnegative(),
  reason: z.string(),
  payment_intent: reference,
});

interface Money {
  readonly id: string;
  readonly currency: string;
  readonly created: number;
  readonly amount: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * A payment intent as an advice. `value` is undefined where nothing is paid yet: only `succeeded` is. The money lies at
 * Stripe then and not in a bank, so that the advice is a remittance alone (R24).
 */
export function decodePayment(json: unknown, words: PaymentWords): Result<Remittance | undefined> {
  const wire = validate(intentWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { value } = wire;
  if (value.status !== 'succeeded') return { ok: true, issues: wire.issues, value: undefined };
  const payer: Party = { ids: value.customer ? [{ scheme: 'channel', value: value.customer }] : [] };
  const [method, ...others] = value.payment_method_types ?? [];
  const money = { ...value, amount: value.amount_received, metadata: value.metadata ?? {} };
  return remittanceOf(money, {
    payer,
    method: method === 'us_bank_account' && others.length === 0 ? 'ach' : 'none',
    format: others.length === 0 ? method : undefined,
    lines: (amount) => lineOf(money.metadata, words, amount),
    unapplied: 'unapplied',
  });
}

/** A refund as an advice of ours: we pay. `value` is undefined for one that failed or waits. */
export function decodeRefund(json: unknown, words: PaymentWords): Result<Remittance | undefined> {
  const wire = validate(refundWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { value } = wire;
  if (value.status !== 'succeeded') return { ok: true, issues: wire.issues, value: undefined };
  const money = { ...value, metadata: value.metadata ?? {} };
  return remittanceOf(money, {
    payer: { ids: [] },
    method: 'none',
    of: value.payment_intent ?? value.charge ?? undefined,
    lines: (amount) => lineOf(money.metadata, words, amount),
    unapplied: 'refund',
  });
}

/** A dispute whose money Stripe took: a deduction with the bank's reason, which nobody has agreed to yet (R24). */
export function decodeDispute(json: unknown): Result<Remittance | undefined> {
  const wire = validate(disputeWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { value } = wire;
  return remittanceOf(
    { ...value, metadata: value.metadata ?? {} },
    {
      payer: { ids: [] },
      method: 'none',
      of: value.payment_intent ?? undefined,
      lines: () => [],
      unapplied: `dispute:${value.reason}`,
    },
  );
}

interface Advice {
  readonly payer: Party;
  readonly method: Remittance['method'];
  readonly format?: string | undefined;
  /** The payment that it gives back. */
  readonly of?: string | undefined;
  readonly lines: (amount: string) => RemittanceLine[];
  /** Reason of what is paid for nothing that is named. */
  readonly unapplied: string;
}

function remittanceOf(money: Money, { payer, method, format, of, lines, unapplied }: Advice): Result<Remittance> {
  const currency = money.currency.toUpperCase();
  const total = fromMinor(money.amount, currency);
  if (total === undefined) {
    const message = `The minor unit of ${currency} is not known`;
    return { ok: false, issues: [{ code: 'currency-unknown', severity: 'error', message, path: ['currency'] }] };
  }
  const paid = lines(total);
  return validate(
    Remittance,
    present({
      kind: 'remittance',
      version: '1',
      traceNumber: money.id,
      handling: 'remittanceOnly',
      direction: 'credit',
      method,
      format,
      paidOn: new Date(money.created * 1000).toISOString().slice(0, 10),
      total,
      currency,
      payer,
      references: of === undefined ? [] : [{ type: 'payment', value: of }],
      lines: paid,
      adjustments: paid.length > 0 ? undefined : [{ reason: unapplied, amount: total }],
    }),
  );
}

/** The invoice, or the order where no invoice is named; none where neither is. */
function lineOf(metadata: Money['metadata'], words: PaymentWords, net: string): RemittanceLine[] {
  const [invoice, order] = [words.invoice, words.order].map((name) => textOf(fieldOf(metadata, name)));
  if (invoice !== undefined) return [present({ type: 'invoice', number: invoice, orderNumber: order, net })];
  return order === undefined ? [] : [{ type: 'order', number: order, net }];
}
