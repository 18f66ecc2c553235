import type { FileReceipt } from '@dist/connectors/gateway';
import { partnerDirectory } from '@dist/connectors/gateway';
import { defaultPolicy, phase } from '@dist/orchestration';
import { loadOrder, type Runtime } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { interchangeText, purchaseOrder, samplePartner, sampleWorld } from './sample-gateway.ts';

const first = interchangeText({ sets: [purchaseOrder('4711')] });
const name = 'in/first.edi';

async function ordersOf({ journal }: ReturnType<typeof sampleWorld>): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of journal.orders()) if (!id.includes('/received:')) ids.push(id);
  return ids;
}

const codes = (receipt: FileReceipt) => receipt.interchanges.flatMap(({ issues }) => issues.map(({ code }) => code));
const statuses = (receipt: FileReceipt): string[] => receipt.interchanges.map(({ status }) => status);

describe('a new interchange', () => {
  it('R01 R02 is committed with its order, its bytes and its 997 before anything leaves', async () => {
    const world = sampleWorld();
    const receipt = await world.gateway.receive({ name, bytes: first }, world.runtime);
    expect(statuses(receipt)).toEqual(['received']);
    expect(await ordersOf(world)).toEqual(['northfield/4711']);
    expect(world.sent.size).toBe(0);
    const kept = [];
    for await (const document of world.journal.documents())
      kept.push([document.direction, document.type, document.name]);
    expect(kept).toEqual([
      ['in', '850', 'in/first.edi#1'],
      ['out', '997', 'northfield/997-000000001.edi'],
    ]);
    await world.settle();
    expect(world.sent.get('northfield/997-000000001.edi')?.text).toContain('AK5*A~');
  });

  it('R08 gives nothing for its rejected sets, and orders for the others', async () => {
    const world = sampleWorld();
    const sets = [purchaseOrder('1'), purchaseOrder('2', { date: '20261131' }), purchaseOrder('3')];
    const receipt = await world.gateway.receive({ name, bytes: interchangeText({ sets }) }, world.runtime);
    expect(await ordersOf(world)).toEqual(['northfield/1', 'northfield/3']);
    expect(receipt.interchanges[0]?.acknowledgment?.codes).toEqual(['P']);
    expect(codes(receipt)).toEqual(['element-invalid-date']);
  });

  it('R06 is refused when it is for test and this is production', async () => {
    const world = sampleWorld();
    const bytes = interchangeText({ usage: 'T', acknowledgmentRequested: true, sets: [purchaseOrder('4711')] });
    const receipt = await world.gateway.receive({ name, bytes }, world.runtime);
    await world.settle();
    expect(await ordersOf(world)).toEqual([]);
    expect(receipt.interchanges[0]?.acknowledgment).toMatchObject({ type: 'TA1', codes: ['R'] });
    expect([...world.sent.values()].map(({ text }) => text).join()).toContain('*R*020~');
  });

  it('R03 does not use up its numbers when it was cut short on the way', async () => {
    const world = sampleWorld();
    const cut = await world.gateway.receive({ name: 'in/cut.edi', bytes: first.subarray(0, -30) }, world.runtime);
    const again = await world.gateway.receive({ name: 'in/cut.edi', bytes: first.subarray(0, -30) }, world.runtime);
    const whole = await world.gateway.receive({ name, bytes: first }, world.runtime);
    expect([cut, again, whole].flatMap(statuses)).toEqual(['rejected', 'seen', 'received']);
    expect(await ordersOf(world)).toEqual(['northfield/4711']);
    const late = await world.gateway.receive({ name: 'in/late.edi', bytes: first.subarray(0, -30) }, world.runtime);
    expect(statuses(late)).toEqual(['quarantined']);
  });

  it('R10 is captured and held when only the rules of the model forbid what it says', async () => {
    const world = sampleWorld();
    const order = purchaseOrder('4711');
    const twice = { ...order, body: [...order.body.slice(0, -1), order.body[3] as string, 'CTT*2'] };
    await world.gateway.receive({ name, bytes: interchangeText({ sets: [twice] }) }, world.runtime);
    const stored = await loadOrder(world.journal, 'northfield/4711', defaultPolicy);
    expect(stored && phase(stored.state)).toBe('held');
    expect(Object.keys(stored?.state.holds ?? {})).toContain('check');
  });

  it.each([
    ['a purpose that the map does not know', ['BEG*04*SA*4711**20261102'], []],
    ['a unit that the map does not know', [], ['PO1*1*24*ZZ*3.25**UP*400000000008']],
  ])('R10 is held under its number when it has %s: accepted is never lost', async (_, beg, lines) => {
    const world = sampleWorld();
    const { type, body } = purchaseOrder('4711');
    const [begin = '', currency = '', shipTo = '', line = '', total = ''] = body;
    const set = {
      type,
      body: [...(beg.length > 0 ? beg : [begin]), currency, shipTo, ...(lines.length > 0 ? lines : [line]), total],
    };
    const receipt = await world.gateway.receive({ name, bytes: interchangeText({ sets: [set] }) }, world.runtime);
    expect(receipt.interchanges[0]).toMatchObject({ orders: ['northfield/4711'], acknowledgment: { codes: ['A'] } });
    const stored = await loadOrder(world.journal, 'northfield/4711', defaultPolicy);
    expect(stored && phase(stored.state)).toBe('held');
    expect(Object.keys(stored?.state.holds ?? {})).toEqual(['unmapped/000000101/7/0001']);
  });

  it('R10 is held when its buyer counted other lines than came', async () => {
    const world = sampleWorld();
    const order = purchaseOrder('4711');
    const cut = { ...order, body: [...order.body.slice(0, -1), 'CTT*7'] };
    await world.gateway.receive({ name, bytes: interchangeText({ sets: [cut] }) }, world.runtime);
    const stored = await loadOrder(world.journal, 'northfield/4711', defaultPolicy);
    expect(stored?.state.holds['check']?.reason).toContain('found 7');
  });

  it('is kept and reported when nobody knows its sender, and read as new once there is a profile', async () => {
    const world = sampleWorld({ partners: partnerDirectory([]) });
    const receipt = await world.gateway.receive({ name, bytes: first }, world.runtime);
    expect([statuses(receipt), codes(receipt)]).toEqual([['unknown-partner'], ['partner-unknown']]);
    const later = sampleWorld({ journal: world.journal, partners: partnerDirectory([samplePartner()]) });
    expect(statuses(await later.gateway.receive({ name, bytes: first }, later.runtime))).toEqual(['received']);
  });
});

describe('an interchange that comes again', () => {
  it('R03 is nothing when the same file is read again', async () => {
    const world = sampleWorld();
    await world.gateway.receive({ name, bytes: first }, world.runtime);
    await world.settle();
    const again = await world.gateway.receive({ name, bytes: first }, world.runtime);
    await world.settle();
    expect([statuses(again), world.sent.size]).toEqual([['seen'], 1]);
    expect(again.interchanges[0]?.acknowledgment?.controlNumber).toBe('000000001');
  });

  it('R03 is answered by the same bytes, once for each copy, and gives no event', async () => {
    const world = sampleWorld();
    await world.gateway.receive({ name, bytes: first }, world.runtime);
    const before = await world.journal.load('northfield/4711');
    for (const copy of ['in/copy-1.edi', 'in/copy-2.edi', 'in/copy-2.edi'])
      await world.gateway.receive({ name: copy, bytes: first }, world.runtime);
    expect((await world.journal.load('northfield/4711'))?.version).toBe(before?.version);
    await world.settle();
    expect([...world.sent.keys()].sort()).toEqual([
      'northfield/997-000000001-again-1.edi',
      'northfield/997-000000001-again-2.edi',
      'northfield/997-000000001.edi',
    ]);
    expect(new Set([...world.sent.values()].map(({ text }) => text)).size).toBe(1);
  });

  it('R03 is put aside and refused by TA1 025 when its contents are others', async () => {
    const world = sampleWorld();
    await world.gateway.receive({ name, bytes: first }, world.runtime);
    const other = interchangeText({ sets: [purchaseOrder('4712')] });
    const receipt = await world.gateway.receive({ name: 'in/other.edi', bytes: other }, world.runtime);
    await world.settle();
    expect([statuses(receipt), codes(receipt)]).toEqual([['quarantined'], ['interchange-repeated']]);
    expect(await ordersOf(world)).toEqual(['northfield/4711']);
    expect(world.sent.get('northfield/TA1-000000002.edi')?.text).toContain('TA1*000000101*261102*0900*R*025~');
  });

  it('R03 is put aside each time that the other contents come, under whatever name', async () => {
    const world = sampleWorld();
    await world.gateway.receive({ name, bytes: first }, world.runtime);
    const other = interchangeText({ sets: [purchaseOrder('4712')] });
    for (const copy of ['in/a.edi', 'in/b.edi', 'in/a.edi']) {
      const receipt = await world.gateway.receive({ name: copy, bytes: other }, world.runtime);
      expect(receipt.interchanges[0]?.orders).not.toContain('northfield/4712');
    }
    expect(await ordersOf(world)).toEqual(['northfield/4711']);
  });

  it('R04 brings an order that is known under a new control number to that order', async () => {
    const world = sampleWorld();
    await world.gateway.receive({ name, bytes: first }, world.runtime);
    const again = interchangeText({ control: '000000102', sets: [purchaseOrder('4711')] });
    await world.gateway.receive({ name: 'in/again.edi', bytes: again }, world.runtime);
    expect(await ordersOf(world)).toEqual(['northfield/4711']);
    expect(world.notes.some(({ type }) => type === 'duplicate')).toBe(true);
  });
});

describe('an order of a shop', () => {
  it('waits for a person when its number is none that a journal keeps', async () => {
    const world = sampleWorld();
    const bytes = new TextEncoder().encode('{"name":"A\\u0000B","items":[{"id":"a","quantity":2}]}');
    const message = { shop: 'shop', messageId: 'm-9', name: 'order.json', bytes };
    const receipt = await world.gateway.receiveShopOrder(message, world.runtime);
    expect(receipt).toMatchObject({ status: 'received', orders: ['shop/received:shop%2Fm-9'] });
    expect(receipt.issues.map(({ code }) => code)).toContain('worklist-unstorable');
  });

  const bytes = new TextEncoder().encode(JSON.stringify({ name: '#1', items: [{ id: 'a', quantity: 2 }] }));
  const message = { shop: 'shop', messageId: 'm-1', name: 'order.json', bytes };

  it('R01 R03 is captured once, however often its webhook comes', async () => {
    const world = sampleWorld();
    const receipts = [];
    for (let time = 0; time < 3; time++) receipts.push(await world.gateway.receiveShopOrder(message, world.runtime));
    expect(receipts.map(({ status }) => status)).toEqual(['received', 'seen', 'seen']);
    expect(await ordersOf(world)).toEqual(['shop/%231']);
  });

  it.each([
    ['is unreadable when it is not JSON', 'orders', 'unreadable', []],
    ['is unreadable when it is not UTF-8', '\u00ff', 'unreadable', []],
    ['waits on the worklist when it is no order', '{"hello":"world"}', 'received', ['shop/received:shop%2Fm-1']],
    ['waits on the worklist when it is a list', '[]', 'received', ['shop/received:shop%2Fm-1']],
  ])('%s', async (_, text, status, orders) => {
    const world = sampleWorld();
    const body = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const receipt = await world.gateway.receiveShopOrder({ ...message, bytes: body }, world.runtime);
    expect([receipt.status, receipt.orders]).toEqual([status, orders]);
    expect(receipt.issues.length).toBeGreaterThan(0);
  });

  it.each([
    ['a conflict that passes, is taken in', 1, 'received', ['shop/%231']],
    ['conflicts that never end, is for the shop to send again', 99, 'keeps changing', []],
  ] as const)('R01 that meets %s', async (_, conflicts, expected, orders) => {
    const world = sampleWorld();
    let left = conflicts;
    const runtime: Pick<Runtime, 'dispatch'> = {
      dispatch: async (...given) =>
        left-- > 0 ? { status: 'conflict', what: 'version', key: 'shop/%231' } : world.runtime.dispatch(...given),
    };
    const receipt = world.gateway.receiveShopOrder(message, runtime).then(
      ({ status }) => status,
      (error: unknown) => String(error),
    );
    expect(await receipt).toContain(expected);
    expect(await ordersOf(world)).toEqual(orders);
  });

  it('R03 names no order when its id comes again with other contents', async () => {
    const world = sampleWorld();
    await world.gateway.receiveShopOrder(message, world.runtime);
    const other = new TextEncoder().encode(JSON.stringify({ name: '#2', items: [{ id: 'a', quantity: 2 }] }));
    const receipt = await world.gateway.receiveShopOrder({ ...message, bytes: other }, world.runtime);
    expect([receipt.status, receipt.orders]).toEqual(['seen', []]);
  });
});
