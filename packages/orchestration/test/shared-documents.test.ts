import type { Remittance } from '@dist/canonical';
import {
  defaultPolicy,
  eventVersion,
  loadId,
  type OrderEvent,
  type OrderState,
  orderId,
  type Policy,
  phase,
  remittanceId,
} from '@dist/orchestration';
import { createRuntime, loadOrder, memoryJournal } from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outside } from './outside.ts';
import { accepted, captured, enriched, invoice, order, shipment } from './sample.ts';

const perLoad: Policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, noticePer: 'load' } };
const numbers = ['PO-1', 'PO-2', 'PO-3'];
const idOf = (number: string) => orderId('northfield', { number });
const load = loadId('northfield', 'L77');

function world(policy: Policy) {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const clock = () => new Date(now++).toISOString();
  const journal = memoryJournal();
  const sent: string[] = [];
  const { performers } = outside({
    'document.send': async ({ key, body }) => {
      sent.push(key);
      return { sent: { controlNumber: String(sent.length), file: `${body.document}.edi` } };
    },
  });
  const runtime = createRuntime({ journal, policy, performers, clock, worker: 'w' });
  const tell = async (id: string, events: readonly StoryEvent[]) => {
    const made = events.map((event, index) => ({
      ...event,
      key: event.key ?? `${id}/${event.type}/${index}`,
      at: clock(),
      v: eventVersion,
    }));
    await runtime.dispatch({ id, events: made as OrderEvent[] });
  };
  const settle = async () => {
    while ((await runtime.work()) > 0);
  };
  const stateOf = async (id: string): Promise<OrderState> => {
    const found = await loadOrder(journal, id, policy);
    if (found === undefined) throw new TypeError(`there is no ${id}`);
    return found.state;
  };
  return { journal, sent, tell, settle, stateOf };
}

const booked = (number: string): readonly StoryEvent[] => {
  const of = order(undefined, { number });
  return [captured(of, { key: 'capture' }), enriched(of), accepted()];
};
const left = (value: string): StoryEvent =>
  ({ ...shipment('S1', [['1', value]]), load: 'L77', key: 'left' }) as StoryEvent;
const closed = (orders?: number): StoryEvent => ({
  type: 'load.closed',
  partner: 'northfield',
  load: 'L77',
  closedAt: '2026-03-03T11:00:00.000Z',
  orders,
  key: 'closed',
});

describe('R15 a load of several orders', () => {
  it('has one notice with all of them, in every order of arrival, repetitions included', async () => {
    const facts = [
      ...numbers.map((number, index) => [idOf(number), left(String(10 + index))] as const),
      [load, closed(3)] as const,
      [idOf('PO-1'), left('10')] as const,
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (told) => {
        const set = world(perLoad);
        for (const number of numbers) await set.tell(idOf(number), booked(number));
        for (const [id, event] of told) {
          await set.tell(id, [event]);
          await set.settle();
        }
        const notices = set.sent.filter((key) => key.includes('856'));
        expect(notices).toEqual([`${load}/856`]);
        const body = (await set.stateOf(load)).effects[`${load}/856`]?.effect.body;
        const content = body?.type === 'document.send' && body.document === '856' ? body.content : undefined;
        expect(content?.items.map(({ orderNumber, quantity }) => [orderNumber, quantity.value]).sort()).toEqual([
          ['PO-1', '10'],
          ['PO-2', '11'],
          ['PO-3', '12'],
        ]);
        expect(new Set(content?.units.map(({ unitId }) => unitId)).size).toBe(3);
      }),
      { numRuns: 30 },
    );
  });

  it('lets the invoices of its orders go once its notice went out, and not before', async () => {
    const set = world(perLoad);
    await set.tell(idOf('PO-1'), [...booked('PO-1'), left('24'), invoice('I1', [['1', '24']])]);
    await set.settle();
    expect(set.sent.filter((key) => key.includes('810'))).toEqual([]);
    await set.tell(load, [closed(1)]);
    await set.settle();
    expect(set.sent.filter((key) => key.includes('810'))).toEqual([`${idOf('PO-1')}/810/I1`]);
  });

  it('goes with what there is when its time is over, and who comes later is shown to a person', async () => {
    const set = world(perLoad);
    await set.tell(idOf('PO-1'), [...booked('PO-1'), left('10')]);
    await set.tell(load, [closed(2)]);
    await set.settle();
    expect(set.sent.filter((key) => key.includes('856'))).toEqual([]);
    const due = (await set.stateOf(load)).timers['856'];
    expect(due).toBe('2026-03-03T12:00:00.000Z');
    const late = given([], { id: load });
    expect(late.phase).toBe('empty');
    const state = await set.stateOf(load);
    const events = [{ type: 'timer.fired', timer: '856', at: due } as StoryEvent];
    const told = given(
      [
        { type: 'load.joined', partner: 'northfield', load: 'L77', order: 'a', shipment: shipmentOf('10') },
        closed(2),
        ...events,
      ],
      { id: load, policy: perLoad },
    );
    expect(Object.keys(told.state.effects)).toContain(`${load}/856`);
    const after = told.when({
      type: 'load.joined',
      partner: 'northfield',
      load: 'L77',
      order: 'b',
      shipment: shipmentOf('5', '2'),
    });
    expect(after.state.holds['load-late']?.reason).toBe('b joined after the notice of the load was made');
    expect(phase(state)).toBe('fulfilling');
  });
});

function shipmentOf(value: string, lineId = '1') {
  const event = shipment('S1', [[lineId, value]]);
  if (event.type !== 'shipment.posted') throw new TypeError('a shipment');
  return event.shipment;
}

describe('R24 a remittance', () => {
  const remittance = (
    total: string,
    nets: readonly string[],
    more: Partial<Remittance['lines'][number]> = {},
  ): Remittance => ({
    kind: 'remittance',
    version: '1',
    traceNumber: 'T100',
    handling: 'remittanceOnly',
    direction: 'credit',
    method: 'ach',
    total,
    currency: 'USD',
    payer: { ids: [] },
    references: [],
    lines: nets.map((net, index) => ({ type: 'invoice', number: `I${index + 1}`, net, ...(index === 0 ? more : {}) })),
  });
  const id = remittanceId('northfield', 'T100');
  const received = (
    content: Remittance,
    owners = content.lines.map(({ number }) => ({ invoice: number, order: idOf('PO-1') })),
  ): StoryEvent => ({
    type: 'remittance.received',
    partner: 'northfield',
    content,
    owners,
  });
  const advices = (event: StoryEvent) => {
    const story = given([event], { id });
    return Object.values(story.state.effects).map(({ effect: { body } }) => body.type === 'order.tell' && body.told);
  };

  it('tells the order of each invoice what is paid and what was kept back, and why', () => {
    const adjusted = { gross: '243.60', adjustments: [{ reason: 'shortage', amount: '-7.80' }] };
    expect(advices(received(remittance('318.60', ['235.80', '82.80'], adjusted)))).toMatchObject([
      { invoice: 'I1', amount: '235.8', deductions: [{ reason: 'shortage', amount: '7.8' }] },
      { invoice: 'I2', amount: '82.8', deductions: [] },
    ]);
  });

  it('shows what no adjustment explains', () => {
    expect(advices(received(remittance('90', ['90'], { gross: '100' })))).toMatchObject([
      { deductions: [{ reason: 'unexplained', amount: '10' }] },
    ]);
  });

  it('that does not add up is held as a whole', () => {
    const story = given([received(remittance('500.00', ['300.00', '190.00']))], { id });
    expect([story.state.effects, story.state.holds['remittance-sum']?.reason]).toEqual([
      {},
      'lines 490, payment 500.00',
    ]);
    expect(story.phase).toBe('held');
    const released = story.when({ type: 'hold.released', hold: 'remittance-sum', by: 'ada' });
    expect(Object.keys(released.state.effects).length).toBe(2);
  });

  it('with an invoice that is not ours tells the others, and shows the one', () => {
    const content = remittance('318.60', ['235.80', '82.80']);
    const story = given([received(content, [{ invoice: 'I1', order: idOf('PO-1') }])], { id });
    expect(Object.keys(story.state.effects).length).toBe(1);
    expect(story.state.holds['remittance-invoice']?.reason).toBe('invoice I2 is not ours');
  });

  it('with an invoice that two orders are said to have tells neither, until a person lets the first', () => {
    const owners = ['PO-1', 'PO-2'].map((number) => ({ invoice: 'I1', order: idOf(number) }));
    const content = remittance('318.60', ['235.80', '82.80']);
    const story = given([received(content, [...owners, { invoice: 'I2', order: idOf('PO-1') }])], { id });
    expect(Object.keys(story.state.effects)).toEqual([`${id}/advice/I2`]);
    expect(story.state.holds['remittance-owner']?.reason).toBe(
      'invoice I1 is said to be of northfield/PO-1 and of northfield/PO-2: correct it; released, the first is told',
    );
    const released = story.when({ type: 'hold.released', hold: 'remittance-owner', by: 'ada' });
    expect(released.effects).toMatchObject([{ key: `${id}/advice/I1`, body: { to: idOf('PO-1') } }]);
  });

  it('that pays a whole order is no advice of an invoice', () => {
    const story = given([received(remittance('318.60', ['235.80', '82.80'], { type: 'order', number: 'PO-1' }))], {
      id,
    });
    expect(Object.keys(story.state.effects)).toEqual([`${id}/advice/I2`]);
    expect(story.state.holds['remittance-invoice']?.reason).toBe('order PO-1 is paid, and no invoice');
  });

  it('of many invoices applies each line once, wherever it is interrupted', async () => {
    const set = world(defaultPolicy);
    const many = 50;
    const content = remittance(
      String(many),
      Array.from({ length: many }, () => '1'),
    );
    const owners = content.lines.map(({ number }, index) => ({ invoice: number, order: idOf(`PO-${index % 3}`) }));
    for (const number of ['PO-0', 'PO-1', 'PO-2']) await set.tell(idOf(number), booked(number));
    await set.tell(id, [received(content, owners)]);
    await set.settle();
    await set.tell(id, [{ ...received(content, owners), key: 'again' }]);
    await set.settle();
    const states = await Promise.all(['PO-0', 'PO-1', 'PO-2'].map((number) => set.stateOf(idOf(number))));
    const advised = states.flatMap(({ facts }) =>
      Object.values(facts).filter(({ type }) => type === 'payment.advised'),
    );
    expect(advised.length).toBe(many);
    expect(phase(await set.stateOf(id))).toBe('closed');
  });
});
