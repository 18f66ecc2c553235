import { defaultPolicy, dryRun, phase, transition } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, failed, invoice, line, order, shipment } from './sample.ts';

const keys = (story: Story) => story.effects.map((effect) => effect.key);
const submitted = () => given([captured(), enriched()]);
const booked = () => submitted().when(accepted());
const shipped = () => booked().when(done('order-1/855'), acknowledged('order-1/855'), shipment('S1', [['1', '24']]));
const invoiced = () =>
  shipped().when(done('order-1/856/S1'), acknowledged('order-1/856/S1'), invoice('I1', [['1', '24']]));
const answered = () => invoiced().when(done('order-1/810/I1'), acknowledged('order-1/810/I1'));
const inDoubt = () => submitted().when(failed('order-1/erp.submit/1', 'inDoubt'));
const cancel = { type: 'cancel.requested', cancel: 'c1', reason: 'not needed' } as const;

describe('phases', () => {
  it.each<[string, () => Story, string, RegExp]>([
    ['nothing is known', () => given([]), 'empty', /waits for the trading partner.*a purchase order/],
    [
      'nothing of its number could be read',
      () => given([{ type: 'hold.placed', hold: 'unmapped', reason: 'no date', class: 'partnerFormat' }]),
      'held',
      /waits for.*no date/,
    ],
    ['it came in', () => given([captured()]), 'captured', /waits for us.*enrich to be done/],
    ['it left for the ERP', submitted, 'submitting', /waits for the ERP.*erp.submit\/1 to be done/],
    ['the answer got lost', inDoubt, 'inDoubt', /whether order-1\/erp.submit\/1 arrived/],
    ['the ERP has it', booked, 'fulfilling', /the shipment of 24 C62 of line 1; 855 is due 2026-03-03T08:00/],
    ['it left the house', shipped, 'shipped', /the invoice of S1; 856\/S1 is due/],
    ['it is billed', invoiced, 'invoiced', /waits for the bank/],
    [
      'it is paid',
      () => answered().when({ type: 'payment.applied', invoice: 'I1', amount: '78' }),
      'closed',
      /nothing/,
    ],
    [
      'it is paid, an answer to the invoice is missing',
      () => invoiced().when(done('order-1/810/I1'), { type: 'payment.applied', invoice: 'I1', amount: '78' }),
      'invoiced',
      /waits for the trading partner.*acknowledgment of order-1\/810\/I1/,
    ],
    [
      'a part of the price was paid',
      () => answered().when({ type: 'payment.applied', invoice: 'I1', amount: '70' }),
      'invoiced',
      /the payment of invoice I1/,
    ],
    [
      'the ERP refuses it',
      () => submitted().when({ type: 'erp.rejected', partId: '1', reason: 'credit', message: 'blocked' }),
      'rejected',
      /order-1\/855 to be done/,
    ],
    ['it is cancelled in time', () => given([captured(), cancel]), 'cancelled', /waits for/],
    [
      'a person gave it up',
      () => booked().when({ type: 'operator.abandoned', by: 'op', reason: 'test order' }),
      'abandoned',
      /waits for nothing/,
    ],
    [
      'a person holds it',
      () => given([captured(), enriched(), { type: 'hold.placed', hold: 'fraud', reason: 'odd address' }]).when(),
      'held',
      /order desk: hold fraud, odd address/,
    ],
    [
      'stock is missing',
      () =>
        booked().when({
          type: 'line.backordered',
          partId: '1',
          lines: [{ lineId: '1', quantity: { value: '9', unit: 'C62' } }],
        }),
      'backordered',
      /stock and the shipment/,
    ],
    [
      'an effect is parked',
      () => submitted().when(failed('order-1/erp.submit/1', 'pricing')),
      'parked',
      /waits for a person.*pricing: order-1\/erp.submit\/1 failed, pricing happened/,
    ],
    [
      'a look-up is parked while the submit is in doubt',
      () => inDoubt().when(failed('order-1/erp.find/1/1', 'pricing')),
      'parked',
      /waits for a person/,
    ],
    [
      'it can never be right',
      () =>
        given([
          captured(),
          { type: 'order.invalid', failures: [{ class: 'partnerFormat', code: 'no-lines', message: 'no lines' }] },
        ]),
      'invalid',
      /855 to be done/,
    ],
  ])('when %s', (_, story, expected, explanation) => {
    expect(phase(story().state)).toBe(expected);
    expect(story().explanation).toMatch(explanation);
  });
});

describe('effects', () => {
  it.each<[string, () => Story, readonly string[]]>([
    ['capture asks for enrichment', () => given([captured()]), ['order-1/enrich']],
    ['enrichment lets the order go to the ERP', submitted, ['order-1/enrich', 'order-1/erp.submit/1']],
    ['the acceptance owes an 855', booked, ['order-1/855']],
    ['a shop owes no 855', () => given([captured(shop), enriched(shop)]).when(accepted()), []],
    ['a shipment owes an 856', () => booked().when(shipment('S1', [['1', '4']])), ['order-1/856/S1']],
    [
      'a shipment of a shop order owes a fulfilment',
      () => given([captured(shop), enriched(shop), accepted()]).when(shipment('S1', [['1', '4']])),
      ['order-1/fulfillment/S1'],
    ],
    [
      'a shipment told by two messages owes one notice',
      () => booked().when(shipment('S1', [['1', '4']]), shipment('S1', [['1', '4']])),
      ['order-1/856/S1'],
    ],
    ['R23 gotcha 40 an invoice before its shipment waits', () => booked().when(invoice('I1', [['1', '24']])), []],
    [
      'R23 the shipment lets it go',
      () =>
        booked()
          .when(invoice('I1', [['1', '24']]))
          .when(shipment('S1', [['1', '24']])),
      ['order-1/856/S1', 'order-1/810/I1'],
    ],
    [
      'R23 of two invoices the covered one goes',
      () =>
        booked()
          .when(shipment('S1', [['1', '4']]))
          .when(invoice('I1', [['1', '24']]), invoice('I2', [['1', '4']])),
      ['order-1/810/I2'],
    ],
    [
      'a hold keeps the order from the ERP',
      () => given([captured(), { type: 'hold.placed', hold: 'h', reason: 'r' }]).when(enriched()),
      [],
    ],
    [
      'its release lets it go',
      () =>
        given([captured(), { type: 'hold.placed', hold: 'h', reason: 'r' }, enriched()]).when({
          type: 'hold.released',
          hold: 'h',
          by: 'p',
        }),
      ['order-1/erp.submit/1'],
    ],
    ['a cancellation before the submit stops it', () => given([captured(), cancel]).when(enriched()), []],
    ['a cancellation after the submit waits for the answer', () => submitted().when(cancel), []],
    [
      'and goes to the ERP with it',
      () => submitted().when(cancel).when(accepted()),
      ['order-1/erp.cancel/c1/1', 'order-1/855'],
    ],
    ['a cancellation after shipping has nothing to cancel', () => shipped().when(cancel), []],
    [
      'a second cancellation waits for the result of the first',
      () => booked().when(cancel, { ...cancel, cancel: 'c2' }),
      ['order-1/erp.cancel/c1/1'],
    ],
    [
      'nothing follows an abandonment',
      () => given([captured(), { type: 'operator.abandoned', by: 'p', reason: 'r' }]).when(enriched()),
      [],
    ],
  ])('%s', (_, story, expected) => expect(keys(story())).toEqual(expected));

  it('a cancellation that comes too late is noted', () => {
    expect(
      shipped()
        .when(cancel)
        .notes.map((note) => note.type),
    ).toContain('cancel.refused');
  });

  it('what the ERP cancelled balances the line and ends the order', () => {
    const lines = [{ lineId: '1', quantity: { value: '24', unit: 'C62' } }];
    const story = booked().when(cancel, { type: 'cancel.result', cancel: 'c1', partId: '1', lines });
    expect(story.lines).toMatchObject([{ cancelled: '24', open: '0' }]);
    expect(story.phase).toBe('cancelled');
  });

  it('a look-up waits before it asks, so that an order on its way can land', () => {
    const [find] = inDoubt().effects;
    expect(find).toMatchObject({
      key: 'order-1/erp.find/1/1',
      notBefore: '2026-03-02T08:02:10.000Z',
      safety: 'idempotent',
    });
  });
});

describe('what people do in the ERP', () => {
  it('R28 an order that the ERP has already is not submitted', () => {
    const story = given([captured(), accepted()]).when(enriched());
    expect(keys(story)).toEqual(['order-1/855']);
    expect(story.phase).toBe('fulfilling');
  });

  it('an answer by hand ends a submit that was parked', () => {
    expect(submitted().when(failed('order-1/erp.submit/1', 'pricing')).when(accepted()).phase).toBe('fulfilling');
  });
});

describe('lines', () => {
  const cases = order([line('1', 'AX-200', '6', 'XCS', { price: { amount: '39' } })]);
  const one = [{ lineId: '1', quantity: { value: '1', unit: 'XCS' }, reason: 'outOfStock' }];

  it('count in the unit of the buyer what comes in cases and in eaches', () => {
    const story = given([captured(cases), enriched(cases), accepted('1', one)]).when(shipment('S1', [['1', '24']]));
    expect(story.lines).toEqual([
      {
        lineId: '1',
        unit: 'XCS',
        ordered: '6',
        rejected: '1',
        cancelled: '0',
        allocated: '0',
        backordered: '0',
        shipped: '2',
        invoiced: '0',
        open: '3',
        over: '0',
      },
    ]);
  });

  it('show of what is open what is reserved and what waits for stock', () => {
    const amount = (value: string) => [{ lineId: '1', quantity: { value, unit: 'C62' } }];
    const story = booked().when(
      { type: 'line.allocated', partId: '1', lines: amount('15') },
      { type: 'line.backordered', partId: '1', lines: amount('9') },
    );
    expect(story.lines).toMatchObject([{ allocated: '15', backordered: '9', open: '24' }]);
    const part = story.when(shipment('S1', [['1', '15']]));
    expect(part.lines).toMatchObject([{ allocated: '0', backordered: '9', open: '9' }]);
    expect(part.when({ type: 'line.allocated', partId: '1', lines: amount('9') }).lines).toMatchObject([
      { allocated: '9', backordered: '0' },
    ]);
  });
});

describe('R19 a lost answer', () => {
  it.each<[string, (story: Story) => Story, string, readonly string[]]>([
    ['is looked up, not submitted again', (story) => story, 'inDoubt', ['order-1/erp.find/1/1']],
    ['found: the order goes on', (story) => story.when(accepted()), 'fulfilling', ['order-1/855']],
    [
      'not found: submitted again with the same key',
      (story) => story.when({ type: 'erp.notFound', partId: '1', attempt: 1 }),
      'submitting',
      ['order-1/erp.submit/1'],
    ],
    [
      'not found twice for one attempt: submitted again once',
      (story) =>
        story
          .when({ type: 'erp.notFound', partId: '1', attempt: 1 })
          .when({ type: 'erp.notFound', partId: '1', attempt: 1 }),
      'submitting',
      [],
    ],
    [
      'an old look-up says nothing of a new attempt',
      (story) =>
        story
          .when({ type: 'erp.notFound', partId: '1', attempt: 1 }, failed('order-1/erp.submit/1', 'inDoubt', 2))
          .when({ type: 'erp.notFound', partId: '1', attempt: 1 }),
      'inDoubt',
      [],
    ],
    [
      'the answer comes late after all',
      (story) =>
        story
          .when({ type: 'erp.notFound', partId: '1', attempt: 1 }, failed('order-1/erp.submit/1', 'inDoubt', 2))
          .when(accepted()),
      'fulfilling',
      ['order-1/855'],
    ],
  ])('%s', (_, then, expected, effects) => {
    const story = then(inDoubt());
    expect(story.phase).toBe(expected);
    expect(keys(story)).toEqual(effects);
    expect(
      story.effects.every(
        (effect) =>
          effect.body.type !== 'erp.submit' || effect.body.request.part.externalReference === 'northfield.PO-1',
      ),
    ).toBe(true);
  });

  it('is not tried for ever', () => {
    let story = inDoubt();
    for (let attempt = 1; attempt < 5; attempt++) {
      story = story.when(
        { type: 'erp.notFound', partId: '1', attempt },
        failed('order-1/erp.submit/1', 'inDoubt', attempt + 1),
      );
    }
    expect(story.when({ type: 'erp.notFound', partId: '1', attempt: 5 }).phase).toBe('parked');
  });
});

describe('failures', () => {
  it.each<[string, Parameters<typeof failed>[1], string, string | undefined]>([
    ['transport is tried again after a wait', 'transport', 'issued', '2026-03-02T08:01:05.000Z'],
    ['system is tried again after a wait', 'system', 'issued', '2026-03-02T08:01:05.000Z'],
    ['in doubt, where twice is harmless, is tried again', 'inDoubt', 'issued', '2026-03-02T08:01:05.000Z'],
    ['pricing waits for its owner', 'pricing', 'parked', undefined],
  ])('%s', (_, name, status, notBefore) => {
    const story = given([captured()]).when(failed('order-1/enrich', name));
    expect(story.state.effects['order-1/enrich']?.status).toBe(status);
    expect(story.effects[0]?.notBefore).toBe(notBefore);
  });

  it('a retry keeps the body as it was issued, though the gate has closed meanwhile', () => {
    const story = submitted()
      .when({ type: 'hold.placed', hold: 'h', reason: 'r' })
      .when(failed('order-1/erp.submit/1', 'transport'));
    expect(story.effects).toMatchObject([{ key: 'order-1/erp.submit/1', attempt: 2 }]);
    expect(story.effects[0]?.body).toEqual(submitted().effects.at(-1)?.body);
  });

  it('attempts end, and then a person is asked', () => {
    let story = given([captured()]);
    for (let attempt = 1; attempt <= 5; attempt++) story = story.when(failed('order-1/enrich', 'transport', attempt));
    expect(story.phase).toBe('parked');
    expect(
      story.when({ type: 'operator.replayed', effect: 'order-1/enrich', by: 'p', reason: 'mended' }).effects,
    ).toMatchObject([{ attempt: 6 }]);
  });

  it('a report of an attempt gone by changes nothing', () => {
    const before = given([captured()]).when(failed('order-1/enrich', 'transport'));
    expect(before.when(failed('order-1/enrich', 'pricing', 1)).state).toBe(before.state);
  });

  it('the same replay of an operator counts once', () => {
    const replay = { type: 'operator.replayed', effect: 'order-1/enrich', by: 'p', reason: 'r', key: 'r1' } as const;
    const again = given([captured()]).when(
      failed('order-1/enrich', 'pricing'),
      replay,
      failed('order-1/enrich', 'pricing', 2),
    );
    expect(again.when(replay).state).toBe(again.state);
  });
});

describe('master data that lacks something', () => {
  const failures = [
    { class: 'itemCrossReference', code: 'item-unknown', message: 'line 1: no item', lineId: '1' },
    { class: 'customerMaster', code: 'ship-to-unknown', message: 'no place' },
  ] as const;
  const unresolved = (round = 1): StoryEvent => ({ type: 'order.unresolved', round, failures });
  const release = (hold: string) => ({ type: 'hold.released', hold, by: 'p' }) as const;
  const held = () => given([captured()]).when(unresolved(), done('order-1/enrich'));

  it('opens one hold for each owner', () => {
    expect(held().phase).toBe('held');
    expect(Object.values(held().state.holds)).toMatchObject([
      { hold: 'itemCrossReference', owner: 'item master', lineId: '1' },
      { hold: 'customerMaster', owner: 'customer master' },
    ]);
  });

  it.each<[string, Story, readonly string[]]>([
    ['one release of two is not enough', held().when(release('customerMaster')), []],
    [
      'the last release enriches again',
      held().when(release('customerMaster')).when(release('itemCrossReference')),
      ['order-1/enrich/2'],
    ],
  ])('%s', (_, story, expected) => expect(keys(story)).toEqual(expected));

  it('a second round has holds of its own', () => {
    const story = held().when(release('customerMaster'), release('itemCrossReference'), unresolved(2));
    expect(Object.keys(story.state.holds)).toEqual(['itemCrossReference/2', 'customerMaster/2']);
    expect(story.when(enriched()).phase).toBe('submitting');
  });
});

describe('R16 an order of several parts', () => {
  const share = (store: string, value: string) => ({
    location: { scheme: 'buyer' as const, value: store },
    quantity: { value, unit: 'C62' },
  });
  const of = order([line('1', 'AX-100', '24', 'C62', { allocations: [share('0012', '18'), share('0013', '6')] })]);
  const split = () => given([captured(of), enriched(of)]);

  it('is submitted part by part', () => {
    const submits = split().effects.flatMap(({ body }) => (body.type === 'erp.submit' ? [body.request] : []));
    expect(
      submits.map(({ part, lines, order: { lines: ordered } }) => [
        part.partId,
        part.externalReference,
        lines[0]?.base.value,
        ordered[0]?.quantity.value,
      ]),
    ).toEqual([
      ['0012', 'northfield.PO-1.P0012', '18', '18'],
      ['0013', 'northfield.PO-1.P0013', '6', '6'],
    ]);
  });

  it.each<[string, Story, readonly string[]]>([
    ['one answer is not enough for the 855', split().when(accepted('0012')), []],
    [
      'a part in doubt is looked up, the other is not submitted again',
      split().when(accepted('0012'), failed('order-1/erp.submit/0013', 'inDoubt')),
      ['order-1/erp.find/0013/1'],
    ],
    ['the last answer gives one 855', split().when(accepted('0012')).when(accepted('0013')), ['order-1/855']],
    [
      'a refusal is an answer',
      split().when(accepted('0012')).when({ type: 'erp.rejected', partId: '0013', reason: 'credit', message: 'no' }),
      ['order-1/855'],
    ],
  ])('%s', (_, story, expected) => expect(keys(story)).toEqual(expected));

  it('the 855 merges all parts', () => {
    const story = split().when(accepted('0012'), {
      type: 'erp.rejected',
      partId: '0013',
      reason: 'credit',
      message: 'no',
    });
    expect(story.effects.at(-1)?.body).toMatchObject({
      content: {
        status: 'acceptedWithChange',
        sellerOrderNumbers: ['SO-0012'],
        lines: [
          {
            lineId: '1',
            responses: [
              { status: 'accepted', quantity: { value: '18' } },
              { status: 'rejected', reason: 'credit', quantity: { value: '6' } },
            ],
          },
        ],
      },
    });
  });
});

const shop = order(undefined, { channel: 'shop', parties: {}, number: '5001' });

describe('a policy', () => {
  const next = { ...defaultPolicy, version: 'default-2', routing: [{ when: {}, erp: 'cloud' }] };

  it('is pinned to the order at its capture', () => {
    const { state } = submitted();
    const [event] = booked().events.slice(-1);
    expect(state.policy).toBe('default-1');
    if (event === undefined) throw new Error('no event');
    expect(() => transition(state, event, next)).toThrow(RangeError);
  });

  it('of another version can be tried dry', () => {
    const { state } = submitted();
    const [event] = booked().events.slice(-1);
    const strict = { ...next, channels: { ...next.channels, edi: { ...next.channels.edi, acknowledge: false } } };
    if (event === undefined) throw new Error('no event');
    const { effects, phases } = dryRun(state, [event], strict);
    expect([effects, phases]).toEqual([[], { before: 'submitting', after: 'fulfilling' }]);
    expect(state.policy).toBe('default-1');
  });
});

describe('names that come from outside', () => {
  it.each(['__proto__', 'constructor', 'toString'])(
    'a report on an effect or timer called %s is one on nothing',
    (name) => {
      const story = submitted();
      const after = story.when(
        done(name),
        failed(name, 'transport'),
        acknowledged(name),
        { type: 'operator.replayed', effect: name, by: 'desk', reason: 'again' },
        { type: 'timer.fired', timer: name },
      );
      expect([after.effects, after.phase, after.state.breaches]).toEqual([[], story.phase, {}]);
      expect(Object.keys(after.state.effects)).toEqual(Object.keys(story.state.effects));
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('a hold called %s is a hold like others', (hold) => {
    const held = given([captured(), { type: 'hold.placed', hold, reason: 'r' }, enriched()]);
    expect([held.phase, Object.keys(held.state.holds)]).toEqual(['held', [hold]]);
    expect(held.notes.map(({ type }) => type)).toContain('held');
    const stored = JSON.parse(JSON.stringify(held.state));
    expect(Object.keys(stored.holds)).toEqual([hold]);
    const released = held.when({ type: 'hold.released', hold, by: 'p' });
    expect(released.effects.map(({ key }) => key)).toEqual(['order-1/erp.submit/1']);
  });
});
