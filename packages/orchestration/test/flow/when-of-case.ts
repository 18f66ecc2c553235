import type { FlowAmount, FlowEvent, FlowLine } from '@dist/orchestration/testing';
import type { FlowCase } from './flow-case.ts';
import { partnerId } from './given-of-case.ts';

type Json = Record<string, unknown>;
type CaseEvent = FlowCase['when'][number];

/** The events of a scenario in the words of the harness. */
export function whenOf({ when }: FlowCase): readonly FlowEvent[] {
  return when.flatMap((event) => {
    const read = readers[event.event];
    if (read === undefined) throw new Error(`nobody knows the event "${event.event}"`);
    const who = { ...(event['po'] !== undefined && { order: String(event['po']) }) };
    const partner = event['partner'] === undefined ? {} : { partner: partnerId(event['partner']) };
    return read(event).map((told): FlowEvent => ({ at: event.at, ...who, ...partner, ...told }));
  });
}

type Told = FlowEvent extends infer Each ? (Each extends FlowEvent ? Omit<Each, 'at'> : never) : never;

const readers: Readonly<Record<string, (event: CaseEvent) => readonly Told[]>> = {
  '850 received': (event) => [
    {
      event: '850 received',
      // Control numbers, zone and notes make each message another one, as they do outside.
      key: JSON.stringify(event),
      lines: linesOf(event),
      ...(event['purpose'] !== undefined && { purpose: event['purpose'] as '00' }),
      ...(event['shipTo'] !== undefined && { shipTo: (event['shipTo'] as { id: string }).id }),
    },
  ],
  '860 received': (event) => [
    {
      event: '860 received',
      sequence: Number(event['sequence']),
      ...(event['purpose'] === '01' && { purpose: '01' }),
      lines: ((event['lines'] ?? []) as (Json & { code: 'QD' | 'QI' })[]).map((row) => ({
        line: String(row['line']),
        action: row.code === 'QI' ? 'increaseQuantity' : 'decreaseQuantity',
        quantity: String(row['qty']),
        unit: String(row['unit']),
      })),
    },
  ],
  'erp accepted': (event) => [{ event: 'erp accepted', ...answerOf(event) }],
  'erp look-up finds': (event) => [{ event: 'erp look-up finds', ...answerOf(event) }],
  'erp look-up finds nothing': () => [{ event: 'erp look-up finds nothing' }],
  'erp reply lost': (event) => [{ event: 'erp reply lost', ...partIn(event) }],
  '940 sent': () => [{ event: '940 sent' }],
  picked: () => [{ event: 'picked' }],
  'warehouse refuses cancel': () => [{ event: 'warehouse refuses cancel' }],
  '945 received': (event) => [
    { event: '945 received', lines: amountsOf(event['lines']), shipment: String(event['shipment']) },
  ],
  shipped: (event) => [
    {
      event: 'shipped',
      ...(event['shipment'] !== undefined && { shipment: String(event['shipment']) }),
      ...(event['load'] !== undefined && { load: String(event['load']) }),
      ...(event['lines'] !== undefined && { lines: amountsOf(event['lines']) }),
      ...(event['cartons'] !== undefined && {
        cartons: (event['cartons'] as { id: string; rows: Json[] }[]).map(({ id, rows }) => ({
          id,
          rows: amountsOf(rows),
        })),
      }),
    },
  ],
  'invoice posted': (event) => [
    {
      event: 'invoice posted',
      invoice: String(event['invoice']),
      ...(event['shipment'] !== undefined && { shipment: String(event['shipment']) }),
      ...(event['lines'] !== undefined && { lines: amountsOf(event['lines']) }),
    },
  ],
  clock: () => [{ event: 'clock' }],
};

function partIn(event: CaseEvent): { part?: string } {
  return event['part'] === undefined ? {} : { part: String(event['part']) };
}

function answerOf(event: CaseEvent) {
  const rows = (event['lines'] ?? []) as Json[];
  const backordered = rows.flatMap((row) =>
    row['backordered'] === undefined ? [] : [{ line: String(row['line']), quantity: String(row['backordered']) }],
  );
  const substitutes = rows.flatMap((row) =>
    row['substitute'] === undefined ? [] : [{ line: String(row['line']), item: String(row['substitute']) }],
  );
  return {
    ...partIn(event),
    ...(event['number'] !== undefined && { number: String(event['number']) }),
    ...(backordered.length > 0 && { backordered }),
    ...(substitutes.length > 0 && { substitutes }),
  };
}

function amountsOf(rows: unknown): FlowAmount[] {
  return (rows as Json[]).map((row) => {
    const [value, unit] = String(row['weight'] ?? '').split(' ');
    return {
      line: String(row['line']),
      quantity: String(row['qty']),
      ...(row['unit'] !== undefined && { unit: String(row['unit']) }),
      ...(value && unit && { weight: { value, unit } }),
    };
  });
}

interface Allocated {
  readonly sdq?: { readonly stores: Record<string, string> };
  readonly sdqSegments?: readonly { readonly pairs: readonly (readonly [string, string])[] }[];
}

function linesOf(event: CaseEvent): FlowLine[] {
  const plain = [{ line: '1', item: 'AX-100', qty: '24', unit: 'EA', price: '3.25' }];
  return ((event['lines'] ?? plain) as (Json & Allocated)[]).map((row) => {
    const stores = row.sdqSegments?.flatMap(({ pairs }) => pairs) ?? Object.entries(row.sdq?.stores ?? {});
    return {
      line: String(row['line']),
      item: String(row['item']),
      quantity: String(row['qty']),
      unit: String(row['unit']),
      price: String(row['price']),
      ...(row['priceUnit'] !== undefined && { priceUnit: String(row['priceUnit']) }),
      ...(stores.length > 0 && { stores }),
    };
  });
}
