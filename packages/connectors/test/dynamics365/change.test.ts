import { dynamics365 } from '@dist/connectors/dynamics365';
import { fakeDynamics365 } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { order, settings } from './subject.ts';

const [first] = order.lines;
if (first === undefined) throw new Error('no line');
const twoLines = { ...order, lines: [first, { ...first, lineId: '2' }] };
const unit = 'C62';
const call = { key: 'k' };
const reason = 'a buyer’s change of mind';

/** An order of two lines of 24, at a system whose answers to writes can be spoilt. */
async function world() {
  const fake = fakeDynamics365();
  const sent: string[] = [];
  const spoil: { answer?: (request: Request) => Response | undefined } = {};
  const erp = dynamics365({
    ...settings,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const isWrite = request.method !== 'GET' && !url.includes('/token');
      if (isWrite) sent.push(`${request.method} ${decodeURIComponent(new URL(url).pathname)}`);
      return (isWrite ? spoil.answer?.(request) : undefined) ?? (await fake.handle(request));
    },
  });
  const made = await erp.orders.submit(twoLines, { ...call, externalReference: 'northfield.4711' });
  if (made.status !== 'accepted') throw new Error(made.status);
  sent.length = 0;
  const total = (lineId: string, value: string, of = unit) => ({ lineId, quantity: { value, unit: of } });
  return { fake, sent, spoil, erp, number: made.order.number, total };
}

describe('a change of an order at Dynamics 365', () => {
  it('sets new totals, each with the version of its line that was read', async () => {
    const { erp, sent, number, total } = await world();
    expect(await erp.orders.change({ number, lines: [total('2', '12.5')] }, call)).toMatchObject({
      status: 'changed',
      order: { lines: [{ quantity: { value: '24' } }, { quantity: { value: '12.5' } }] },
    });
    expect(sent).toEqual(["PATCH /data/SalesOrderLines(dataAreaId='usmf',InventoryLotId='LOT-2')"]);
  });

  it.each([
    ['of a line that is not there', '9', '1', unit, 'line-unknown'],
    ['in another unit than the line’s', '1', '1', 'XBX', 'unit'],
    ['to nothing', '1', '0', unit, 'quantity'],
    ['to a number that JSON does not keep', '1', '0.12345678901234567890', unit, 'quantity'],
  ])('%s is rejected before anything is sent', async (_, lineId, value, of, reason) => {
    const { erp, sent, number, total } = await world();
    expect(await erp.orders.change({ number, lines: [total(lineId, value, of)] }, call)).toMatchObject({
      status: 'rejected',
      reason,
    });
    expect(sent).toEqual([]);
  });

  it('below what has been delivered is refused by the system, which alone knows', async () => {
    const { fake, erp, number, total } = await world();
    fake.state.delivered.set('LOT-1', 10);
    expect(await erp.orders.change({ number, lines: [total('1', '9')] }, call)).toMatchObject({ status: 'rejected' });
  });

  it('of a line that is delivered is rejected', async () => {
    const { fake, erp, number, total } = await world();
    fake.fulfil?.(0);
    const change = await erp.orders.change({ number, lines: [total('1', '9')] }, call);
    expect(change).toMatchObject({ status: 'rejected', reason: 'not-open' });
  });

  it('of a line that somebody changes meanwhile is a conflict, and nothing is done', async () => {
    const { fake, spoil, erp, number, total } = await world();
    spoil.answer = () => {
      for (const line of fake.state.lines) line['@odata.etag'] = 'W/"other"';
      return undefined;
    };
    expect(await erp.orders.change({ number, lines: [total('1', '9')] }, call)).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict' },
    });
  });

  it('edge 1: that a lost answer stopped half way is unknown, and may be sent again', async () => {
    const { spoil, erp, number, total } = await world();
    let writes = 0;
    spoil.answer = () => (++writes === 2 ? new Response('', { status: 504 }) : undefined);
    const lines = [total('1', '9'), total('2', '8')];
    expect(await erp.orders.change({ number, lines }, call)).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: true },
    });
    expect(await erp.orders.change({ number, lines }, call)).toMatchObject({ status: 'changed' });
  });

  it('that the system has answered with success and not done is told', async () => {
    const { spoil, erp, number, total } = await world();
    spoil.answer = () => new Response(null, { status: 204 });
    expect(await erp.orders.change({ number, lines: [total('1', '9')] }, call)).toMatchObject({
      status: 'rejected',
      reason: 'not-taken',
    });
  });
});

describe('a cancellation at Dynamics 365', () => {
  it('of the whole order deletes its lines and keeps its header, so that it is found, and never made again', async () => {
    const { fake, erp, number } = await world();
    expect(await erp.orders.cancel({ number, reason }, call)).toEqual({
      status: 'cancelled',
      number,
      lines: [
        { lineId: '1', quantity: { value: '24', unit } },
        { lineId: '2', quantity: { value: '24', unit } },
      ],
    });
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ order: { phase: 'cancelled', lines: [] } });
    const again = await erp.orders.submit(twoLines, { ...call, externalReference: 'northfield.4711' });
    expect(again).toMatchObject({ status: 'duplicate' });
    expect([fake.orders(), fake.state.lines.length]).toEqual([1, 0]);
  });

  it('of a part lets the quantity of the line go down', async () => {
    const { fake, erp, number, total } = await world();
    expect(await erp.orders.cancel({ number, reason, lines: [total('2', '4')] }, call)).toMatchObject({
      status: 'cancelled',
      lines: [{ lineId: '2', quantity: { value: '4' } }],
    });
    expect(fake.state.lines).toMatchObject([{ OrderedSalesQuantity: 24 }, { OrderedSalesQuantity: 20 }]);
  });

  it('of what has left already cancels nothing', async () => {
    const { fake, erp, number } = await world();
    fake.fulfil?.(0);
    expect(await erp.orders.cancel({ number, reason }, call)).toEqual({ status: 'cancelled', number, lines: [] });
  });

  it('of a line that is delivered in part is refused: only "Deliver remainder" ends it', async () => {
    const { fake, erp, number } = await world();
    fake.state.delivered.set('LOT-1', 10);
    expect(await erp.orders.cancel({ number, reason }, call)).toMatchObject({ status: 'rejected' });
    expect(fake.state.lines).toHaveLength(2);
  });

  it('of one line of an order that is stopped is rejected, since a submit would bring the line back', async () => {
    const { fake, sent, erp, number, total } = await world();
    for (const header of fake.state.headers) header['IsSalesProcessingStopped'] = 'Yes';
    expect(await erp.orders.cancel({ number, reason, lines: [total('2', '24')] }, call)).toMatchObject({
      status: 'rejected',
      reason: 'stopped',
    });
    expect(sent).toEqual([]);
  });

  it('of the whole of an order that is stopped releases what is left: nothing', async () => {
    const { fake, erp, number } = await world();
    for (const header of fake.state.headers) header['IsSalesProcessingStopped'] = 'Yes';
    await erp.orders.cancel({ number, reason }, call);
    expect(await erp.orders.status(number)).toMatchObject({ order: { phase: 'cancelled' } });
  });

  it('in another unit than the line’s is rejected', async () => {
    const { erp, number, total } = await world();
    const cancelled = await erp.orders.cancel({ number, reason, lines: [total('2', '4', 'XBX')] }, call);
    expect(cancelled).toMatchObject({ status: 'rejected', reason: 'quantity' });
  });

  it.each([
    ['the whole order: it may be cancelled again', undefined, true],
    ['a part: it would go down a second time', '4', false],
  ])('edge 1: a lost answer is unknown, of %s', async (_, value, safeToReplay) => {
    const { spoil, erp, number, total } = await world();
    spoil.answer = () => new Response('', { status: 504 });
    const lines = value === undefined ? undefined : [total('2', value)];
    expect(await erp.orders.cancel({ number, reason, lines }, call)).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay },
    });
  });

  it('of an order that is not there fails', async () => {
    const { erp } = await world();
    expect(await erp.orders.cancel({ number: 'SO-9', reason }, call)).toMatchObject({
      failure: { class: 'not-found' },
    });
  });
});
