import { subtract, sum } from '../arithmetic/add.ts';
import { compare, equals, isNegative, isZero } from '../arithmetic/compare.ts';
import type { ConfirmedLine, ConfirmedStatus, FulfillmentConfirmation } from '../document/fulfillment-confirmation.ts';
import type { FulfillmentRequest } from '../document/fulfillment-request.ts';
import { allocationsAreInOrderedUnit, allocationsArePositive, allocationsSumToQuantity } from './allocation-rules.ts';
import { currencyIsKnown } from './currency-rule.ts';
import { datesAreInOrder } from './date-rules.ts';
import { lineIdsAreUnique, linePricesAreNotNegative, lineQuantitiesArePositive } from './line-rules.ts';
import { repeated } from './repeated.ts';
import type { Finding, Rule } from './rule.ts';

/** The rules of a FulfillmentRequest (X12 940). */
export const fulfillmentRequestRules: readonly Rule<FulfillmentRequest>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  linePricesAreNotNegative,
  allocationsArePositive,
  allocationsAreInOrderedUnit,
  allocationsSumToQuantity,
  datesAreInOrder,
];

const ssccsAreUnique: Rule<FulfillmentConfirmation> = {
  code: 'sscc-repeated',
  severity: 'error',
  meaning: 'no two packages have one SSCC',
  find: ({ packages }) =>
    repeated(
      packages,
      ({ sscc }) => sscc,
      ({ sscc }, index) => ({
        message: `More than one package has the SSCC ${sscc}`,
        path: ['packages', index, 'sscc'],
        expected: 'an SSCC of its own',
        found: sscc,
      }),
    ),
};

const quantitiesAreNotNegative: Rule<FulfillmentConfirmation> = {
  code: 'quantity-negative',
  severity: 'error',
  meaning: 'a shipped quantity is zero or more',
  *find(document) {
    for (const { line, path } of linesOf(document)) {
      const { lineId, quantity } = line;
      if (!isNegative(quantity.value)) continue;
      const message = `Of line ${lineId} ${quantity.value} ${quantity.unit} were shipped`;
      yield { message, path: [...path, 'quantity', 'value'], expected: 'zero or more', found: quantity.value };
    }
  },
};

const differencesAgree: Rule<FulfillmentConfirmation> = {
  code: 'confirmation-difference-differs',
  severity: 'error',
  meaning: 'the difference of a line is ordered less shipped, whichever sign the warehouse gives it',
  *find(document) {
    for (const { line, path } of linesOf(document)) {
      const { lineId, ordered, quantity, difference } = line;
      if (ordered === undefined || difference === undefined) continue;
      const computed = subtract(ordered, quantity.value);
      if (equals(computed.replace('-', ''), difference.replace('-', ''))) continue;
      const message = `Line ${lineId} states a difference of ${difference}, ordered less shipped is ${computed}`;
      yield { message, path: [...path, 'difference'], expected: computed, found: difference };
    }
  },
};

// A warning: the quantities decide; warehouses choose their codes freely.
const statusesAgree: Rule<FulfillmentConfirmation> = {
  code: 'confirmation-status-disagrees',
  severity: 'warning',
  meaning: 'the status of a line agrees with its ordered and shipped quantities',
  *find(document) {
    for (const { line, path } of linesOf(document)) {
      const { lineId, status, quantity } = line;
      if (possible(line).includes(status)) continue;
      const expected = possible(line).join(' or ');
      const message = `Line ${lineId} is ${status}, and ${quantity.value} ${quantity.unit} were shipped`;
      yield { message, path: [...path, 'status'], expected, found: status };
    }
  },
};

/** A line may be one of several parts of what was ordered, so that less than ordered may be all of the part. */
function possible({ ordered, quantity }: ConfirmedLine): readonly ConfirmedStatus[] {
  if (isZero(quantity.value)) return ['short', 'backordered', 'cancelled'];
  const order = ordered === undefined ? -1 : compare(quantity.value, ordered);
  if (order > 0) return ['overShipped', 'substituted'];
  if (order === 0) return ['shipped', 'substituted'];
  return ['shipped', 'short', 'backordered', 'substituted', 'cancelled', 'overShipped'];
}

const unitsShippedAgree: Rule<FulfillmentConfirmation> = {
  code: 'units-shipped-differ',
  severity: 'warning',
  meaning: 'the units shipped in all are the sum of the lines, where these are in one unit',
  *find(document) {
    const quantities = [...linesOf(document)].map(({ line }) => line.quantity);
    if (document.unitsShipped === undefined || new Set(quantities.map(({ unit }) => unit)).size !== 1) return;
    const computed = sum(quantities.map(({ value }) => value));
    if (equals(document.unitsShipped, computed)) return;
    const message = `${document.unitsShipped} units are said to be shipped, the lines make ${computed}`;
    yield { message, path: ['unitsShipped'], expected: computed, found: document.unitsShipped };
  },
};

function* linesOf({ packages }: FulfillmentConfirmation): Iterable<{ line: ConfirmedLine; path: Finding['path'] }> {
  for (const [place, { lines }] of packages.entries()) {
    for (const [index, line] of lines.entries()) yield { line, path: ['packages', place, 'lines', index] };
  }
}

/** The rules of a FulfillmentConfirmation (X12 945). */
export const fulfillmentConfirmationRules: readonly Rule<FulfillmentConfirmation>[] = [
  ssccsAreUnique,
  quantitiesAreNotNegative,
  differencesAgree,
  statusesAgree,
  unitsShippedAgree,
];
