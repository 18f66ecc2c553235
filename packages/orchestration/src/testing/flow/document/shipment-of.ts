import type { Order, PackedItem, Shipment } from '@dist/canonical';
import type { FlowEventOf, FlowShippedAmount } from '../flow-event.ts';
import { lineAmountOf, unitOf } from './amount-of.ts';

/** The shipment that an event tells of: all that was ordered, where it tells neither lines nor cartons. */
export function shipmentOf(event: FlowEventOf<'shipped'>, at: string, number: string, order?: Order): Shipment {
  const cartons = event.cartons ?? [];
  const whole = (order?.lines ?? []).map((line) => ({ line: line.lineId, quantity: line.quantity.value }));
  const item = (row: FlowShippedAmount, unitId?: string): PackedItem => ({
    orderNumber: number,
    ids: [],
    ...lineAmountOf(row, order),
    ...(unitId !== undefined && { unitId }),
    ...(row.weight && { weight: { value: row.weight.value, unit: unitOf(row.weight.unit) } }),
  });
  const loose = (event.lines ?? (cartons.length === 0 ? whole : [])).map((row) => item(row));
  const packed = cartons.flatMap(({ id, rows }) => rows.map((row) => item(row, id)));
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: event.shipment ?? 'S1',
    createdAt: at,
    shippedOn: at.slice(0, 10),
    carrier: {},
    parties: {},
    references: [],
    items: [...loose, ...packed],
    units: cartons.map(({ id }) => ({ unitId: id, type: 'carton' })),
  };
}
