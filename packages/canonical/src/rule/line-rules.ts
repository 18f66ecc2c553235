import { isNegative, isZero } from '../arithmetic/compare.ts';
import type { AllowanceCharge, Price, Quantity } from '../value/value.ts';
import type { Finding, Rule } from './rule.ts';

interface LinesOf<Line> {
  lines: readonly Line[];
  allowancesCharges?: readonly AllowanceCharge[] | undefined;
}

/** A line id names one line, since answers, shipments and invoices refer to it. */
export const lineIdsAreUnique: Rule<LinesOf<{ lineId: string }>> = {
  code: 'line-id-repeated',
  severity: 'error',
  *find({ lines }) {
    const seen = new Set<string>();
    for (const [index, { lineId }] of lines.entries()) {
      if (seen.has(lineId)) {
        yield { message: `Line id ${lineId} stands more than once`, path: ['lines', index, 'lineId'], found: lineId };
      }
      seen.add(lineId);
    }
  },
};

export const lineQuantitiesArePositive: Rule<LinesOf<{ lineId: string; quantity: Quantity }>> = {
  code: 'quantity-not-positive',
  severity: 'error',
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
  *find({ lines }) {
    for (const [index, { lineId, price }] of lines.entries()) {
      if (price === undefined) continue;
      yield* checkPrice(price, `line ${lineId}`, ['lines', index, 'price']);
    }
  },
};

/** `kind` carries the sign of an allowance or charge, so that its amount has none. */
export const allowancesChargesAreUnsigned: Rule<
  LinesOf<{ allowancesCharges?: readonly AllowanceCharge[] | undefined }>
> = {
  code: 'allowance-charge-negative',
  severity: 'error',
  *find(document) {
    yield* negativeAmounts(document.allowancesCharges, []);
    for (const [index, line] of document.lines.entries()) {
      yield* negativeAmounts(line.allowancesCharges, ['lines', index]);
    }
  },
};

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

function* checkPrice(price: Price, where: string, path: Finding['path']): Iterable<Finding> {
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

function* negativeAmounts(list: readonly AllowanceCharge[] | undefined, path: Finding['path']): Iterable<Finding> {
  for (const [index, { kind, code, amount }] of (list ?? []).entries()) {
    if (!isNegative(amount)) continue;
    yield {
      message: `The amount of the ${kind} ${code} is less than zero`,
      path: [...path, 'allowancesCharges', index, 'amount'],
      expected: 'zero or more; the kind carries the sign',
      found: amount,
    };
  }
}
