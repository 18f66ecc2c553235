import { type Invoice, makeSscc, type Order, type OrderAcknowledgment, type Shipment } from '@dist/canonical';
import { add, compare, convert, divide, multiply, round, subtract, sum } from '@dist/canonical/arithmetic';
import {
  composeAcknowledgment,
  composeInvoice,
  composeShipNotice,
  defaultPolicy,
  type EnrichedLine,
  enrich,
  type OrderPart,
  type RejectedLine,
} from '@dist/orchestration';
import { given, type Story } from '@dist/orchestration/testing';
import { masterData } from './sample-data.ts';

/** What the partner gets for an order: its 855, and an 856 and an 810 for each ERP order. */
export interface SampleDocuments {
  readonly acknowledgment: OrderAcknowledgment;
  readonly shipments: readonly Shipment[];
  readonly invoices: readonly Invoice[];
}

const policy = { ...defaultPolicy, price: { ...defaultPolicy.price, outside: 'pass' as const } };
const at = '2026-11-18T15:30:00.000Z';

/** Answers an order as a seller would that has everything: what the ERP says, completed from the order. */
export function sampleDocuments(
  partner: string,
  order: Order,
  rejected: readonly RejectedLine[] = [],
): SampleDocuments {
  const enriched = enrich({ partner, order }, masterData, policy);
  if (enriched.type !== 'enriched') throw new Error(JSON.stringify(enriched.failures));
  const { lines, parts, used } = enriched;
  const booked = given([
    { type: 'order.captured', partner, order, receivedAt: at },
    { type: 'order.enriched', lines, parts, used },
    ...parts.map(({ partId }, place) => ({
      ...{ type: 'erp.accepted' as const, partId, erp: 'erp', number: `SO-${100_001 + place}`, rejected },
    })),
  ]);
  const reports = parts.map((part, place) => report(part, lines, rejected, place));
  const shipped = reports.reduce<Story>(
    (story, { part, shipment }) => story.when({ type: 'shipment.posted', partId: part.partId, shipment }),
    booked,
  );
  return {
    acknowledgment: composeAcknowledgment(booked.state, at),
    shipments: reports.map(({ shipment }) => composeShipNotice(shipped.state, shipment)),
    invoices: reports.map(({ invoice }) => composeInvoice(shipped.state, invoice)),
  };
}

interface Packed {
  readonly lineId: string;
  readonly sku: string;
  readonly value: string;
  readonly unit: string;
  /** What of it lies in each carton. */
  readonly cartons: readonly string[];
}

/** What the ERP reports of one order of its own, in base units: a pallet with the cartons of each line, and the invoice. */
function report(part: OrderPart, lines: readonly EnrichedLine[], rejected: readonly RejectedLine[], place: number) {
  const packed = part.lines.flatMap(({ lineId, quantity }): Packed[] => {
    const line = lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined || rejected.some((one) => one.lineId === lineId)) return [];
    const inBase = (value: string) =>
      convert({ ...quantity, value }, line.base.unit, { baseUnit: line.base.unit, conversions: [...line.units] });
    const [value, ...cartons] = [quantity.value, ...inCartons(quantity.value)].map((one) => inBase(one)?.value ?? '0');
    return [{ lineId, sku: line.sku, value: value ?? '0', unit: line.base.unit, cartons }];
  });
  return { part, shipment: shipmentOf(packed, place), invoice: invoiceOf(packed, place) };
}

/** More than three go in two cartons, the second of them fuller. */
function inCartons(quantity: string): readonly string[] {
  if (compare(quantity, '3') <= 0) return [quantity];
  const first = divide(quantity, '3', 0, 'down');
  return [first, subtract(quantity, first)];
}

function shipmentOf(packed: readonly Packed[], place: number): Shipment {
  const serial = 1000 * (place + 1);
  const contents = packed.flatMap(({ cartons, ...line }) => cartons.map((value) => ({ ...line, value })));
  return {
    ...{ kind: 'shipment', version: '1', purpose: 'original', shipmentId: `SH-${200_001 + place}` },
    ...{ createdAt: at, shippedOn: '2026-11-18', deliveryExpectedOn: '2026-11-21' },
    carrier: { scac: 'KSTL', name: 'SAMPLE FREIGHT', mode: 'M', trackingNumber: `PRO${300_001 + place}` },
    parties: { shipFrom: { name: 'KESTREL WAREHOUSE (SAMPLE)', ids: [{ scheme: 'seller', value: 'WH1' }] } },
    references: [{ type: 'billOfLading', value: `BOL${400_001 + place}` }],
    grossWeight: { value: add('40', multiply('12.5', String(contents.length))), unit: 'LBR' },
    units: [
      { unitId: 'T1', type: 'pallet', sscc: makeSscc('9520000', 0, serial) },
      ...contents.map((_, carton) => ({
        ...{ unitId: `P${carton + 1}`, type: 'carton' as const, parentId: 'T1' },
        sscc: makeSscc('9520000', 0, serial + 1 + carton),
      })),
    ],
    items: contents.map(({ lineId, sku, value, unit }, carton) => ({
      ...{ orderNumber: 'SO', lineId, unitId: `P${carton + 1}`, ids: [{ scheme: 'seller' as const, value: sku }] },
      quantity: { value, unit },
    })),
  };
}

function invoiceOf(packed: readonly Packed[], place: number): Invoice {
  const lines = packed.map(({ lineId, sku, value, unit }) => {
    const amount = masterData.items.find((item) => item.sku === sku)?.price ?? '0';
    const net = round(multiply(value, amount), 2);
    return {
      ...{
        lineId,
        ids: [{ scheme: 'seller' as const, value: sku }],
        quantity: { value, unit },
        price: { amount },
        net,
      },
    };
  });
  const freight = {
    ...{ kind: 'charge' as const, code: 'D240', amount: '25', description: 'FREIGHT' },
    method: 'paidByCustomer' as const,
  };
  return {
    ...{ kind: 'invoice', version: '1', number: `INV-${500_001 + place}`, type: 'invoice', date: '2026-11-19' },
    ...{
      orderNumber: 'SO',
      shipmentIds: [`SH-${200_001 + place}`],
      currency: 'USD',
      parties: {},
      references: [],
      lines,
    },
    allowancesCharges: [freight],
    total: add(sum(lines.map(({ net }) => net)), freight.amount),
  };
}
