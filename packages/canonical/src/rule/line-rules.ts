import { isNegative, isZero } from '../arithmetic/compare.ts';
import { multiply } from '../arithmetic/multiply.ts';
import type { AllowanceCharge, Price, Quantity } from '../value/value.ts';
import { repeated } from './repeated.ts';
import type { Finding, Rule } from './rule.ts';
import { within } from './within.ts';

interface LinesOf<Line> {
  lines: readonly Line[];
}

interface Charged {
  allowancesCharges?: readonly AllowanceCharge[] | undefined;
}

/** A line id names one line, since answers, shipments and invoices refer to it. */
export const lineIdsAreUnique: Rule<LinesOf<{ lineId: string }>> = {
  code: 'line-id-repeated',
  severity: 'error',
  meaning: 'a line id stands once; ids are compared as text',
  find: ({ lines }) =>
    repeated(
      lines,
      ({ lineId }) => lineId,
      ({ lineId }, index) => ({
        message: `Line id ${lineId} stands more than once`,
        path: ['lines', index, 'lineId'],
        found: lineId,
      }),
    ),
};

export const lineQuantitiesArePositive: Rule<LinesOf<{ lineId: string; quantity: Quantity }>> = {
  code: 'quantity-not-positive',
  severity: 'error',
  meaning: 'a quantity is greater than zero',
  *find({ lines }) {
    for (const [index, { lineId, quantity }] of lines.entries()) {
      if (isPositive(quantity)) continue;
      yield notPositive(`Line ${lineId}`, ['lines', index, 'quantity', 'value'], quantity);
    }
  },
};

/** Zero is a price (samples, no charge); less than zero is not. A price is for more than none. */
export const linePricesAreNotNegative: Rule<LinesOf<{ lineId: string; price?: Price | undefined }>> = {
  code: 'price-negative',
  severity: 'error',
  meaning: 'a price is zero or more, for more than zero units',
  *find({ lines }) {
    for (const [index, { lineId, price }] of lines.entries()) {
      if (price === undefined) continue;
      yield* checkPrice(price, `line ${lineId}`, ['lines', index, 'price']);
    }
  },
};

export const zeroPricesSayWhy: Rule<LinesOf<{ lineId: string; price?: Price | undefined }>> = {
  code: 'price-zero-unexplained',
  severity: 'error',
  meaning: 'a price of zero has one of the bases that `noChargeBases` names; without that setting any may be zero',
  *find({ lines }, { noChargeBases }) {
    if (noChargeBases === undefined) return;
    for (const [index, { lineId, price }] of lines.entries()) {
      if (price === undefined || !isZero(price.amount) || noChargeBases.includes(price.basis ?? '')) continue;
      yield {
        message: `The price of line ${lineId} is zero, and its basis does not say that it is free`,
        path: ['lines', index, 'price', 'basis'],
        expected: noChargeBases.join(' or '),
        found: price.basis,
      };
    }
  },
};

/** `kind` carries the sign of an allowance or charge, so that its amount has none. */
export const allowancesChargesAreUnsigned: Rule<LinesOf<Charged & { lineId: string }> & Charged> = {
  code: 'allowance-charge-negative',
  severity: 'error',
  meaning: 'the amount of an allowance or charge is zero or more; its kind carries the sign',
  *find(document) {
    for (const { charge, path } of allowancesChargesOf(document)) {
      const { kind, code, amount } = charge;
      if (!isNegative(amount)) continue;
      yield {
        message: `The amount of the ${kind} ${code} is less than zero`,
        path: [...path, 'amount'],
        expected: 'zero or more; the kind carries the sign',
        found: amount,
      };
    }
  },
};

// A warning: the amount is what is billed; the rate only says how it came about.
export const allowancesChargesAgree: Rule<LinesOf<Charged & { lineId: string }> & Charged> = {
  code: 'allowance-charge-differs',
  severity: 'warning',
  meaning:
    'the amount of an allowance or charge is its rate × its quantity, where both are stated, within the tolerance',
  *find(document, { tolerance }) {
    for (const { charge, path } of allowancesChargesOf(document)) {
      const { kind, code, amount, rate, quantity } = charge;
      if (rate === undefined || quantity === undefined) continue;
      const computed = multiply(rate, quantity.value);
      // Half a cent of rounding is nobody's fault.
      if (within(amount, computed, tolerance) || within(amount, computed, '0.005')) continue;
      yield {
        message: `The ${kind} ${code} is ${amount}, its rate and quantity make ${computed}`,
        path: [...path, 'amount'],
        expected: computed,
        found: amount,
      };
    }
  },
};

function* allowancesChargesOf(
  document: LinesOf<Charged & { lineId: string }> & Charged,
): Iterable<{ charge: AllowanceCharge; path: Finding['path'] }> {
  const owners = [[document, []] as const, ...document.lines.map((line, index) => [line, ['lines', index]] as const)];
  for (const [{ allowancesCharges = [] }, path] of owners) {
    for (const [index, charge] of allowancesCharges.entries()) {
      yield { charge, path: [...path, 'allowancesCharges', index] };
    }
  }
}

export function isPositive(quantity: Quantity): boolean {
  return !isNegative(quantity.value) && !isZero(quantity.value);
}

export function notPositive(what: string, path: Finding['path'], quantity: Quantity): Finding {
  return {
    message: `${what} has the quantity ${quantity.value} ${quantity.unit}`,
    path,
    expected: 'a quantity greater than zero',
    found: quantity.value,
  };
}

export function* checkPrice(price: Price, where: string, path: Finding['path']): Iterable<Finding> {
  if (isNegative(price.amount)) {
    yield {
      message: `The price of ${where} is less than zero`,
      path: [...path, 'amount'],
      expected: 'zero or more',
      found: price.amount,
    };
  }
  if (price.per !== undefined && (isNegative(price.per) || isZero(price.per))) {
    yield {
      message: `The price of ${where} is for ${price.per} units`,
      path: [...path, 'per'],
      expected: 'more than zero',
      found: price.per,
    };
  }
}
