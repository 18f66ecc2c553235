import type { Quantity } from '@dist/canonical';
import { isDecimal, isNegative, isZero } from '@dist/canonical/arithmetic';
import type { AvailabilityEvent } from './availability-event.ts';

/** What is wrong with an event from outside, in one sentence; undefined when nothing is. Quantities are in `unit`. */
export function faultOf(event: AvailabilityEvent, unit: string): string | undefined {
  if (!isInstant(event.at)) return `at is no instant in UTC with milliseconds, from 1970 to 2199: ${event.at}`;
  switch (event.type) {
    case 'stock.reported':
      return (
        first(faultOfReport(event), faultOfQuantity(event.quantity, unit, 'any')) ??
        ofAny(event.reflects ?? [], (row) => faultOfRow(row.externalReference, row.quantity, unit)) ??
        ofAny(event.received ?? [], (row) => faultOfRow(row.receipt, row.quantity, unit))
      );
    case 'allocation.reported':
      return (
        faultOfReport(event) ??
        ofAny(event.allocations, ({ externalReference = 'none', quantity, shipped }) =>
          first(faultOfRow(externalReference, quantity, unit), shipped && faultOfQuantity(shipped, unit, 'zero')),
        )
      );
    case 'receipt.expected':
      return first(faultOfReport(event), faultOfRow(event.receipt, event.quantity, unit), faultOfDate(event.on));
    case 'reservation.requested':
      return first(
        faultOfName(event.reservation) ?? faultOfName(event.channel),
        faultOfQuantity(event.quantity, unit, 'positive'),
        event.on === undefined ? undefined : faultOfDate(event.on),
        event.expiresAt === undefined || isInstant(event.expiresAt)
          ? undefined
          : `expiresAt is no instant in UTC with milliseconds: ${event.expiresAt}`,
      );
    case 'reservation.confirmed':
      return faultOfName(event.reservation) ?? faultOfName(event.externalReference);
    case 'reservation.released':
      return first(faultOfName(event.reservation), event.remaining && faultOfQuantity(event.remaining, unit, 'zero'));
    case 'reservation.expired':
    case 'timer.fired':
      return undefined;
  }
}

/** The first fault of any row: there may be more rows than a call takes arguments. */
function ofAny<Row>(rows: readonly Row[], fault: (row: Row) => string | undefined): string | undefined {
  for (const row of rows) {
    const found = fault(row);
    if (found !== undefined) return found;
  }
  return undefined;
}

function first(...faults: (string | undefined)[]): string | undefined {
  return faults.find((fault) => fault !== undefined);
}

function faultOfReport(report: {
  readonly sequence: number;
  readonly asOf: string;
  readonly source: string;
  readonly location: string;
}): string | undefined {
  if (!Number.isSafeInteger(report.sequence) || report.sequence < 0)
    return `sequence is no whole number of zero or more: ${report.sequence}`;
  if (!isInstant(report.asOf)) return `asOf is no instant in UTC with milliseconds: ${report.asOf}`;
  return faultOfName(report.source) ?? faultOfName(report.location);
}

function faultOfRow(name: string, quantity: Quantity, unit: string): string | undefined {
  return faultOfName(name) ?? faultOfQuantity(quantity, unit, 'zero');
}

function faultOfName(name: string): string | undefined {
  return name === '' ? 'a name is empty' : undefined;
}

function faultOfQuantity(
  { value, unit: its }: Quantity,
  unit: string,
  least: 'any' | 'zero' | 'positive',
): string | undefined {
  if (its !== unit) return `a quantity is in ${its}, and the item counts in ${unit}`;
  if (!isDecimal(value) || !/^-?\d+(?:\.\d+)?$/.test(value)) return `a quantity is no decimal: ${value}`;
  if (least !== 'any' && isNegative(value)) return `a quantity is less than zero: ${value}`;
  return least === 'positive' && isZero(value) ? 'a quantity is zero' : undefined;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function isInstant(text: string): boolean {
  if (!instant.test(text) || text < '1970' || text >= '2200') return false;
  const parsed = Date.parse(text);
  // The 30th of February is read as a day of March.
  return !Number.isNaN(parsed) && new Date(parsed).toISOString() === text;
}

function faultOfDate(text: string): string | undefined {
  return isInstant(`${text}T00:00:00.000Z`) ? undefined : `no calendar date: ${text}`;
}
