import { sum } from '../arithmetic/add.ts';
import { compare, isNegative } from '../arithmetic/compare.ts';
import type { AcknowledgedLine, OrderAcknowledgment, ResponseStatus } from '../document/order-acknowledgment.ts';
import { currencyIsKnown } from './currency-rule.ts';
import {
  allowancesChargesAgree,
  allowancesChargesAreUnsigned,
  lineIdsAreUnique,
  linePricesAreNotNegative,
  lineQuantitiesArePositive,
} from './line-rules.ts';
import type { Rule } from './rule.ts';

const everyLineIsAnswered: Rule<OrderAcknowledgment> = {
  code: 'response-missing',
  severity: 'error',
  meaning: 'every line has a response',
  *find({ lines }) {
    for (const [index, { lineId, responses }] of lines.entries()) {
      if (responses.length > 0) continue;
      yield { message: `Line ${lineId} has no response`, path: ['lines', index, 'responses'], expected: 'a response' };
    }
  },
};

/**
 * The responses say what becomes of every unit ordered. A changed quantity may be any; of a line with a rejected or
 * cancelled part the rest may be left unsaid, but more than ordered is never answered.
 */
const responsesSumToOrdered: Rule<OrderAcknowledgment> = {
  code: 'responses-sum-differs',
  severity: 'error',
  meaning:
    'the responses to a line sum to what was ordered, unless it is accepted with change; of a line with a rejected or cancelled part the rest may be unsaid',
  *find({ lines }) {
    for (const [index, line] of lines.entries()) {
      const answered = answeredQuantity(line);
      if (answered === undefined) continue;
      const difference = compare(answered, line.quantity.value);
      if (difference === 0 || (difference < 0 && has(line, 'rejected', 'cancelled'))) continue;
      yield {
        message: `The responses to line ${line.lineId} sum to ${answered}, ordered is ${line.quantity.value}`,
        path: ['lines', index, 'responses'],
        expected: line.quantity.value,
        found: answered,
      };
    }
  },
};

/** The sum of a line's responses; undefined where it says nothing: none, a changed quantity, another unit. */
function answeredQuantity(line: AcknowledgedLine): string | undefined {
  if (line.responses.length === 0 || has(line, 'acceptedWithChange')) return undefined;
  if (line.responses.some((response) => response.quantity.unit !== line.quantity.unit)) return undefined;
  return sum(line.responses.map((response) => response.quantity.value));
}

function has(line: AcknowledgedLine, ...statuses: ResponseStatus[]): boolean {
  return line.responses.some((response) => statuses.includes(response.status));
}

const responsesAreNotNegative: Rule<OrderAcknowledgment> = {
  code: 'response-negative',
  severity: 'error',
  meaning: 'the quantity of a response and an accepted price are zero or more',
  *find({ lines }) {
    for (const [index, { lineId, acceptedPrice, responses }] of lines.entries()) {
      if (acceptedPrice !== undefined && isNegative(acceptedPrice)) {
        yield {
          message: `The accepted price of line ${lineId} is ${acceptedPrice}`,
          path: ['lines', index, 'acceptedPrice'],
          expected: 'zero or more',
          found: acceptedPrice,
        };
      }
      for (const [place, { quantity }] of responses.entries()) {
        const path = ['lines', index, 'responses', place];
        if (isNegative(quantity.value)) {
          yield {
            message: `A response to line ${lineId} has the quantity ${quantity.value}`,
            path: [...path, 'quantity', 'value'],
            expected: 'zero or more',
            found: quantity.value,
          };
        }
      }
    }
  },
};

const substitutesAreNamed: Rule<OrderAcknowledgment> = {
  code: 'substitute-missing',
  severity: 'error',
  meaning: 'a substitution names the substitute',
  *find({ lines }) {
    for (const [index, { lineId, responses }] of lines.entries()) {
      for (const [place, { status, substituteIds }] of responses.entries()) {
        if (status !== 'substituted' || (substituteIds?.length ?? 0) > 0) continue;
        yield {
          message: `Line ${lineId} is substituted, by which item is not said`,
          path: ['lines', index, 'responses', place, 'substituteIds'],
          expected: "the substitute's ids",
        };
      }
    }
  },
};

const statusAgreesWithLines: Rule<OrderAcknowledgment> = {
  code: 'status-disagrees',
  severity: 'warning',
  meaning: 'an order that is accepted (rejected) as a whole has lines that are',
  *find({ status, lines }) {
    const wanted: ResponseStatus[] = status === 'accepted' ? ['accepted'] : ['rejected', 'cancelled'];
    if (status === 'acceptedWithChange') return;
    for (const [index, line] of lines.entries()) {
      const place = line.responses.findIndex((response) => !wanted.includes(response.status));
      if (place < 0) continue;
      yield {
        message: `The order is ${status}, a response to line ${line.lineId} is ${line.responses[place]?.status}`,
        path: ['lines', index, 'responses', place, 'status'],
        expected: wanted.join(' or '),
        found: line.responses[place]?.status,
      };
    }
  },
};

export const acknowledgmentRules: readonly Rule<OrderAcknowledgment>[] = [
  currencyIsKnown,
  lineIdsAreUnique,
  lineQuantitiesArePositive,
  linePricesAreNotNegative,
  allowancesChargesAreUnsigned,
  allowancesChargesAgree,
  everyLineIsAnswered,
  responsesAreNotNegative,
  responsesSumToOrdered,
  substitutesAreNamed,
  statusAgreesWithLines,
];
