import { checkDigit } from '@dist/canonical';
import { agreementWith } from './agreements.ts';
import type { Ledger } from './ledger.ts';
import type { Master } from './master.ts';
import type { OrderRow } from './order-row.ts';
import { companyPrefix, type Leaving, pack, type Unit } from './pack.ts';

/** A shipment as `GET /events` tells it and the ledger keeps it. */
export interface ErpShipment {
  readonly id: string;
  readonly shippedOn: string;
  readonly deliveryExpectedOn: string;
  /** `mode` is a code of X12 element 91: `M` motor, `U` parcel. */
  readonly carrier: {
    readonly scac: string;
    readonly name: string;
    readonly mode: string;
    readonly trackingNumber: string;
  };
  readonly billOfLading: string;
  readonly grossWeight: { readonly value: string; readonly unit: string };
  readonly units: readonly Unit[];
  readonly items: readonly (Leaving & { readonly unitId: string })[];
}

const daysUnderway = 3;

/** Packs and posts a shipment; only within a transaction. */
export function ship(
  { ledger, master }: { ledger: Ledger; master: Master },
  order: OrderRow,
  leaving: readonly Leaving[],
  at: string,
): ErpShipment {
  const { pallets } = agreementWith(order.partner ?? undefined);
  const packed = pack(leaving, {
    item: (sku) => master.items.get(sku),
    pallets,
    serial: () => ledger.next('logisticUnit'),
  });
  const count = ledger.next('shipment');
  const shipment = {
    id: `SH-${500_000 + count}`,
    shippedOn: at.slice(0, 10),
    deliveryExpectedOn: new Date(Date.parse(at) + daysUnderway * 86_400_000).toISOString().slice(0, 10),
    carrier: {
      scac: pallets ? 'EXFR' : 'EXPA',
      name: pallets ? 'Example Freight' : 'Example Parcel',
      mode: pallets ? 'M' : 'U',
      trackingNumber: `EX${String(count).padStart(10, '0')}`,
    },
    billOfLading: billOfLading(count),
    grossWeight: { value: packed.weight, unit: 'LBR' },
    units: packed.units,
    items: packed.items,
  };
  ledger.run(
    'INSERT INTO shipments (id, order_number, at, shipment) VALUES (?, ?, ?, ?)',
    ...[shipment.id, order.number, at, JSON.stringify(shipment)],
  );
  return shipment;
}

/** Seventeen digits: company prefix, serial number, check digit (VICS bill of lading). */
function billOfLading(serial: number): string {
  const digits = companyPrefix + String(serial).padStart(16 - companyPrefix.length, '0');
  return digits + checkDigit(digits);
}
