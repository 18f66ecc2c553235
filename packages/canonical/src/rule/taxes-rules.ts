import { isNegative } from '../arithmetic/compare.ts';
import { percentOf } from '../arithmetic/percent-of.ts';
import { minorUnit } from '../data/currencies.ts';
import type { Tax } from '../value/value.ts';
import type { Finding, Rule } from './rule.ts';
import { within } from './within.ts';

interface Taxed {
  taxes?: readonly Tax[] | undefined;
}

interface TaxedDocument extends Taxed {
  currency?: string | undefined;
  lines: readonly Taxed[];
}

export const taxesAreUnsigned: Rule<TaxedDocument> = {
  code: 'tax-negative',
  severity: 'error',
  meaning: 'the amount and the rate of a tax are zero or more, in a credit memo, too',
  *find(document) {
    for (const { tax, path } of taxesOf(document)) {
      for (const key of ['amount', 'rate'] as const) {
        const value = tax[key];
        if (value === undefined || !isNegative(value)) continue;
        const message = `The ${key} of the tax ${tax.category} is less than zero`;
        yield { message, path: [...path, key], expected: 'zero or more', found: value };
      }
    }
  },
};

// A warning: where a tax is rounded is the seller's choice, and a tax authority's to judge.
export const taxesAgree: Rule<TaxedDocument> = {
  code: 'tax-differs',
  severity: 'warning',
  meaning: 'a tax is its rate of its taxable amount, rounded, where all three are stated, within the tolerance',
  *find(document, { tolerance, rounding }) {
    const places = minorUnit(document.currency ?? '');
    if (places === undefined) return;
    for (const { tax, path } of taxesOf(document)) {
      const { rate, taxable, amount, included } = tax;
      if (rate === undefined || taxable === undefined || included === true) continue;
      const computed = percentOf(taxable, rate, places, rounding);
      if (within(amount, computed, tolerance)) continue;
      const message = `The tax ${tax.category} is ${amount}, ${rate} percent of ${taxable} is ${computed}`;
      yield { message, path: [...path, 'amount'], expected: computed, found: amount };
    }
  },
};

function* taxesOf(document: TaxedDocument): Iterable<{ tax: Tax; path: Finding['path'] }> {
  const owners = [[document, []] as const, ...document.lines.map((line, index) => [line, ['lines', index]] as const)];
  for (const [{ taxes = [] }, path] of owners) {
    for (const [index, tax] of taxes.entries()) yield { tax, path: [...path, 'taxes', index] };
  }
}
