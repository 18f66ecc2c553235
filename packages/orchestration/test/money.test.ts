import type { Return } from '@dist/canonical';
import { deductions, defaultPolicy, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, invoice, shipment } from './sample.ts';

const unit = 'C62';
const sent = (key: string): readonly StoryEvent[] => [done(`order-1/${key}`), acknowledged(`order-1/${key}`)];
const billed = [
  captured(),
  enriched(),
  accepted(),
  ...sent('855'),
  shipment('S1', [['1', '24']]),
  ...sent('856/S1'),
  invoice('I1', [['1', '24']]),
  ...sent('810/I1'),
];
const bodyOf = (story: Story, key: string) => story.state.effects[`order-1/${key}`]?.effect.body;
const keys = (story: Story, what: string) =>
  Object.keys(story.state.effects).filter((key) => key.startsWith(`order-1/${what}`));
const memo = (number: string, value: string, more: object = {}): StoryEvent =>
  ({ ...invoice(number, [['1', value]], { type: 'creditMemo' }), ...more }) as StoryEvent;
const advised = (amount: string, kept?: string, payment = 'P/T100'): StoryEvent => ({
  type: 'payment.advised',
  payment,
  invoice: 'I1',
  amount,
  ...(kept !== undefined && { deductions: [{ reason: 'shortage', amount: kept }] }),
});
const decided = (decision: 'accepted' | 'disputed'): StoryEvent => ({
  type: 'deduction.decided',
  payment: 'P/T100',
  invoice: 'I1',
  decision,
  by: 'ada',
});
const paid = (amount: string, payment?: string): StoryEvent => ({
  type: 'payment.applied',
  invoice: 'I1',
  amount,
  ...(payment !== undefined && { payment }),
});

describe('R24 a payment', () => {
  it.each<[string, readonly StoryEvent[], string]>([
    ['advised in full is not cash', [advised('78')], 'invoiced'],
    ['confirmed in full closes the order', [paid('78')], 'closed'],
    [
      'confirmed twice under one name counts once',
      [paid('39', 'P1'), { ...paid('39', 'P1'), key: 'again' }],
      'invoiced',
    ],
    ['in two halves closes', [paid('39', 'P1'), paid('39', 'P2')], 'closed'],
    ['short leaves the rest owed', [advised('70.2', '7.8'), paid('70.2')], 'invoiced'],
    ['short with a deduction let go closes', [advised('70.2', '7.8'), paid('70.2'), decided('accepted')], 'closed'],
    [
      'short with a deduction disputed stays owed',
      [advised('70.2', '7.8'), paid('70.2'), decided('disputed')],
      'invoiced',
    ],
    ['decided before it is advised', [decided('accepted'), paid('70.2'), advised('70.2', '7.8')], 'closed'],
    ['beyond what is owed closes too', [paid('80')], 'closed'],
    ['negative takes back', [paid('78', 'P1'), paid('-78', 'P2')], 'invoiced'],
  ])('%s', (_, events, phase) => {
    expect(given([...billed, ...events]).phase).toBe(phase);
  });

  it.each<[string, readonly StoryEvent[], string]>([
    ['beyond an invoice', [paid('100000')], '99922 more than invoice I1'],
    [
      'for an invoice that the order does not have',
      [{ ...paid('5'), invoice: 'X9' } as StoryEvent],
      '5 for invoice X9, which',
    ],
  ])('%s is told, and explained for as long as it is so', (_, events, text) => {
    const story = given(billed).when(...events);
    expect(story.notes).toContainEqual(
      expect.objectContaining({ type: 'payment.unmatched', message: expect.stringContaining(`Paid: ${text}`) }),
    );
    expect(story.explanation).toContain(`; paid: ${text}`);
  });

  it('before its invoice, or as much as is owed, is nothing to explain', () => {
    expect(given([paid('78'), ...billed]).explanation).not.toContain('paid:');
    expect(
      given(billed)
        .when(paid('78'))
        .notes.map(({ type }) => type),
    ).not.toContain('payment.unmatched');
  });

  it('advised short makes a deduction with reason, owner and last day of dispute', () => {
    const story = given([...billed, { ...advised('70.2', '7.8'), at: '2026-03-10T09:00:00.000Z' }]);
    const record = {
      payment: 'P/T100',
      invoice: 'I1',
      amount: '7.8',
      reason: 'shortage',
      owner: 'accounts receivable',
    };
    expect(deductions(story.state, defaultPolicy)).toEqual([{ ...record, disputeBy: '2026-05-09', status: 'open' }]);
  });

  it('is booked in the ERP once for each advice, where the policy wants it', () => {
    const policy: Policy = { ...defaultPolicy, money: { ...defaultPolicy.money, applyCash: true } };
    const story = given([...billed, advised('70.2', '7.8'), { ...advised('70.2', '7.8'), key: 'again' }], { policy });
    expect(keys(story, 'erp.cash')).toEqual(['order-1/erp.cash/P%2FT100/I1']);
    expect(bodyOf(story, 'erp.cash/P%2FT100/I1')).toMatchObject({ amount: '70.2', deductions: [{ amount: '7.8' }] });
  });
});

describe('R23 R25 an invoice that was wrong', () => {
  const voided: StoryEvent = { type: 'invoice.voided', invoice: 'I1', reason: 'price' };
  const corrected = [memo('CM1', '24', { of: 'I1' }), invoice('I2', [['1', '24']])];

  it('after it went out is credited and billed anew under another number', () => {
    const story = given([...billed, voided, ...corrected]);
    expect(keys(story, '810')).toEqual(['order-1/810/I1', 'order-1/810/CM1', 'order-1/810/I2']);
    expect(story.lines).toMatchObject([{ invoiced: '24' }]);
    const rest = given([...billed, voided, ...corrected, ...sent('810/CM1'), ...sent('810/I2')]);
    expect(Object.keys(rest.state.awaited)).toEqual(['payment/I2']);
  });

  it('ends the same in any order of the reports', () => {
    const events = [voided, ...corrected];
    const all = [
      [0, 1, 2],
      [1, 0, 2],
      [1, 2, 0],
      [2, 1, 0],
      [0, 2, 1],
      [2, 0, 1],
    ].map((order) => given([...billed, ...order.flatMap((index) => events[index] ?? [])]));
    for (const story of all) {
      expect(keys(story, '810').sort()).toEqual(['order-1/810/CM1', 'order-1/810/I1', 'order-1/810/I2']);
      expect(story.lines).toMatchObject([{ invoiced: '24' }]);
    }
  });

  it('before it went out never goes', () => {
    const early = [
      captured(),
      enriched(),
      accepted(),
      invoice('I1', [['1', '24']]),
      voided,
      shipment('S1', [['1', '24']]),
    ];
    const story = given(early);
    expect([keys(story, '810'), story.lines[0]?.invoiced, story.phase]).toEqual([[], '0', 'shipped']);
    expect(story.state.timers).not.toHaveProperty('810/I1');
    const memoToo = story.when(memo('CM1', '24', { of: 'I1' }));
    expect([keys(memoToo, '810'), memoToo.lines[0]?.invoiced]).toEqual([[], '0']);
  });
});

describe('R25 a return', () => {
  const reported = (status: Return['status'], accepted?: string, refused?: string): StoryEvent => {
    const outcome = (decision: 'accepted' | 'refused', value: string | undefined) =>
      value === undefined ? [] : [{ decision, quantity: { value, unit } }];
    const content: Return = {
      kind: 'return',
      version: '1',
      purpose: 'original',
      number: 'R1',
      status,
      requestedOn: '2026-03-05',
      currency: 'USD',
      parties: {},
      references: [],
      lines: [
        {
          lineId: '1',
          ids: [],
          quantity: { value: '6', unit },
          reason: 'damaged',
          outcomes: [...outcome('accepted', accepted), ...outcome('refused', refused)],
        },
      ],
    };
    return { type: 'return.reported', content };
  };
  const credit = (value: string) => memo('CM9', value, { of: 'I1', rma: 'R1' });
  const flow = [reported('authorized'), reported('received'), reported('inspected', '4', '2')];

  it.each<[string, readonly StoryEvent[], number, string | undefined]>([
    [
      'received but not inspected',
      [reported('received'), credit('4')],
      0,
      'credit memo CM9: return R1 is not inspected',
    ],
    ['inspected: what was found', [...flow, credit('4')], 1, undefined],
    [
      'beyond what was found',
      [...flow, credit('6')],
      0,
      'credit memo CM9: line 1: 6 credited, 4 accepted by the inspection',
    ],
    ['reported before its inspection', [credit('4'), ...flow], 1, undefined],
    [
      'refused whole',
      [reported('inspected', undefined, '6'), credit('6')],
      0,
      expect.stringContaining('0 accepted') as never,
    ],
  ])('is credited when %s', (_, events, count, reason) => {
    const story = given([...billed, ...events]);
    expect([keys(story, '810/CM9').length, story.state.holds['invoice/CM9']?.reason]).toEqual([count, reason]);
  });

  it('asks the ERP for its credit once it is inspected, where the policy wants it', () => {
    const policy: Policy = { ...defaultPolicy, money: { ...defaultPolicy.money, askCredit: true } };
    const story = given([...billed, ...flow, { ...reported('inspected', '4', '2'), key: 'again' }], { policy });
    expect(keys(story, 'erp.credit')).toEqual(['order-1/erp.credit/R1']);
    expect(bodyOf(story, 'erp.credit/R1')).toMatchObject({ lines: [{ lineId: '1', quantity: { value: '4' } }] });
  });
});

describe('invoices that we ask for', () => {
  it('are asked once for each shipment', () => {
    const policy: Policy = { ...defaultPolicy, invoicing: { ...defaultPolicy.invoicing, ask: true } };
    const story = given([...billed, shipment('S1', [['1', '24']])], { policy });
    expect(keys(story, 'erp.invoice')).toEqual(['order-1/erp.invoice/S1']);
  });

  it.each<[Policy['invoicing']['gate'], number]>([
    ['notified', 0],
    ['shipped', 1],
    ['none', 1],
  ])('leave by the gate %s', (gate, count) => {
    const policy: Policy = { ...defaultPolicy, invoicing: { gate, ask: false } };
    const rejected = acknowledged('order-1/856/S1', 'rejected', ['5']);
    const events = [
      captured(),
      enriched(),
      accepted(),
      shipment('S1', [['1', '24']]),
      done('order-1/856/S1'),
      rejected,
    ];
    expect(keys(given([...events, invoice('I1', [['1', '24']])], { policy }), '810').length).toBe(count);
  });
});
