import { check, Invoice, OrderAcknowledgment, Shipment } from '@dist/canonical';
import { composeAcknowledgment, composeInvoice, composeShipNotice, defaultPolicy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, failed, invoice, line, order, shipment } from './sample.ts';

const of = order([line('1', 'AX-100', '24'), line('2', 'AX-200', '6', 'XCS', { price: { amount: '39' } })]);
const booked = (...more: StoryEvent[]) =>
  given([captured(of), enriched(of), ...(more.length > 0 ? more : [accepted()])]);
const sent = (story: Story, key: string) => {
  const body = story.state.effects[key]?.effect.body;
  if (body?.type !== 'document.send') throw new Error(`${key} is no document`);
  return body.content;
};
const keys = (story: Story) => story.effects.map((effect) => effect.key);

describe('the 855', () => {
  const quantity = (value: string, unit = 'C62') => ({ value, unit });
  it.each<[string, Story, string, readonly unknown[]]>([
    ['all is taken', booked(), 'accepted', [{ status: 'accepted', quantity: quantity('24') }]],
    [
      'the price of a line is refused',
      booked(accepted('1', [{ lineId: '1', quantity: quantity('24'), reason: 'price' }])),
      'acceptedWithChange',
      [{ status: 'rejected', quantity: quantity('24'), reason: 'price' }],
    ],
    [
      'a part of a line is refused',
      booked(accepted('1', [{ lineId: '1', quantity: quantity('4'), reason: 'outOfStock' }])),
      'acceptedWithChange',
      [
        { status: 'accepted', quantity: quantity('20') },
        { status: 'rejected', quantity: quantity('4'), reason: 'outOfStock' },
      ],
    ],
    [
      'a part waits for stock',
      booked({ type: 'line.backordered', partId: '1', lines: [{ lineId: '1', quantity: quantity('9') }] }, accepted()),
      'acceptedWithChange',
      [
        { status: 'accepted', quantity: quantity('15') },
        { status: 'backordered', quantity: quantity('9') },
      ],
    ],
    [
      'all is refused',
      booked({ type: 'erp.rejected', partId: '1', reason: 'credit', message: 'blocked' }),
      'rejected',
      [{ status: 'rejected', quantity: quantity('24'), reason: 'credit' }],
    ],
    [
      'a reason is longer than an 855 can tell',
      booked({ type: 'erp.rejected', partId: '1', reason: 'x'.repeat(31), message: 'blocked' }),
      'rejected',
      [{ status: 'rejected', quantity: quantity('24'), reason: 'x'.repeat(30) }],
    ],
  ])('says so when %s', (_, story, status, responses) => {
    const content = sent(story, 'order-1/855');
    expect(content).toMatchObject({
      status,
      orderNumber: 'PO-1',
      orderDate: '2026-03-02',
      references: [{ type: 'department' }],
    });
    expect((content as OrderAcknowledgment).lines[0]?.responses).toEqual(responses);
    expect(check(OrderAcknowledgment.parse(content))).toEqual([]);
  });

  it('is dated on the day of the last answer', () => {
    expect(composeAcknowledgment(booked().state, '2026-03-04T23:00:00.000Z').acknowledgedOn).toBe('2026-03-04');
    expect(sent(booked(), 'order-1/855')).toMatchObject({ acknowledgedOn: '2026-03-02', sellerOrderNumbers: ['SO-1'] });
  });
});

describe('R22 the 856', () => {
  const story = booked().when(
    shipment('S1', [
      ['1', '24'],
      ['2', '72'],
    ]),
  );

  it('is the report of the ERP, completed from the order, in the units of the buyer', () => {
    const notice = sent(story, 'order-1/856/S1') as Shipment;
    expect(check(Shipment.parse(notice))).toEqual([]);
    expect(notice).toMatchObject({
      shipmentId: 'S1',
      parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
      references: [
        { type: 'billOfLading', value: 'BOL-S1' },
        { type: 'department', value: '042' },
      ],
      items: [
        { orderNumber: 'PO-1', orderDate: '2026-03-02', lineId: '1', quantity: { value: '24', unit: 'C62' } },
        {
          orderNumber: 'PO-1',
          lineId: '2',
          quantity: { value: '6', unit: 'XCS' },
          ordered: { value: '6', unit: 'XCS' },
        },
      ],
    });
    expect(notice.items[0]?.ids).toEqual([
      { scheme: 'buyer', value: 'B-AX-100' },
      { scheme: 'seller', value: 'AX-100' },
    ]);
  });

  it('R19 names the release of a blanket order with its number', () => {
    const release = order([line('1', 'AX-100', '24')], { release: '0003' });
    const posted = given([captured(release), enriched(release), accepted()]).when(shipment('S1', [['1', '24']]));
    expect((sent(posted, 'order-1/856/S1') as Shipment).items[0]).toMatchObject({
      orderNumber: 'PO-1',
      orderRelease: '0003',
    });
    expect(sent(booked().when(shipment('S1', [['1', '24']])), 'order-1/856/S1')).not.toHaveProperty(
      'items.0.orderRelease',
    );
  });

  it('gotcha 21 keeps eaches that make no whole case as eaches, and the ledger with them', () => {
    const part = booked().when(shipment('S1', [['2', '7']]));
    expect((sent(part, 'order-1/856/S1') as Shipment).items[0]?.quantity).toEqual({ value: '7', unit: 'C62' });
    expect(part.lines[1]).toMatchObject({ unit: 'C62', ordered: '72', shipped: '7', open: '65' });
  });

  it('is for the store that its part is for', () => {
    const share = (value: string) => ({
      location: { scheme: 'buyer' as const, value },
      quantity: { value: '12', unit: 'C62' },
    });
    const stores = order([line('1', 'AX-100', '24', 'C62', { allocations: [share('0012'), share('0013')] })]);
    const posted = given([captured(stores), enriched(stores), accepted('0012'), accepted('0013')]).when(
      shipment('S2', [['1', '12']], '0013'),
    );
    const { state } = posted;
    const content = sent(posted, 'order-1/856/S2') as Shipment;
    expect(composeShipNotice(state, content).items[0]?.location).toEqual({ scheme: 'buyer', value: '0013' });
  });

  it('gotcha 27 the same item twice in one carton stays two rows', () => {
    const twice = booked().when(
      shipment('S1', [
        ['1', '12'],
        ['1', '6'],
      ]),
    );
    expect((sent(twice, 'order-1/856/S1') as Shipment).items.map((item) => item.quantity.value)).toEqual(['12', '6']);
  });

  it.each<[string, Story, string, string]>([
    ['more than ordered', booked().when(shipment('S1', [['1', '30']])), 'over-shipment/1', 'shipped 30 of 24'],
    [
      'a line that is not on the order',
      booked().when(shipment('S1', [['9', '1']])),
      'shipment/S1',
      'line 9 is not on the order',
    ],
    [
      'a unit that the item does not know',
      booked().when(shipment('S1', [['1', '1', 'XPX']])),
      'unit/1',
      'does not know the unit XPX',
    ],
  ])('waits for a person: %s', (_, held, hold, reason) => {
    expect(held.phase).toBe('held');
    expect(held.effects).toEqual([]);
    expect(held.state.holds[hold]?.reason).toContain(reason);
    expect(held.when({ type: 'hold.released', hold, by: 'p' }).effects.map((effect) => effect.key)).toEqual([
      'order-1/856/S1',
    ]);
  });

  it('gotcha 22 over-shipment shows as over, never as less than nothing open', () => {
    expect(booked().when(shipment('S1', [['1', '30']])).lines[0]).toMatchObject({
      ordered: '24',
      shipped: '30',
      over: '6',
      open: '0',
    });
  });
});

describe('R23 the 810', () => {
  const shipped = booked().when(
    shipment('S1', [
      ['1', '24'],
      ['2', '72'],
    ]),
  );
  const billed = shipped.when(
    invoice('I1', [
      ['1', '24'],
      ['2', '72'],
    ]),
  );

  it('bills in the units of the buyer what the ERP billed in its own', () => {
    const bill = sent(billed, 'order-1/810/I1') as Invoice;
    expect(check(Invoice.parse(bill))).toEqual([]);
    expect(bill).toMatchObject({
      orderNumber: 'PO-1',
      orderDate: '2026-03-02',
      shipmentIds: ['S1'],
      shippedOn: '2026-03-03',
      terms: { netDays: 30 },
      total: '312',
      lines: [
        { quantity: { value: '24', unit: 'C62' }, price: { amount: '3.25' } },
        { quantity: { value: '6', unit: 'XCS' }, price: { amount: '39' }, net: '234' },
      ],
    });
  });

  it.each<[string, Story, string]>([
    [
      'another price than ordered',
      shipped.when(invoice('I1', [['1', '24']], {}, '3.60')),
      'line 1 at 3.6 per C62, ordered at 3.25',
    ],
    ['a line that is not on the order', shipped.when(invoice('I1', [['9', '1']])), 'line 9 is not on the order'],
  ])('waits for a person: %s', (_, held, reason) => {
    expect(held.effects).toEqual([]);
    expect(held.state.holds['invoice/I1']).toMatchObject({ owner: 'pricing', reason: `invoice I1: ${reason}` });
    expect(
      held.when({ type: 'hold.released', hold: 'invoice/I1', by: 'p' }).effects.map((effect) => effect.key),
    ).toEqual(['order-1/810/I1']);
  });

  it('a price within the tolerance is billed', () => {
    expect(keys(shipped.when(invoice('I1', [['1', '24']], {}, '3.26')))).toEqual(['order-1/810/I1']);
  });

  it('a shipment whose notice the partner rejected covers no invoice', () => {
    const rejected = shipped.when(done('order-1/856/S1'), acknowledged('order-1/856/S1', 'rejected', ['AK3*REF']));
    expect(rejected.when(invoice('I1', [['1', '24']])).effects).toEqual([]);
    const resent = rejected.when(invoice('I1', [['1', '24']]), {
      type: 'operator.replayed',
      effect: 'order-1/856/S1',
      by: 'p',
      reason: 'mended',
    });
    expect(keys(resent)).toEqual(['order-1/856/S1#2', 'order-1/810/I1']);
  });

  it('a credit memo frees what it credits, in any order', () => {
    const memo = invoice('A-CM', [['1', '24']], { type: 'creditMemo' });
    const second = invoice('A-I2', [['1', '24']]);
    const first = shipped.when(invoice('I1', [['1', '24']]));
    expect(keys(first.when(second))).toEqual([]);
    expect(keys(first.when(second).when(memo))).toEqual(['order-1/810/A-CM', 'order-1/810/A-I2']);
    expect(first.when(second, memo).lines[0]).toMatchObject({ invoiced: '24' });
    expect(keys(shipped.when(memo))).toEqual([]);
    expect(keys(shipped.when(memo, invoice('I1', [['1', '24']])))).toEqual(['order-1/810/I1', 'order-1/810/A-CM']);
  });

  it('the invoice of several shipments names none that the ERP did not', () => {
    const { state } = shipped.when(shipment('S2', [['1', '1']]));
    const content = sent(billed, 'order-1/810/I1') as Invoice;
    expect(composeInvoice(state, { ...content, shipmentIds: [] }).shipmentIds).toEqual([]);
  });
});

describe('R23 what tells of goods and money comes after what answers the order', () => {
  const two = order([
    line('1', 'AX-100', '6', 'C62', {
      allocations: ['0012', '0013'].map((value) => ({
        location: { scheme: 'buyer', value },
        quantity: { value: '3', unit: 'C62' },
      })),
    }),
  ]);
  const early = [shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']])];
  const documents = ['order-1/855', 'order-1/856/S1', 'order-1/810/I1'];
  const { channels } = defaultPolicy;
  const quiet = { ...defaultPolicy, channels: { ...channels, edi: { ...channels.edi, acknowledge: false } } };

  it('shipment and invoice that are known before the answer wait for it, and leave in order', () => {
    const story = given([captured(), enriched(), ...early]);
    expect(keys(story)).toEqual(['order-1/enrich', 'order-1/erp.submit/1']);
    expect(Object.keys(story.state.timers)).toContain('856/S1');
    expect(keys(story.when(accepted()))).toEqual(documents);
  });

  it('the shipment of one part waits for the answer to the other', () => {
    const story = given([captured(two), enriched(two), accepted('0012'), shipment('S1', [['1', '3']], '0012')]);
    expect(keys(story)).not.toContain('order-1/856/S1');
    expect(keys(story.when(accepted('0013')))).toEqual(['order-1/855', 'order-1/856/S1']);
  });

  it('an 855 that waits for a person holds nothing back', () => {
    const story = booked(accepted(), failed('order-1/855', 'pricing'));
    expect(story.phase).toBe('parked');
    expect(keys(story.when(...early))).toEqual(['order-1/856/S1', 'order-1/810/I1']);
  });

  it('a hold that comes after the answer holds nothing back', () => {
    const story = booked(accepted(), { type: 'hold.placed', hold: 'credit', reason: 'limit' });
    expect(keys(story.when(...early))).toEqual(['order-1/856/S1', 'order-1/810/I1']);
  });

  it('a submit that waits for a person holds the notice back, and the notice is overdue all the same', () => {
    const story = given([captured(), enriched(), failed('order-1/erp.submit/1', 'pricing')]).when(...early);
    expect([story.phase, keys(story)]).toEqual(['parked', []]);
    const later = story.when({ type: 'timer.fired', timer: '856/S1', at: '2026-03-05T00:00:00.000Z' });
    expect(Object.keys(later.state.breaches)).toEqual(['856/S1']);
    expect(keys(later.when(accepted()))).toEqual(documents);
  });

  it('a partner who wants no 855 gets the notice at once', () => {
    expect(keys(given([captured(), enriched(), ...early], { policy: quiet }))).toEqual([
      'order-1/enrich',
      'order-1/erp.submit/1',
      'order-1/856/S1',
      'order-1/810/I1',
    ]);
  });

  it('a shop is told at once', () => {
    const shop = order(undefined, { channel: 'shop', parties: {} });
    expect(keys(given([captured(shop), enriched(shop), ...early])).slice(2)).toEqual([
      'order-1/fulfillment/S1',
      'order-1/invoice/I1',
    ]);
  });

  it('an invoice waits while a hold stops the notice of its shipment', () => {
    const strange = shipment('S1', [
      ['1', '24'],
      ['9', '1'],
    ]);
    const story = booked(accepted(), strange, invoice('I1', [['1', '24']]));
    expect(Object.keys(story.state.holds)).toEqual(['shipment/S1']);
    expect(keys(story)).not.toContain('order-1/810/I1');
    const released = story.when({ type: 'hold.released', hold: 'shipment/S1', by: 'warehouse' });
    expect(keys(released)).toEqual(['order-1/856/S1', 'order-1/810/I1']);
  });
});

describe('R13 gotcha 38 a document that the partner rejects', () => {
  const rejected = booked().when(done('order-1/855'), acknowledged('order-1/855', 'rejected', ['AK5*R*5']));

  it('parks with the codes and is not sent again by itself', () => {
    expect(rejected.phase).toBe('parked');
    expect(rejected.effects).toEqual([]);
    expect(rejected.state.effects['order-1/855']).toMatchObject({
      status: 'parked',
      class: 'partnerFormat',
      message: expect.stringContaining('AK5*R*5'),
    });
  });

  it('R12 goes out again as a new document when an operator says so, with what was corrected', () => {
    const body = rejected.state.effects['order-1/855']?.effect.body;
    if (body?.type !== 'document.send' || body.document !== '855') throw new Error('no 855');
    const correction = { ...body, content: { ...body.content, references: [{ type: 'department', value: '043' }] } };
    const resent = rejected.when({
      type: 'operator.replayed',
      effect: 'order-1/855',
      by: 'p',
      reason: 'department',
      correction,
    });
    expect(resent.effects).toMatchObject([
      { key: 'order-1/855#2', attempt: 1, body: { content: { references: [{ value: '043' }] } } },
    ]);
    expect(resent.phase).toBe('fulfilling');
    const twice = resent.when(done('order-1/855#2'), acknowledged('order-1/855#2', 'rejected'));
    expect(keys(twice.when({ type: 'operator.replayed', effect: 'order-1/855#2', by: 'p', reason: 'again' }))).toEqual([
      'order-1/855#3',
    ]);
  });

  it('a correction of another type is refused', () => {
    const body = { type: 'order.enrich', partner: 'x', order: of, round: 1 } as const;
    const story = rejected.when({
      type: 'operator.replayed',
      effect: 'order-1/855',
      by: 'p',
      reason: 'r',
      correction: body,
    });
    expect(story.state).toBe(rejected.state);
    expect(story.notes).toMatchObject([{ type: 'replay.refused' }]);
  });

  it.each<[string, Story]>([
    [
      'the rejection overtakes our own report of the sending',
      booked().when(acknowledged('order-1/855', 'rejected'), done('order-1/855')),
    ],
    [
      'a later advice rejects what was acknowledged',
      booked().when(done('order-1/855'), acknowledged('order-1/855'), acknowledged('order-1/855', 'rejected')),
    ],
    [
      'an acceptance comes after the rejection',
      booked().when(done('order-1/855'), acknowledged('order-1/855', 'rejected'), acknowledged('order-1/855')),
    ],
  ])('parks also when %s', (_, story) => {
    expect(story.phase).toBe('parked');
    expect(story.when(done('order-1/855')).state).toBe(story.state);
  });

  it('a document that never left keeps its key and its bytes', () => {
    const stuck = booked().when(failed('order-1/855', 'pricing'));
    expect(
      stuck.when({ type: 'operator.replayed', effect: 'order-1/855', by: 'p', reason: 'r' }).effects,
    ).toMatchObject([{ key: 'order-1/855', attempt: 2 }]);
  });
});
