import type { DecimalString, Tax } from '../value/value.ts';
import { add, sum } from './add.ts';
import { allocate } from './allocate.ts';
import { isNegative } from './compare.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { quotient, type RoundingMode } from './round.ts';

/** What is taxed: an amount, and its taxes as stated. */
export interface Taxable {
  readonly net: DecimalString;
  readonly taxes: readonly Tax[];
}

/** How taxes are computed: not at all, from the rate on each line, or on the total of the lines with one tax. */
export interface TaxSettings {
  readonly tax: 'stated' | 'line' | 'total';
  readonly places: number;
  readonly rounding: RoundingMode;
}

/**
 * The taxes of lines and of the whole document, from their rates: of the taxable amount that is stated, else of the net. A tax
 * without a rate keeps its amount. On the `total`, lines with one tax at one rate are taxed together and rounded once,
 * and each gets its part of that, so that no cent is lost.
 */
export function taxAmounts(
  lines: readonly Taxable[],
  whole: Taxable,
  settings: TaxSettings,
): { lines: Tax[][]; whole: Tax[] } {
  if (settings.tax === 'stated') return { lines: lines.map(({ taxes }) => [...taxes]), whole: [...whole.taxes] };
  const computed = settings.tax === 'line' ? lines.map((line) => taxesOf(line, settings)) : together(lines, settings);
  return { lines: computed, whole: taxesOf(whole, settings) };
}

function taxesOf({ net, taxes }: Taxable, settings: TaxSettings): Tax[] {
  return taxes.map((tax) => (hasRate(tax) ? { ...tax, amount: taxOn(tax.taxable ?? net, tax, settings) } : tax));
}

type RatedTax = Tax & { rate: DecimalString };

function hasRate(tax: Tax): tax is RatedTax {
  return tax.rate !== undefined && !isNegative(tax.rate);
}

/** Percent of the amount; of a price that holds the tax already, the part that is tax: rate / (100 + rate). */
function taxOn(amount: DecimalString, { rate, included }: RatedTax, { places, rounding }: TaxSettings): DecimalString {
  const product = parseDecimal(amount).times(parseDecimal(rate));
  const whole = parseDecimal(included === true ? add('100', rate) : '100');
  return formatDecimal(quotient(product, whole, places, rounding));
}

function together(lines: readonly Taxable[], settings: TaxSettings): Tax[][] {
  const computed = lines.map(({ taxes }) => [...taxes]);
  for (const group of sameTax(lines).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const amount = taxOn(sum(group.map(({ base }) => base)), first.tax, settings);
    const weights = group.map(({ base }) => (isNegative(base) ? '0' : base));
    const parts = allocate(amount, weights, settings.places);
    for (const [index, { line, at, tax }] of group.entries()) {
      computed[line]?.splice(at, 1, { ...tax, amount: parts[index] ?? '0' });
    }
  }
  return computed;
}

interface TaxPlace {
  readonly line: number;
  readonly at: number;
  readonly tax: RatedTax;
  readonly base: DecimalString;
}

/** Where each tax with a rate stands, by what makes it one tax. */
function sameTax(lines: readonly Taxable[]): ReadonlyMap<string, TaxPlace[]> {
  const groups = new Map<string, TaxPlace[]>();
  for (const [line, { net, taxes }] of lines.entries()) {
    for (const [at, tax] of taxes.entries()) {
      if (!hasRate(tax)) continue;
      const key = JSON.stringify([tax.category, tax.rate, tax.jurisdiction ?? null, tax.included === true]);
      const group = groups.get(key) ?? [];
      group.push({ line, at, tax, base: tax.taxable ?? net });
      groups.set(key, group);
    }
  }
  return groups;
}
