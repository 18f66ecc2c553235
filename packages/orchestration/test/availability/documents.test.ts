import * as canonical from '@dist/canonical';
import { type InventoryAvailability, validate } from '@dist/canonical';
import { availabilityDocument, inBaseUnit, reportedEvents } from '@dist/orchestration/availability';
import { describe, expect, it } from 'vitest';
import { givenStock } from './given-stock.ts';
import { apart, item, patient, pieces, receipt, request, second, start, stock } from './sample-stock.ts';

const parties = { seller: { ids: [{ scheme: 'seller', value: 'us' }] } } as const;
const cases = (value: string) => ({ value, unit: 'XCS' });

describe('a stock report that comes in', () => {
  const report: InventoryAvailability = {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number: 'R-1',
    asOf: '2026-03-02T09:00:00+01:00',
    parties: { seller: { ids: [] } },
    references: [],
    items: [
      {
        ids: [{ scheme: 'seller', value: 'AX-100' }],
        location: { scheme: 'erp', value: 'WH1' },
        quantities: [
          { type: 'onHand', quantity: cases('2') },
          { type: 'unsalable', quantity: pieces(3) },
          { type: 'allocated', quantity: pieces(4) },
          { type: 'availableToPromise', quantity: pieces(17) },
        ],
      },
    ],
  };
  const settings = { source: 'erp', at: start, itemOf: () => item };

  it('counts in the base unit, less what cannot be sold', () => {
    const { events, issues } = reportedEvents(report, settings);
    expect(issues.map(({ code, found }) => [code, found])).toEqual([['availability-not-used', 'availableToPromise']]);
    const { left } = givenStock(events.map(({ event }) => event));
    expect(left()).toMatchObject({ quantity: pieces(17), oldest: { asOf: start } });
  });

  it.each([
    ['an item that nobody knows', { ...settings, itemOf: () => undefined }, 'availability-unknown'],
    ['a location that nobody knows', { ...settings, locationOf: () => undefined }, 'availability-unknown'],
    [
      'a unit that the item does not know',
      { ...settings, itemOf: () => ({ ...item, conversions: [] }) },
      'quantity-not-convertible',
    ],
  ])('of %s gives an issue and no event', (_, wrong, code) => {
    const { events, issues } = reportedEvents(report, wrong);
    expect([events, issues[0]?.code]).toEqual([[], code]);
  });
});

describe('an event in another unit', () => {
  it.each([
    ['a request', request('a', 1, { quantity: cases('2') }), { quantity: pieces(24) }],
    ['stock', stock(1, 1, { quantity: cases('0.5') }), { quantity: pieces(6) }],
    [
      'an allocation',
      apart(1, {}, { allocations: [{ externalReference: 'E-1', quantity: cases('1'), shipped: cases('2') }] }),
      { allocations: [{ externalReference: 'E-1', quantity: pieces(12), shipped: pieces(24) }] },
    ],
  ])('is converted by the item: %s', (_, event, expected) => {
    expect(inBaseUnit(event, item)).toMatchObject({ ok: true, value: expected });
  });

  it('that the item does not know is an issue', () => {
    const answer = inBaseUnit(request('a', 1, { quantity: { value: '1', unit: 'PF' } }), item);
    expect(answer).toMatchObject({
      ok: false,
      issues: [{ code: 'quantity-not-convertible', path: ['quantity'], found: 'PF' }],
    });
  });
});

describe('a stock report that goes out', () => {
  const policy = {
    ...patient,
    onHand: { ...patient.onHand, limit: { seconds: 3600, whenOlder: 'block', bufferPercent: '0' } },
  } as const;
  const { state } = givenStock(
    [stock(1, 10), apart(1, { other: 2 }), receipt('P-1', 1, 6, '2026-03-03'), request('a', 3)],
    policy,
  );

  it('has all numbers for ourselves, and is valid', () => {
    const document = availabilityDocument(
      [state],
      { number: 'S-1', at: second(10), parties: { seller: { ids: [...parties.seller.ids] } } },
      policy,
    );
    expect(validate(canonical.InventoryAvailability, document)).toMatchObject({ ok: true, issues: [] });
    expect(document.items[0]?.quantities.map(({ type, quantity, on }) => [type, quantity.value, on])).toEqual([
      ['onHand', '10', undefined],
      ['reserved', '3', undefined],
      ['allocated', '2', undefined],
      ['inbound', '6', '2026-03-04'],
      ['availableToPromise', '5', undefined],
    ]);
    expect(document.expiresAt).toBe(second(3600));
  });

  it('has one number for a channel', () => {
    const settings = { number: 'S-1', at: second(10), channel: 'shop', parties: {} };
    const document = availabilityDocument([state], settings, policy);
    expect(document).toMatchObject({
      channel: 'shop',
      items: [{ quantities: [{ type: 'availableToPromise', quantity: pieces(5) }] }],
    });
    expect(() => availabilityDocument([state], { ...settings, channel: 'nobody' }, policy)).toThrow(RangeError);
    expect(() => availabilityDocument([], settings, policy)).toThrow(RangeError);
  });
});
