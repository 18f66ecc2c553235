import { effectKey, orderId } from '@dist/orchestration';
import { loadOrder } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { interchangeText } from '../sample-gateway.ts';
import { type BatchWorld, batchWorld, billed, hourly, invoicePolicy, numbers, windowEnds } from './batch-world.ts';

/** Four invoices that have left in two interchanges: PO1 and PO2 in group 1, PO3 and PO4 in group 2. */
async function sentWorld(): Promise<BatchWorld> {
  const world = batchWorld({ batches: [{ ...hourly, maximumSets: 2 }] });
  await world.post(numbers(4));
  await world.settle();
  world.time.now = windowEnds;
  await world.settle();
  expect(world.interchanges().map(billed)).toEqual([[['PO1', 'PO2']], [['PO3', 'PO4']]]);
  return world;
}

async function answer(world: BatchWorld, type: '997' | '999', body: readonly string[]) {
  const control = String(900 + world.notes.length).padStart(9, '0');
  const bytes = interchangeText({ identifier: 'FA', control, sets: [{ type, body }] });
  const text = new TextDecoder().decode(bytes);
  const version = type === '999' ? text.replace('*X*004010~', '*X*005010X231A1~') : text;
  return world.gateway.receive({ name: control, bytes: new TextEncoder().encode(version) }, world.runtime);
}

/** A TA1 in an interchange of its own. */
function interchangeAnswer(control: string, code: string, note: string): Uint8Array {
  const isa = `ISA*00*          *00*          *08*${'THEIRID'.padEnd(15)}*ZZ*${'OURID'.padEnd(15)}*261102*1010*U*00401*000000777*0*P*>~`;
  return new TextEncoder().encode(`${isa}TA1*${control}*261102*1000*${code}*${note}~IEA*0*000000777~`);
}

const statuses = async (world: BatchWorld) =>
  Promise.all(numbers(4).map(async (number) => (await world.status(number)).status));

async function messageOf(world: BatchWorld, number: string): Promise<string | undefined> {
  const id = orderId('northfield', { number });
  const order = await loadOrder(world.journal, id, invoicePolicy);
  return order?.state.effects[`${id}/810/I-${number}`]?.message;
}

describe("R13 R14 a partner's answer to a batch", () => {
  it.each([
    [
      '997 that names each set',
      '997',
      ['AK1*IN*1', 'AK2*810*0001', 'AK5*A', 'AK2*810*0002', 'AK5*R*5', 'AK9*P*2*2*1'],
      'done parked done done',
    ],
    [
      '997 that names the set with faults',
      '997',
      ['AK1*IN*2', 'AK2*810*0001', 'AK5*R*5', 'AK9*P*2*2*1'],
      'done done parked done',
    ],
    [
      '997 that rejects the group',
      '997',
      ['AK1*IN*1', 'AK2*810*0001', 'AK5*A', 'AK2*810*0002', 'AK5*A', 'AK9*R*2*2*0*3'],
      'parked parked done done',
    ],
    [
      '999 that names the set with faults',
      '999',
      ['AK1*IN*2*005010', 'AK2*810*0002', 'IK3*BIG*2**8', 'IK4*4*324*7*PO4', 'IK5*R*5', 'AK9*P*2*2*1'],
      'done done done parked',
    ],
    ['997 that takes all with errors', '997', ['AK1*IN*2', 'AK9*E*2*2*2'], 'done done done done'],
  ] as const)('%s settles each by itself', async (_, type, body, expected) => {
    const world = await sentWorld();
    const receipt = await answer(world, type, body);
    expect(receipt.interchanges.flatMap(({ issues }) => issues)).toEqual([]);
    expect((await statuses(world)).join(' ')).toBe(expected);
    await world.settle();
    expect(world.mailbox.puts).toHaveLength(2);
  });

  it('shows the fault on our own bytes', async () => {
    const world = await sentWorld();
    await answer(world, '997', [
      'AK1*IN*2',
      'AK2*810*0002',
      'AK3*BIG*2**8',
      'AK4*4*324*7*PO4',
      'AK5*R*5',
      'AK9*P*2*2*1',
    ]);
    expect(await messageOf(world, 'PO4')).toContain(
      'at BIG04, segment 2, sent as BIG*20261102*I-PO4*20261101*PO4***DI, found PO4',
    );
  });

  it('a TA1 that rejects takes all sets of its interchange with it, and one that accepts settles none', async () => {
    const world = await sentWorld();
    const receive = (bytes: Uint8Array) =>
      world.gateway.receive({ name: `${bytes.length}-${bytes[130]}`, bytes }, world.runtime);
    await receive(interchangeAnswer('000000002', 'A', '000'));
    expect(await statuses(world)).toEqual(['done', 'done', 'done', 'done']);
    const bytes = new TextDecoder()
      .decode(interchangeAnswer('000000001', 'R', '023'))
      .replaceAll('000000777', '000000778');
    await receive(new TextEncoder().encode(bytes));
    expect(await statuses(world)).toEqual(['parked', 'parked', 'done', 'done']);
    expect(await messageOf(world, 'PO1')).toContain('TA1-023');
  });

  it('says so where a set is not named and the count does not tell', async () => {
    const world = await sentWorld();
    const receipt = await answer(world, '997', ['AK1*IN*1', 'AK9*P*2*2*1']);
    const codes = receipt.interchanges.flatMap(({ issues }) => issues.map(({ code }) => code));
    expect(codes).toEqual(['acknowledgment-unclear', 'acknowledgment-unclear']);
    expect(await statuses(world)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is told after its time where there is none, of each set by itself', async () => {
    const world = await sentWorld();
    await answer(world, '997', ['AK1*IN*1', 'AK2*810*0001', 'AK5*A', 'AK9*P*2*2*1']);
    await answer(world, '997', ['AK1*IN*2', 'AK9*A*2*2*2']);
    // The 997 that the policy wants within a day.
    world.time.now = '2026-11-03T10:00:01.000Z';
    while ((await world.runtime.fireTimers()) > 0);
    const late = world.notes.filter(({ type, message }) => type === 'sla.breached' && message.includes('997'));
    expect(late.map(({ order }) => order)).toEqual(['northfield/PO2']);
  });

  it('what a person sends again leaves in the next batch, under new numbers, and its neighbours do not', async () => {
    const world = await sentWorld();
    await answer(world, '997', ['AK1*IN*1', 'AK2*810*0002', 'AK5*R*5', 'AK9*P*2*2*1']);
    const id = orderId('northfield', { number: 'PO2' });
    const effect = `${id}/810/I-PO2`;
    const at = world.time.now;
    await world.runtime.dispatch({
      id,
      events: [{ type: 'operator.replayed', key: 'again', at, v: 2, effect, by: 'p', reason: 'mended' }],
    });
    await world.settle();
    world.time.now = '2026-11-02T11:00:00.000Z';
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1', 'PO2']], [['PO3', 'PO4']], [['PO2']]]);
    const again = (await loadOrder(world.journal, id, invoicePolicy))?.state.effects[effectKey.again(effect)];
    expect(again).toMatchObject({ status: 'done', sent: { controlNumber: '000000003' } });
  });
});
