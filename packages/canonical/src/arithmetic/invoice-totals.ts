import { minorUnit } from '../data/currencies.ts';
import type { Invoice, InvoiceLine } from '../document/invoice.ts';
import type { Item } from '../document/item.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import type { DecimalString, Tax } from '../value/value.ts';
import { add, subtract, sum } from './add.ts';
import { compare, isNegative, isZero } from './compare.ts';
import { extension, type Fraction, plus, roundFraction, sumFractions } from './fraction.ts';
import { invoiceFaults } from './invoice-faults.ts';
import { addedTaxes, chargesLessAllowances } from './line-net.ts';
import { percentOf } from './percent-of.ts';
import { pricedQuantity } from './priced-quantity.ts';
import { type RoundingMode, round } from './round.ts';
import { taxAmounts } from './tax-amounts.ts';

/** An invoice before its nets and total are known. */
export type UntotalledInvoice = Omit<Invoice, 'lines' | 'total'> & {
  lines: readonly (Omit<InvoiceLine, 'net'> & { net?: DecimalString | undefined })[];
};

/** How a partner wants an invoice to be computed (R23). */
export interface TotalSettings {
  /** What becomes of a half; `halfUp` by default. */
  rounding?: RoundingMode | undefined;
  /**
   * Where is rounded: once on each `line` with its allowances and charges (the default), on each allowance and
   * `charge` by itself, or once on the `document`.
   */
  roundAt?: 'line' | 'charge' | 'document' | undefined;
  /** Taxes as `stated` (the default), or from their rate on each `line`, or on the `total` of what has the same tax. */
  tax?: 'stated' | 'line' | 'total' | undefined;
  /** The line that takes a rounding residual; the one with the largest net, the first of equal ones, by default. */
  residualTo?: string | undefined;
  /** A total that stands already, say in the ERP, and how far it may lie from ours (`0` by default). */
  stated?: { total: DecimalString; tolerance?: DecimalString | undefined } | undefined;
  /** What a terms discount is taken of: the `total` (the default), the total without tax, or the lines alone. */
  discountOn?: 'total' | 'beforeTax' | 'lines' | undefined;
  /** The item of a line, for prices in another unit than the quantity's. */
  itemOf?: ((lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined) | undefined;
}

/** What a line makes. */
export interface LineTotals {
  lineId: string;
  /** quantity × price / per, rounded. */
  extension: DecimalString;
  /** What is billed for the line before tax: with its charges and allowances, and the residual if it takes that. */
  net: DecimalString;
  taxes: Tax[];
}

/** What an invoice makes. Amounts have no sign for a credit memo: its type says which way the money goes. */
export interface InvoiceTotals {
  lines: LineTotals[];
  /** Charges less allowances of the document. */
  allowancesCharges: DecimalString;
  taxes: Tax[];
  /** All taxes that are added, of lines and document. */
  tax: DecimalString;
  /** Gross of terms discount, with charges and taxes (X12 TDS01). */
  total: DecimalString;
  /** What rounding left over, and the line whose net holds it. */
  residual?: { lineId: string; amount: DecimalString } | undefined;
  /** What the discount is taken of (TDS02), what is due within its days (TDS03), and the discount (TDS04). */
  discount?: { basis: DecimalString; due: DecimalString; amount: DecimalString } | undefined;
}

/**
 * Computes an invoice: nets, taxes, total, discount. Prices are never changed: what rounding leaves over goes to the net of one
 * line, and is told. Never throws for what the invoice or a profile holds; an error where there is no answer: an unknown
 * currency, a price for another unit that no item converts, a stated total outside its tolerance, a residual line that is not there,
 * a part that is missing or a number that is none (`value-missing`, `type-wrong`, `decimal-wrong`).
 */
export function invoiceTotals(invoice: UntotalledInvoice, settings: TotalSettings = {}): Result<InvoiceTotals> {
  const faults = invoiceFaults(invoice, settings);
  if (faults.length > 0) return { ok: false, issues: faults };
  const places = minorUnit(invoice.currency);
  if (places === undefined) {
    return refused({
      code: 'currency-unknown',
      message: `${invoice.currency.slice(0, 40)} has no minor unit`,
      path: ['currency'],
    });
  }
  const extensions = invoice.lines.map((line, index) => exactExtension(line, index, settings));
  const issues = extensions.filter((one): one is Issue => 'code' in one);
  if (issues.length > 0) return { ok: false, issues };
  const exact = extensions.filter((one): one is Fraction => !('code' in one));
  if (settings.roundAt === 'document' && new Set(invoice.lines.map(({ price }) => price.per)).size > mostBases) {
    const message = `Prices for more than ${mostBases} different numbers of units are not summed before rounding`;
    return refused({ code: 'price-bases-too-many', message, path: ['lines'], expected: `${mostBases} or fewer` });
  }
  const parts = roundedParts(invoice, exact, places, settings);
  const computed = settings.roundAt === 'document' ? roundedOnce(invoice, exact, parts, places, settings) : parts.total;
  return withResidual(invoice, parts, computed, places, settings);
}

// The common denominator of the exact sum is the product of all bases: each makes every number longer.
const mostBases = 100;

const refused = (fault: Omit<Issue, 'severity'>): Result<never> => ({
  ok: false,
  issues: [{ ...fault, severity: 'error' }],
});

function exactExtension(
  line: UntotalledInvoice['lines'][number],
  index: number,
  { itemOf }: TotalSettings,
): Fraction | Issue {
  const { lineId, price } = line;
  const fault = (code: string, message: string): Issue => ({
    code,
    severity: 'error',
    message,
    path: ['lines', index, 'price'],
  });
  if (price.per !== undefined && (isZero(price.per) || isNegative(price.per))) {
    return fault('price-negative', `The price of line ${lineId} is for ${price.per} units`);
  }
  const quantity = pricedQuantity(line, itemOf?.(lineId));
  if (quantity !== undefined) return extension(price, quantity.value);
  const { unit } = line.pricedQuantity ?? line.quantity;
  const units = `in ${unit} and priced for ${price.unit}`;
  return fault('price-unit-differs', `Line ${lineId} is ${units}, and no item converts them`);
}

/** Every part rounded by itself, and their sum. */
function roundedParts(
  invoice: UntotalledInvoice,
  exact: readonly Fraction[],
  places: number,
  settings: TotalSettings,
): InvoiceTotals {
  const { rounding = 'halfUp', roundAt = 'line', tax = 'stated' } = settings;
  const roundCharge = <T extends { amount: DecimalString }>(one: T): T => ({
    ...one,
    amount: round(one.amount, places, rounding),
  });
  const lines = invoice.lines.map(({ lineId, allowancesCharges = [] }, index) => {
    const fraction = exact[index] as Fraction;
    const extended = roundFraction(fraction, places, rounding);
    const net =
      roundAt === 'charge'
        ? add(extended, chargesLessAllowances(allowancesCharges.map(roundCharge)))
        : roundFraction(plus(fraction, chargesLessAllowances(allowancesCharges)), places, rounding);
    return { lineId, extension: extended, net };
  });
  const allowancesCharges = chargesLessAllowances((invoice.allowancesCharges ?? []).map(roundCharge));
  const taxable = lines.map(({ net }, index) => ({ net, taxes: invoice.lines[index]?.taxes ?? [] }));
  const whole = { net: add(sum(lines.map(({ net }) => net)), allowancesCharges), taxes: invoice.taxes ?? [] };
  const taxes = taxAmounts(taxable, whole, { tax, places, rounding });
  return totalled(
    lines.map((line, index) => ({ ...line, taxes: taxes.lines[index] ?? [] })),
    allowancesCharges,
    taxes.whole,
  );
}

function totalled(lines: LineTotals[], allowancesCharges: DecimalString, taxes: Tax[]): InvoiceTotals {
  const tax = addedTaxes([...lines.flatMap((line) => line.taxes), ...taxes]);
  const total = sum([...lines.map(({ net }) => net), allowancesCharges, tax]);
  return { lines, allowancesCharges, taxes, tax, total };
}

/** The total with one rounding at the end; taxes are amounts of money and stand as they are. */
function roundedOnce(
  invoice: UntotalledInvoice,
  exact: readonly Fraction[],
  { tax }: InvoiceTotals,
  places: number,
  { rounding = 'halfUp' }: TotalSettings,
): DecimalString {
  const charges = [
    ...(invoice.allowancesCharges ?? []),
    ...invoice.lines.flatMap((line) => line.allowancesCharges ?? []),
  ];
  return roundFraction(plus(sumFractions(exact), add(chargesLessAllowances(charges), tax)), places, rounding);
}

/** What the parts lack of the total goes to the net of one line. */
function withResidual(
  { terms }: UntotalledInvoice,
  parts: InvoiceTotals,
  computed: DecimalString,
  places: number,
  settings: TotalSettings,
): Result<InvoiceTotals> {
  const { stated = { total: computed } } = settings;
  if (compare(subtract(stated.total, computed).replace('-', ''), stated.tolerance ?? '0') > 0) {
    const message = `The total is stated as ${stated.total}, the parts make ${computed}`;
    const found = stated.total;
    return refused({ code: 'invoice-total-differs', message, path: ['total'], expected: computed, found });
  }
  const amount = subtract(stated.total, parts.total);
  if (isZero(amount)) return { ok: true, value: withDiscount(parts, terms, places, settings), issues: [] };
  const lineId = settings.residualTo ?? largest(parts.lines)?.lineId;
  const index = parts.lines.findIndex((line) => line.lineId === lineId);
  if (lineId === undefined || index < 0) {
    const message = `No line ${lineId ?? ''} of the invoice can take the residual ${amount}`;
    return refused({ code: 'residual-line-unknown', message, path: ['lines'], found: lineId });
  }
  const lines = parts.lines.map((line, at) => (at === index ? { ...line, net: add(line.net, amount) } : line));
  const totals = { ...totalled(lines, parts.allowancesCharges, parts.taxes), residual: { lineId, amount } };
  return { ok: true, value: withDiscount(totals, terms, places, settings), issues: [] };
}

function largest([first, ...rest]: readonly LineTotals[]): LineTotals | undefined {
  return first && rest.reduce((best, line) => (compare(line.net, best.net) > 0 ? line : best), first);
}

function withDiscount(
  totals: InvoiceTotals,
  terms: UntotalledInvoice['terms'],
  places: number,
  { rounding = 'halfUp', discountOn = 'total' }: TotalSettings,
): InvoiceTotals {
  if (terms?.discountPercent === undefined) return totals;
  const bases = {
    total: totals.total,
    beforeTax: subtract(totals.total, totals.tax),
    lines: sum(totals.lines.map(({ net }) => net)),
  };
  const basis = bases[discountOn];
  const amount = percentOf(basis, terms.discountPercent, places, rounding);
  return { ...totals, discount: { basis, amount, due: subtract(totals.total, amount) } };
}
