import type { AvailabilityEvent, AvailabilityPolicy } from '@dist/orchestration/availability';
// Not by the entry, which has schemas: the built checks have to stand without zod.
import { defaultAvailabilityPolicy } from '../../src/availability/default-availability-policy.ts';
import { emptyAvailability } from '../../src/availability/empty-availability.ts';

export const item = { sku: 'AX-100', baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '12' }] };
export const nothing = emptyAvailability(item);

const never = { seconds: 31_536_000, whenOlder: 'use', bufferPercent: '0' } as const;

/** Numbers that do not grow old, so that a story is about something else. */
export const patient: AvailabilityPolicy = {
  ...defaultAvailabilityPolicy,
  onHand: { ...defaultAvailabilityPolicy.onHand, limit: never },
  allocations: { sources: [], limit: never },
  receipts: { dockToStockDays: 1, limit: never },
  reservations: { holdSeconds: 60, maximumHoldSeconds: 600 },
};

export const start = '2026-03-02T08:00:00.000Z';

/** So many seconds after the start. */
export function second(count: number): string {
  return new Date(Date.parse(start) + count * 1000).toISOString();
}

export function pieces(count: number | string): { readonly value: string; readonly unit: string } {
  return { value: String(count), unit: 'C62' };
}

type Of<Type extends AvailabilityEvent['type']> = Extract<AvailabilityEvent, { readonly type: Type }>;

/** What the ERP says lies at the warehouse `WH1`. */
export function stock(sequence: number, count: number, more: Partial<Of<'stock.reported'>> = {}): Of<'stock.reported'> {
  const base = { key: `stock-${sequence}`, at: start, source: 'erp', location: 'WH1', sequence, asOf: start };
  return { ...base, type: 'stock.reported', report: 'snapshot', quantity: pieces(count), ...more };
}

export function delta(sequence: number, count: number, more: Partial<Of<'stock.reported'>> = {}): Of<'stock.reported'> {
  return stock(sequence, count, { report: 'delta', ...more });
}

/** What the warehouse has set apart: reference → pieces, or pieces and what has left. */
export function apart(
  sequence: number,
  rows: Readonly<Record<string, number | readonly [number, number]>>,
  more: Partial<Of<'allocation.reported'>> = {},
): Of<'allocation.reported'> {
  const allocations = Object.entries(rows).map(([externalReference, row]) => {
    const [quantity, shipped] = typeof row === 'number' ? [row, 0] : row;
    return { externalReference, quantity: pieces(quantity), shipped: pieces(shipped) };
  });
  const base = { key: `apart-${sequence}`, at: start, source: 'wms', location: 'WH1', sequence, asOf: start };
  return { ...base, type: 'allocation.reported', report: 'complete', allocations, ...more };
}

export function receipt(
  name: string,
  sequence: number,
  count: number,
  on: string,
  more: Partial<Of<'receipt.expected'>> = {},
): Of<'receipt.expected'> {
  const base = { key: `${name}-${sequence}`, at: start, source: 'erp', location: 'WH1', sequence, asOf: start };
  return { ...base, type: 'receipt.expected', receipt: name, quantity: pieces(count), on, ...more };
}

export function request(
  reservation: string,
  count: number | string,
  more: Partial<Of<'reservation.requested'>> = {},
): Of<'reservation.requested'> {
  const base = { key: `request-${reservation}`, at: start, type: 'reservation.requested' } as const;
  return { ...base, reservation, channel: 'shop', quantity: pieces(count), ...more };
}

export function confirm(
  reservation: string,
  externalReference: string,
  more: Partial<Of<'reservation.confirmed'>> = {},
): Of<'reservation.confirmed'> {
  const base = { key: `confirm-${reservation}`, at: start } as const;
  return { ...base, type: 'reservation.confirmed', reservation, externalReference, ...more };
}

export function release(
  reservation: string,
  more: Partial<Of<'reservation.released'>> = {},
): Of<'reservation.released'> {
  return { key: `release-${reservation}`, at: start, type: 'reservation.released', reservation, ...more };
}
