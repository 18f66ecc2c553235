import {
  ApplicationAdvice,
  Customer,
  FulfillmentConfirmation,
  FulfillmentRequest,
  InventoryAvailability,
  Invoice,
  Item,
  Order,
  OrderAcknowledgment,
  OrderChange,
  PartnerIdentity,
  Remittance,
  Return,
  Shipment,
  ShipmentStatus,
  TextMessage,
  validate,
} from '@dist/canonical';
import { isDecimal, normalize } from '@dist/canonical/arithmetic';
import * as testing from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('what ./testing makes', () => {
  it.each([
    ['orders', Order, testing.order()],
    ['acknowledgments', OrderAcknowledgment, testing.orderAcknowledgment()],
    ['shipments', Shipment, testing.shipment()],
    ['invoices', Invoice, testing.invoice()],
    ['changes', OrderChange, testing.orderChange()],
    ['answers to changes', OrderAcknowledgment, testing.changeAcknowledgment()],
    ['availability', InventoryAvailability, testing.inventoryAvailability()],
    ['returns', Return, testing.return()],
    ['remittances', Remittance, testing.remittance()],
    ['requests to a warehouse', FulfillmentRequest, testing.fulfillmentRequest()],
    ['confirmations of a warehouse', FulfillmentConfirmation, testing.fulfillmentConfirmation()],
    ['statuses of a shipment', ShipmentStatus, testing.shipmentStatus()],
    ['application advice', ApplicationAdvice, testing.applicationAdvice()],
    ['text messages', TextMessage, testing.textMessage()],
    ['items', Item, testing.item()],
    ['customers', Customer, testing.customer()],
    ['identities', PartnerIdentity, testing.partnerIdentity()],
  ] as const)('%s are valid, without so much as a warning', (_, schema, arbitrary) => {
    const property = fc.property(arbitrary as fc.Arbitrary<unknown>, (document) => {
      expect(validate<unknown>(schema, document)).toEqual({ ok: true, value: document, issues: [] });
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('documents survive JSON', () => {
    fc.assert(
      fc.property(testing.order(), (order) => {
        expect(JSON.parse(JSON.stringify(order))).toEqual(order);
      }),
    );
  });

  it('they are not all alike: some have stores, some no price, some a zero price, some ids that are no numbers', () => {
    const orders = fc.sample(testing.order(), { numRuns: 200, seed: 1 });
    const lines = orders.flatMap((order) => order.lines);
    expect(lines.some((line) => (line.allocations?.length ?? 0) > 1)).toBe(true);
    expect(lines.some((line) => line.price === undefined)).toBe(true);
    expect(lines.some((line) => line.price?.amount === '0')).toBe(true);
    expect(lines.some((line) => /[A-Za-z]/.test(line.lineId))).toBe(true);
    expect(new Set(orders.map((order) => order.currency)).size).toBe(3);
    const shipments = fc.sample(testing.shipment(), { numRuns: 200, seed: 1 });
    expect(shipments.some((shipment) => shipment.units.some((unit) => unit.parentId !== undefined))).toBe(true);
    expect(shipments.some((shipment) => new Set(shipment.items.map((item) => item.orderNumber)).size > 1)).toBe(true);
  });

  it('decimals are canonical, with no more digits than asked for', () => {
    fc.assert(
      fc.property(testing.decimal({ places: 3, max: 10, zero: false }), (value) => {
        expect([isDecimal(value), normalize(value), value === '0']).toEqual([true, value, false]);
        expect((value.split('.')[1] ?? '').length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
