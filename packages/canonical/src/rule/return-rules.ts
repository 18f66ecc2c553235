import { sum } from '../arithmetic/add.ts';
import { compare, isNegative, isZero } from '../arithmetic/compare.ts';
import type { InspectionOutcome, Return } from '../document/return.ts';
import { currencyIsKnown } from './currency-rule.ts';
import { datesOutOfOrder } from './date-rules.ts';
import {
  isPositive,
  lineIdsAreUnique,
  linePricesAreNotNegative,
  lineQuantitiesArePositive,
  notPositive,
} from './line-rules.ts';
import type { Finding, Rule } from './rule.ts';

const outcomesArePositive: Rule<Return> = {
  code: 'outcome-not-positive',
  severity: 'error',
  meaning: 'the outcome of an inspection is of more than none, and credits zero or more',
  *find(document) {
    for (const { outcome, path, lineId } of outcomesOf(document)) {
      const { quantity, credited } = outcome;
      if (!isPositive(quantity))
        yield notPositive(`An outcome of line ${lineId}`, [...path, 'quantity', 'value'], quantity);
      if (credited === undefined || !isNegative(credited)) continue;
      const message = `Line ${lineId} is credited with ${credited}`;
      yield { message, path: [...path, 'credited'], expected: 'zero or more', found: credited };
    }
  },
};

const refusalsAreNotCredited: Rule<Return> = {
  code: 'refusal-credited',
  severity: 'error',
  meaning: 'what is refused is not credited',
  *find(document) {
    for (const { outcome, path, lineId } of outcomesOf(document)) {
      const { decision, credited } = outcome;
      if (decision !== 'refused' || credited === undefined || isZero(credited)) continue;
      const message = `A refused part of line ${lineId} is credited with ${credited}`;
      yield { message, path: [...path, 'credited'], expected: 'nothing', found: credited };
    }
  },
};

/** R25: a credit on receipt would pay for what inspection refuses. */
const creditsFollowInspection: Rule<Return> = {
  code: 'credit-before-inspection',
  severity: 'error',
  meaning: 'nothing is credited before the goods are inspected',
  *find(document) {
    if (document.status === 'inspected' || document.status === 'credited') return;
    for (const { outcome, path, lineId } of outcomesOf(document)) {
      if (outcome.credited === undefined || isZero(outcome.credited)) continue;
      const message = `Line ${lineId} is credited while the return is ${document.status}`;
      yield { message, path: [...path, 'credited'], expected: 'no credit before inspection', found: outcome.credited };
    }
  },
};

const outcomesAreOfWhatCame: Rule<Return> = {
  code: 'outcomes-exceed-received',
  severity: 'error',
  meaning:
    'the outcomes of a line are together no more than what was received, else authorized, else asked for, in one unit',
  *find({ lines }) {
    for (const [index, { lineId, quantity, authorizedQuantity, receivedQuantity, outcomes = [] }] of lines.entries()) {
      const whole = receivedQuantity ?? authorizedQuantity ?? quantity;
      const found = sum(outcomes.filter((one) => one.quantity.unit === whole.unit).map((one) => one.quantity.value));
      if (compare(found, whole.value) <= 0) continue;
      yield {
        message: `The outcomes of line ${lineId} are of ${found}, there were ${whole.value} ${whole.unit}`,
        path: ['lines', index, 'outcomes'],
        expected: `${whole.value} or less`,
        found,
      };
    }
  },
};

// A warning: more may come back than was allowed, and somebody has to decide.
const noMoreThanAuthorized: Rule<Return> = {
  code: 'received-exceeds-authorized',
  severity: 'warning',
  meaning: 'no more is received than was authorized, in one unit',
  *find({ lines }) {
    for (const [index, { lineId, authorizedQuantity: allowed, receivedQuantity: received }] of lines.entries()) {
      if (!allowed || !received || allowed.unit !== received.unit) continue;
      if (compare(received.value, allowed.value) <= 0) continue;
      yield {
        message: `Of line ${lineId} ${received.value} came back, authorized are ${allowed.value} ${allowed.unit}`,
        path: ['lines', index, 'receivedQuantity', 'value'],
        expected: `${allowed.value} or less`,
        found: received.value,
      };
    }
  },
};

const datesAreInOrder: Rule<Return> = {
  code: 'dates-out-of-order',
  severity: 'error',
  meaning: 'an earlier date does not lie after a later one',
  find: (document) =>
    datesOutOfOrder(
      document,
      [
        ['requestedOn', 'authorizedOn'],
        ['authorizedOn', 'returnBy'],
        ['requestedOn', 'receivedOn'],
      ],
      [],
    ),
};

function* outcomesOf({
  lines,
}: Return): Iterable<{ outcome: InspectionOutcome; path: Finding['path']; lineId: string }> {
  for (const [index, { lineId, outcomes = [] }] of lines.entries()) {
    for (const [place, outcome] of outcomes.entries()) {
      yield { outcome, path: ['lines', index, 'outcomes', place], lineId };
    }
  }
}

export const returnRules: readonly Rule<Return>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  linePricesAreNotNegative,
  outcomesArePositive,
  refusalsAreNotCredited,
  creditsFollowInspection,
  outcomesAreOfWhatCame,
  noMoreThanAuthorized,
  datesAreInOrder,
];
