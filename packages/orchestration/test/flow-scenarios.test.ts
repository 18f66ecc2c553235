import type { Invoice } from '@dist/canonical';
import { compare, multiply, round, subtract, sum } from '@dist/canonical/arithmetic';
import { defaultPolicy, enrich, externalReference, orderId, type Policy, transition } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { allFlowCases } from './all-flow-cases.ts';
import type { FlowCase } from './flow-case.ts';
import type { flowPlan } from './flow-plan.ts';
import { accepted, captured, done, enriched, failed, invoice, line, masterData, order, shipment } from './sample.ts';

/** Scenarios that begin in the middle of an order's life, or that need more than one order: each is told here by hand. */
const scenarios: Readonly<Record<(typeof flowPlan.told)[number], (flow: FlowCase) => void>> = {
  'The partner rejects a notice': rejectedNotice,
  'A 997 that never comes': missingAcknowledgment,
  'One rejected set of a batch': rejectedSet,
  'The same PO number from two partners': samePurchaseOrderNumber,
  'An application advice rejects': rejectingAdvice,
  'A shipment keyed in the ERP by hand': reconciled,
  'A vendor error that no table knows': unknownVendorError,
  'Line ids that are not numbers': strangeLineIds,
  'A business-day clock': businessDays,
  'The clock starts when the bytes came in': receivedEarlier,
  'Cut-over by share': cutOver,
  'An invoice that went out wrong': creditedInvoice,
  'Catch weight': catchWeight,
};

const all = allFlowCases();

describe.skipIf(all.length === 0)('scenarios told by hand (skipped where the shared cases are not)', () => {
  for (const [start, tell] of Object.entries(scenarios)) {
    const flow = all.find(({ name }) => name.startsWith(start));
    it(flow ? `${flow.rules.join(' ')} ${flow.name}` : start, () => {
      expect(flow).toBeDefined();
      if (flow !== undefined) tell(flow);
    });
  }
});

/** Instant of the n-th event of a scenario, in UTC. */
function instant(flow: FlowCase, index: number): string {
  return new Date(flow.when[index]?.at ?? '').toISOString();
}

const booked = (policy: Policy = defaultPolicy) => given([captured(), enriched(), accepted()], { policy });
const shippedAt = (at: string, policy?: Policy) => booked(policy).when({ ...shipment('S1', [['1', '24']]), at });

const answered = (
  document: string,
  status: 'accepted' | 'acceptedWithErrors' | 'rejected',
  at: string,
  codes: string[] = [],
): StoryEvent => ({
  type: 'acknowledgment.received',
  by: '997',
  document,
  status,
  codes,
  at,
});
const breaches = (...stories: Story[]) =>
  stories.flatMap(({ notes }) => notes.filter(({ type }) => type === 'sla.breached'));

function rejectedNotice(flow: FlowCase): void {
  const due = new Date((flow.then['sla'] as { due: string }).due).toISOString();
  const shippedOn = new Date(Date.parse(due) - 3_600_000).toISOString();
  const key = 'order-1/856/S1';
  const sent = shippedAt(shippedOn).when({ ...done(key), at: instant(flow, 0) });
  const rejected = sent.when(answered(key, 'rejected', instant(flow, 1), ['AK3*REF*6**8', 'AK4*2*127*1']));
  expect(rejected.state.timers['856/S1']).toBe(due);
  expect(breaches(rejected)).toHaveLength(1);
  expect(rejected.state.effects[key]).toMatchObject({
    status: 'parked',
    message: expect.stringContaining('AK4*2*127*1'),
  });
  expect(rejected.effects).toEqual([]);
  const corrected = rejected.when({
    type: 'operator.replayed',
    effect: key,
    by: 'p',
    reason: 'REF02',
    at: instant(flow, 2),
  });
  expect(corrected.effects).toMatchObject([{ key: `${key}#2`, body: { content: { shipmentId: 'S1' } } }]);
  expect(corrected.state.timers['856/S1']).toBe(due);
}

function missingAcknowledgment(flow: FlowCase): void {
  const key = 'order-1/810/I1';
  const billed = shippedAt('2026-01-16T14:00:00.000Z').when(invoice('I1', [['1', '24']]));
  const sent = billed.when({ ...done(key), at: instant(flow, 0) });
  expect(sent.state.timers[`997/${key}`]).toBe(instant(flow, 1));
  const alerted = sent.when({ type: 'timer.fired', timer: `997/${key}`, at: instant(flow, 1) });
  expect(breaches(alerted)).toMatchObject([{ at: instant(flow, 1), message: expect.stringContaining(`997/${key}`) }]);
  const late = alerted.when(answered(key, 'accepted', instant(flow, 2)));
  expect([alerted.effects, late.effects, breaches(late)]).toEqual([[], [], []]);
  expect(Object.keys(late.state.awaited)).not.toContain(`997/${key}`);
}

function rejectedSet(flow: FlowCase): void {
  const numbers = ['I1', 'I2', 'I3'];
  const key = (number: string) => `order-1/810/${number}`;
  const billed = shippedAt('2026-01-16T14:00:00.000Z').when(...numbers.map((number) => invoice(number, [['1', '8']])));
  const sent = billed.when(...numbers.map((number) => ({ ...done(key(number)), at: instant(flow, 0) })));
  const [at] = [instant(flow, 1)];
  const told = sent.when(
    answered(key('I1'), 'accepted', at),
    answered(key('I2'), 'rejected', at),
    answered(key('I3'), 'acceptedWithErrors', at),
  );
  expect(numbers.map((number) => told.state.effects[key(number)]?.status)).toEqual(['done', 'parked', 'done']);
  expect(told.effects).toEqual([]);
  const again = told.when({ type: 'operator.replayed', effect: key('I2'), by: 'p', reason: 'r' });
  expect(again.effects.map((effect) => effect.key)).toEqual([`${key('I2')}#2`]);
}

function samePurchaseOrderNumber(flow: FlowCase): void {
  const told = flow.when.map((event) => {
    const name = String(event['partner']).toLowerCase().replace(' ', '-');
    const of = order(undefined, { number: String(event['po']) });
    const known = {
      ...masterData,
      shipToCrossReferences: [
        { partner: name, scheme: 'buyer' as const, value: '0012', customerNumber: name, shipToNumber: '1' },
      ],
      itemCrossReferences: [],
    };
    const result = enrich({ partner: name, order: of }, known, defaultPolicy);
    if (result.type !== 'enriched') throw new Error(JSON.stringify(result));
    const story = given(
      [{ ...captured(of), partner: name } as StoryEvent, { ...result, type: 'order.enriched' }, accepted()],
      { id: orderId(name, of) },
    );
    return {
      story: story.when(shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']])),
      reference: externalReference(name, of.number),
      part: result.parts[0],
    };
  });
  expect(new Set(told.map(({ story }) => story.state.id)).size).toBe(2);
  expect(new Set(told.map(({ reference }) => reference)).size).toBe(2);
  for (const { story, reference, part } of told) {
    expect(part?.externalReference).toBe(reference);
    expect(reference.length).toBeLessThanOrEqual(35);
    expect(story.state.holds).toEqual({});
    const contents = story.effects.flatMap(({ body }) => (body.type === 'document.send' ? [body.content] : []));
    expect(contents).toMatchObject([{ items: [{ orderNumber: '4711' }] }, { orderNumber: '4711' }]);
  }
}

function rejectingAdvice(flow: FlowCase): void {
  const key = 'order-1/810/I1';
  const billed = shippedAt('2026-01-16T14:00:00.000Z').when(invoice('I1', [['1', '24']]));
  const acknowledged = billed.when({ ...done(key), at: instant(flow, 0) }, answered(key, 'accepted', instant(flow, 1)));
  expect(acknowledged.state.effects[key]?.status).toBe('done');
  const advised = acknowledged.when(answered(key, 'rejected', instant(flow, 2), [String(flow.when[2]?.['text'])]));
  expect([advised.phase, advised.effects]).toEqual(['parked', []]);
  expect(advised.state.effects[key]?.message).toContain('store not on order');
}

function reconciled(flow: FlowCase): void {
  const found = (index: number) => ({ ...shipment('S1', [['1', '24']]), at: instant(flow, index) });
  const first = booked().when(found(2));
  const second = first.when(found(3));
  expect(first.effects.map(({ key }) => key)).toEqual(['order-1/856/S1']);
  expect([second.effects, second.state]).toEqual([[], first.state]);
}

function unknownVendorError(): void {
  const submit = 'order-1/erp.submit/1';
  let story = given([captured(), enriched()]);
  const attempts = defaultPolicy.retry.maximumAttempts;
  for (let attempt = 1; attempt <= attempts; attempt++) story = story.when(failed(submit, 'system', attempt));
  expect(story.state.effects[submit]).toMatchObject({ status: 'parked', class: 'system', attempt: attempts });
  expect(story.notes).toMatchObject([
    { type: 'parked', data: { class: 'system', owner: 'integration' } },
    { type: 'phase' },
  ]);
  expect(story.effects).toEqual([]);
}

function strangeLineIds(flow: FlowCase): void {
  const told = flow.when[0]?.['lines'] as { line: string; qty: string }[];
  const of = order(told.map((row) => line(row.line, 'AX-100', row.qty)));
  const result = enrich({ partner: 'northfield', order: of }, masterData, defaultPolicy);
  expect(result).toMatchObject({ type: 'unresolved', failures: [{ message: 'line id 7 is used twice', lineId: '7' }] });
  const story = given([
    captured(of),
    { type: 'order.unresolved', round: 1, failures: 'failures' in result ? result.failures : [] },
  ]);
  expect(story.phase).toBe('held');
  const fact = story.state.facts['order.captured'];
  expect(fact?.type === 'order.captured' && fact.order.lines.map(({ lineId }) => lineId)).toEqual(flow.then['echoed']);
}

function businessDays(flow: FlowCase): void {
  const { zone } = flow.given['sla'] as { zone: string };
  const sla = { '856': { startsAt: 'shipped' as const, businessDays: { days: 1, zone } } };
  const story = shippedAt(instant(flow, 0), { ...defaultPolicy, sla });
  expect(story.state.timers['856/S1']).toBe(new Date(String(flow.then['due'])).toISOString());
}

function receivedEarlier(flow: FlowCase): void {
  const policy: Policy = { ...defaultPolicy, sla: { '855': { startsAt: 'received', hours: 4 } } };
  const parsed = { ...captured(), receivedAt: instant(flow, 0), at: instant(flow, 1) } as StoryEvent;
  const decided = given([parsed, enriched(), accepted()], { policy });
  expect(decided.state.timers['855']).toBe(new Date(String(flow.then['due'])).toISOString());
  const sent = decided.when({ ...done('order-1/855'), at: instant(flow, 2) });
  expect(sent.state.breaches).toEqual({});
}

/** Without its change order, which the machine does not know: the machine is asked again after the cut-over instead. */
function cutOver(flow: FlowCase): void {
  const before: Policy = { ...defaultPolicy, version: 'january', routing: [{ when: {}, erp: 'legacy' }] };
  const after: Policy = {
    ...defaultPolicy,
    version: 'february',
    routing: [{ when: { share: 100 }, erp: 'cloud' }, ...before.routing],
  };
  const routed = given([captured(), enriched(order(), before)], { policy: before });
  const erpOf = (story: Story) => story.state.effects['order-1/erp.submit/1']?.effect.lane;
  const retried = routed.when({ ...failed('order-1/erp.submit/1', 'transport'), at: instant(flow, 1) });
  expect([retried.state.policy, erpOf(retried)]).toEqual(['january', 'erp:legacy']);
  const release = { type: 'hold.released', hold: 'h', by: 'p', key: 'r', at: instant(flow, 2), v: 2 } as const;
  expect(() => transition(routed.state, release, after)).toThrow('pinned to policy january');
  expect(erpOf(given([captured(), enriched(order(), after)], { policy: after }))).toBe('erp:cloud');
}

function creditedInvoice(flow: FlowCase): void {
  const policy: Policy = { ...defaultPolicy, price: { tolerancePercent: '10', outside: 'hold' } };
  const credit: Partial<Invoice> = { type: 'creditMemo', references: [{ type: 'invoice', value: 'INV5' }] };
  const story = shippedAt('2026-01-16T14:00:00.000Z', policy)
    .when({ ...invoice('INV5', [['1', '24']]), at: instant(flow, 0) })
    .when(
      { ...invoice('CM5', [['1', '24']], credit), at: instant(flow, 2) },
      { ...invoice('INV6', [['1', '24']], {}, '3'), at: instant(flow, 3) },
    );
  expect(story.effects.map(({ key }) => key)).toEqual(['order-1/810/CM5', 'order-1/810/INV6']);
  const bodies = Object.values(story.state.effects).flatMap(({ effect: { body } }) =>
    body.type === 'document.send' && body.document === '810' ? [body.content] : [],
  );
  const totals = (type: Invoice['type']) => sum(bodies.filter((body) => body.type === type).map((body) => body.total));
  expect(compare(subtract(totals('invoice'), totals('creditMemo')), String(flow.then['balance']))).toBe(0);
  expect(bodies.find(({ number }) => number === 'CM5')?.references).toContainEqual({ type: 'invoice', value: 'INV5' });
}

/** Without the weight on the 810, which the model of an invoice line does not hold. */
function catchWeight(flow: FlowCase): void {
  const price = { amount: '4.1', unit: 'LBR' };
  const of = order([line('1', 'CHEESE-W', '10', 'XCS', { price })]);
  const item = { sku: 'CHEESE-W', ids: [], description: 'Cheese', baseUnit: 'XCS', conversions: [] };
  const known = { ...masterData, items: [item], itemCrossReferences: [] };
  const result = enrich({ partner: 'northfield', order: of }, known, defaultPolicy);
  if (result.type !== 'enriched') throw new Error(JSON.stringify(result));
  const net = round(multiply('203.45', price.amount), 2);
  const lines = [{ lineId: '1', ids: [], quantity: { value: '10', unit: 'XCS' }, price, net }];
  const story = given([captured(of), { ...result, type: 'order.enriched' }, accepted()]).when(
    { ...shipment('S1', [['1', '10', 'XCS']]), at: instant(flow, 1) },
    { ...invoice('INV10', [], { lines, total: net }), at: instant(flow, 2) },
  );
  expect(story.lines).toMatchObject([
    { unit: 'XCS', ordered: '10', shipped: '10', invoiced: '10', open: '0', over: '0' },
  ]);
  expect(story.effects).toMatchObject([
    { key: 'order-1/856/S1' },
    { body: { content: { total: '834.15', lines: [{ price }] } } },
  ]);
}
