import type { Quantity } from '@dist/canonical';
import { isDecimal, isNegative, isZero } from '@dist/canonical/arithmetic';
import type { AvailabilityEvent } from './availability-event.ts';

/** What is wrong with an event from outside, in one sentence; undefined when nothing is. Quantities are in `unit`. */
export function faultOf(event: AvailabilityEvent, unit: string): string | undefined {
  if (!isInstant(event.at)) return `at is no instant in UTC with milliseconds: ${event.at}`;
  switch (event.type) {
    case 'stock.reported':
      return first(
        faultOfReport(event),
        faultOfQuantity(event.quantity, unit, 'any'),
        ...(event.reflects ?? []).map((row) => faultOfRow(row.externalReference, row.quantity, unit)),
        ...(event.received ?? []).map((row) => faultOfRow(row.receipt, row.quantity, unit)),
      );
    case 'allocation.reported':
      return first(
        faultOfReport(event),
        ...event.allocations.flatMap(({ externalReference = 'none', quantity, shipped }) => [
          faultOfRow(externalReference, quantity, unit),
          shipped && faultOfQuantity(shipped, unit, 'zero'),
        ]),
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
  if (!isDecimal(value)) return `a quantity is no decimal: ${value}`;
  if (least !== 'any' && isNegative(value)) return `a quantity is less than zero: ${value}`;
  return least === 'positive' && isZero(value) ? 'a quantity is zero' : undefined;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function isInstant(text: string): boolean {
  return instant.test(text) && !Number.isNaN(Date.parse(text));
}

function faultOfDate(text: string): string | undefined {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00.000Z`));
  return isDate ? undefined : `no calendar date: ${text}`;
}
