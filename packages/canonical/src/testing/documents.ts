import * as fc from 'fast-check';
import { subtract } from '../arithmetic/add.ts';
import { allocate } from '../arithmetic/allocate.ts';
import type { Order, OrderLine } from '../document/order.ts';
import type { AcknowledgedLine, LineResponse, OrderAcknowledgment } from '../document/order-acknowledgment.ts';
import type { PackedItem, Shipment, ShipmentUnit } from '../document/shipment.ts';
import { makeSscc } from '../gs1/sscc.ts';
import type { Quantity } from '../value/value.ts';
import {
  allowanceCharge,
  calendarDate,
  code,
  currency,
  instant,
  itemIds,
  lineId,
  linesOf,
  parties,
  placeId,
  price,
  quantity,
  references,
  terms,
  text,
} from './values.ts';

function orderLine(): fc.Arbitrary<OrderLine> {
  const stores = fc.uniqueArray(placeId(), { minLength: 1, maxLength: 4, selector: (id) => id.value });
  return fc
    .record(
      { lineId, ids: itemIds(), description: text(40), quantity: quantity(), price: price(), stores },
      { requiredKeys: ['lineId', 'ids', 'quantity'] },
    )
    .map(({ stores: locations, ...line }) => (locations === undefined ? line : withAllocations(line, locations)));
}

function withAllocations(
  line: OrderLine,
  locations: readonly { scheme: 'gln' | 'buyer'; value: string }[] | unknown[],
): OrderLine {
  const places = line.quantity.value.split('.')[1]?.length ?? 0;
  const parts = allocate(
    line.quantity.value,
    locations.map(() => '1'),
    places,
  );
  const allocations = parts.flatMap((value, index) => {
    const location = locations[index] as OrderLine['ids'][number];
    return value === '0' ? [] : [{ location, quantity: { value, unit: line.quantity.unit } }];
  });
  return { ...line, allocations };
}

/** A valid Order: prices may be zero, missing or per hundred, line ids any text, stores may share a line. */
export function order(): fc.Arbitrary<Order> {
  return fc
    .record(
      {
        kind: fc.constant('order'),
        version: fc.constant('1'),
        purpose: fc.constantFrom('original', 'cancellation', 'replace', 'confirmation', 'duplicate', 'informationCopy'),
        number: code(),
        release: code(5),
        channel: fc.constantFrom('edi', 'shop'),
        currency,
        placedAt: instant(),
        dates: orderDates(),
        parties: parties(),
        terms: terms(),
        references: references(),
        lines: linesOf(orderLine()),
        allowancesCharges: fc.array(allowanceCharge(), { minLength: 1, maxLength: 2 }),
        notes: fc.array(text(60), { minLength: 1, maxLength: 2 }),
      },
      {
        requiredKeys: [
          'kind',
          'version',
          'purpose',
          'number',
          'channel',
          'currency',
          'dates',
          'parties',
          'references',
          'lines',
        ],
      },
    )
    .map((value): Order => value);
}

function orderDates(): fc.Arbitrary<Order['dates']> {
  return fc
    .record(
      { ordered: calendarDate(), shipNotBefore: calendarDate(), shipNotAfter: calendarDate() },
      { requiredKeys: [] },
    )
    .map((dates) => {
      const { shipNotBefore: from, shipNotAfter: until } = dates;
      return from !== undefined && until !== undefined && from > until
        ? { ...dates, shipNotBefore: until, shipNotAfter: from }
        : dates;
    });
}

/** A valid OrderAcknowledgment: lines accepted, changed, rejected or partly backordered. */
export function orderAcknowledgment(): fc.Arbitrary<OrderAcknowledgment> {
  return fc
    .record(
      {
        kind: fc.constant('orderAcknowledgment'),
        version: fc.constant('1'),
        purpose: fc.constant('original'),
        status: fc.constant('acceptedWithChange'),
        orderNumber: code(),
        orderRelease: code(5),
        orderDate: calendarDate(),
        acknowledgedOn: calendarDate(),
        sellerOrderNumbers: fc.uniqueArray(code(), { maxLength: 2 }),
        currency,
        parties: parties(),
        references: references(),
        lines: linesOf(acknowledgedLine()),
      },
      {
        requiredKeys: [
          'kind',
          'version',
          'purpose',
          'status',
          'orderNumber',
          'acknowledgedOn',
          'sellerOrderNumbers',
          'currency',
          'parties',
          'references',
          'lines',
        ],
      },
    )
    .map((value): OrderAcknowledgment => value);
}

function acknowledgedLine(): fc.Arbitrary<AcknowledgedLine> {
  const outcome = fc.constantFrom('accepted', 'rejected', 'changed', 'split');
  return fc
    .record(
      { lineId, ids: itemIds(), quantity: quantity(), price: price(), outcome, other: quantity() },
      { requiredKeys: ['lineId', 'ids', 'quantity', 'outcome', 'other'] },
    )
    .map(({ outcome: chosen, other, ...line }) => ({ ...line, responses: responsesFor(chosen, line.quantity, other) }));
}

function responsesFor(outcome: string, ordered: Quantity, other: Quantity): LineResponse[] {
  const whole = /^[0-9]+$/.test(ordered.value) && ordered.value !== '1';
  if (outcome === 'rejected') return [{ status: 'rejected', quantity: ordered, reason: 'price' }];
  if (outcome === 'changed') {
    return [{ status: 'acceptedWithChange', quantity: { ...other, unit: ordered.unit }, reason: 'quantity' }];
  }
  if (outcome === 'split' && whole) {
    const rest = subtract(ordered.value, '1');
    return [
      { status: 'accepted', quantity: { ...ordered, value: '1' } },
      { status: 'backordered', quantity: { ...ordered, value: rest }, reason: 'outOfStock' },
    ];
  }
  return [{ status: 'accepted', quantity: ordered }];
}

/** A valid Shipment: pallets and cartons or loose, the same item twice in one carton, several orders in one carton. */
export function shipment(): fc.Arbitrary<Shipment> {
  const packing = fc.record({ pallets: fc.integer({ min: 0, max: 2 }), cartons: fc.integer({ min: 0, max: 4 }) });
  const head = fc.record(
    {
      shipmentId: code(),
      createdAt: instant(),
      shippedOn: calendarDate(),
      carrier: fc.record({ scac: fc.constantFrom('ABCD', 'UPSN'), trackingNumber: code() }, { requiredKeys: ['scac'] }),
      parties: parties(),
      references: references(),
    },
    { requiredKeys: ['shipmentId', 'createdAt', 'shippedOn', 'carrier', 'parties', 'references'] },
  );
  return fc
    .record({
      head,
      packing,
      serial: fc.integer({ min: 0, max: 9_000_000 }),
      items: fc.array(packedItem(), { minLength: 1, maxLength: 6 }),
      again: fc.boolean(),
    })
    .map(({ head: fields, packing: { pallets, cartons }, serial, items, again }): Shipment => {
      const units = packingUnits(pallets, cartons, serial);
      const places = units.filter((unit) => unit.type === 'carton');
      const put = (item: PackedItem, index: number): PackedItem =>
        places.length === 0 ? item : { ...item, unitId: places[index % places.length]?.unitId };
      // The leaf is a bag: one carton may hold the very same item twice, in two rows.
      const rows = again ? [...items, items[0] as PackedItem] : items;
      const packed = rows.map((item, index) => put(item, index === items.length ? 0 : index));
      return { kind: 'shipment', version: '1', purpose: 'original', ...fields, units, items: packed };
    });
}

function packedItem(): fc.Arbitrary<PackedItem> {
  return fc.record(
    {
      ...{ orderNumber: fc.constantFrom('PO-1', 'PO-2'), orderRelease: fc.constantFrom('1', '2') },
      ...{ lineId, ids: itemIds(), quantity: quantity(), lot: code(8) },
    },
    { requiredKeys: ['orderNumber', 'lineId', 'ids', 'quantity'] },
  );
}

function packingUnits(pallets: number, cartons: number, serial: number): ShipmentUnit[] {
  const sscc = (index: number): string => makeSscc('0614141', 0, serial + index);
  const palletIds = Array.from({ length: pallets }, (_, index) => `pallet-${index + 1}`);
  return [
    ...palletIds.map((unitId, index): ShipmentUnit => ({ unitId, type: 'pallet', sscc: sscc(index) })),
    ...Array.from({ length: cartons }, (_, index): ShipmentUnit => {
      const carton: ShipmentUnit = { unitId: `carton-${index + 1}`, type: 'carton', sscc: sscc(pallets + index) };
      return pallets === 0 ? carton : { ...carton, parentId: palletIds[index % pallets] };
    }),
  ];
}
