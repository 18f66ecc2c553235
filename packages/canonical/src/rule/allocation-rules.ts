import { sum } from '../arithmetic/add.ts';
import { equals } from '../arithmetic/compare.ts';
import type { Allocation, Component, Schedule } from '../document/order.ts';
import type { Quantity } from '../value/value.ts';
import { isPositive, notPositive } from './line-rules.ts';
import type { Finding, Rule } from './rule.ts';

interface LinesInParts {
  lines: readonly {
    lineId: string;
    quantity?: Quantity | undefined;
    allocations?: readonly Allocation[] | undefined;
    schedules?: readonly Schedule[] | undefined;
    components?: readonly Component[] | undefined;
  }[];
}

type PartsKey = 'allocations' | 'schedules' | 'components';

/** A store takes a part of its line in the line's own unit, and the parts make the whole (X12 SDQ). */
export const allocationsSumToQuantity: Rule<LinesInParts> = {
  code: 'allocations-sum-differs',
  severity: 'error',
  meaning: 'the allocations of a line to stores sum to its quantity, where they are in its unit',
  find: (document) => sumsThatDiffer(document, 'allocations'),
};

/** The line by day (X12 SCH). */
export const schedulesSumToQuantity: Rule<LinesInParts> = {
  code: 'schedules-sum-differs',
  severity: 'error',
  meaning: 'the schedules of a line by day sum to its quantity, where they are in its unit',
  find: (document) => sumsThatDiffer(document, 'schedules'),
};

// Only the item can convert (R16), so the sum cannot be checked here; a hold is the caller's decision.
export const allocationsAreInOrderedUnit: Rule<LinesInParts> = {
  code: 'allocation-unit-differs',
  severity: 'warning',
  meaning: 'the allocations of a line are in its unit; otherwise only the item can say whether they sum to it',
  *find({ lines }) {
    for (const [index, { lineId, quantity, allocations = [] }] of lines.entries()) {
      if (quantity === undefined) continue;
      const part = allocations.findIndex((allocation) => allocation.quantity.unit !== quantity.unit);
      if (part < 0) continue;
      yield {
        message: `Line ${lineId} is ordered in ${quantity.unit} and allocated in another unit`,
        path: ['lines', index, 'allocations', part, 'quantity', 'unit'],
        expected: quantity.unit,
        found: allocations[part]?.quantity.unit,
      };
    }
  },
};

export const allocationsArePositive: Rule<LinesInParts> = {
  code: 'allocation-not-positive',
  severity: 'error',
  meaning: 'an allocation is greater than zero',
  find: (document) => partsThatAreNothing(document, 'allocations', 'An allocation'),
};

export const componentsArePositive: Rule<LinesInParts> = {
  code: 'component-not-positive',
  severity: 'error',
  meaning: 'a kit holds more than none of each component',
  find: (document) => partsThatAreNothing(document, 'components', 'A component'),
};

function* sumsThatDiffer({ lines }: LinesInParts, key: 'allocations' | 'schedules'): Iterable<Finding> {
  for (const [index, line] of lines.entries()) {
    const { lineId, quantity } = line;
    const parts: readonly { quantity: Quantity }[] | undefined = line[key];
    if (quantity === undefined || parts === undefined) continue;
    if (parts.some((part) => part.quantity.unit !== quantity.unit)) continue;
    const made = sum(parts.map((part) => part.quantity.value));
    if (equals(made, quantity.value)) continue;
    yield {
      message: `The ${key} of line ${lineId} sum to ${made}, ordered is ${quantity.value} ${quantity.unit}`,
      path: ['lines', index, key],
      expected: quantity.value,
      found: made,
    };
  }
}

function* partsThatAreNothing({ lines }: LinesInParts, key: PartsKey, what: string): Iterable<Finding> {
  for (const [index, line] of lines.entries()) {
    const parts: readonly { quantity: Quantity }[] = line[key] ?? [];
    for (const [part, { quantity }] of parts.entries()) {
      if (isPositive(quantity)) continue;
      const path = ['lines', index, key, part, 'quantity', 'value'];
      yield notPositive(`${what} of line ${line.lineId}`, path, quantity);
    }
  }
}
