import { decodeSalesOrder, dynamics365, dynamics365Errors, unitTable } from '@dist/connectors/dynamics365';
import { documentedErrors, fakeDynamics365 } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { order, settings } from './subject.ts';

const call = { key: 'k', externalReference: 'northfield.4711' };
const [first] = order.lines;
if (first === undefined) throw new Error('no line');
const twoLines = { ...order, lines: [first, { ...first, lineId: '2' }] };

/** A world whose answers can be spoilt: `spoil` gets each request that writes, and may answer in place of the system. */
function world(spoil: (request: Request, path: string) => Response | undefined = () => undefined) {
  const fake = fakeDynamics365();
  const sent: string[] = [];
  const erp = dynamics365({
    ...settings,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const { pathname } = new URL(url);
      if (!url.includes('/token')) sent.push(`${request.method} ${decodeURIComponent(pathname)}`);
      const answer = request.method === 'GET' || url.includes('/token') ? undefined : spoil(request, pathname);
      return answer ?? (await fake.handle(request));
    },
  });
  return { fake, sent, erp };
}

describe('an order at Dynamics 365', () => {
  it('is a header, then its lines, and is stopped until the last of them is there', async () => {
    const { fake, sent, erp } = world();
    expect(await erp.orders.submit(twoLines, call)).toMatchObject({ status: 'accepted', order: { phase: 'open' } });
    expect(sent.filter((request) => !request.startsWith('GET'))).toEqual([
      'POST /data/SalesOrderHeadersV2',
      'POST /data/SalesOrderLines',
      'POST /data/SalesOrderLines',
      "PATCH /data/SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='SO-1001')",
    ]);
    expect(fake.state.headers[0]).toMatchObject({ IsSalesProcessingStopped: 'No' });
  });

  it('R19 edge 18: keeps our reference to look it up by, and the buyer’s number as it is in a field of its own', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    expect(fake.state.headers[0]).toMatchObject({
      CustomersOrderReference: 'northfield.4711',
      CustomerRequisitionNumber: 'PO-1',
    });
  });

  it('R19: of which a reference is not kept as it was sent is told: unknown', async () => {
    const { erp } = world((request, path) =>
      request.method === 'POST' && path.endsWith('HeadersV2')
        ? Response.json({
            SalesOrderNumber: 'SO-1',
            SalesOrderStatus: 'Backorder',
            CustomersOrderReference: 'northfield',
          })
        : undefined,
    );
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'unknown',
      failure: { class: 'contract-drift' },
    });
  });

  it('edge 1: that a lost answer left half made is on hold, and the next submit completes it: one order, no line twice', async () => {
    let lines = 0;
    const { fake, erp } = world((_, path) =>
      path.endsWith('SalesOrderLines') && ++lines === 2 ? new Response('', { status: 504 }) : undefined,
    );
    expect(await erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: false },
    });
    expect(await erp.orders.find(call.externalReference)).toMatchObject({
      order: { phase: 'onHold', isIncomplete: true, holds: [{ code: 'incomplete' }], lines: [{ lineId: '1' }] },
    });
    expect(await erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'duplicate',
      order: { phase: 'open', lines: [{ lineId: '1' }, { lineId: '2' }] },
    });
    expect([fake.orders(), fake.state.lines.length]).toEqual([1, 2]);
  });

  /** An order of two lines whose second line's answer is lost at first; `late` is that request, which may be worked on later. */
  async function halfMade(line: (request: Request, count: number) => Response | undefined = () => undefined) {
    const late: Request[] = [];
    let lines = 0;
    const all = world((request, path) => {
      if (request.method !== 'POST' || !path.endsWith('SalesOrderLines')) return undefined;
      if (++lines !== 2) return line(request, lines);
      late.push(request.clone());
      return new Response('', { status: 504 });
    });
    await all.erp.orders.submit(twoLines, call);
    return { ...all, late };
  }

  it('edge 1: that a person releases while it is half made is a conflict, and is not made again', async () => {
    const { fake, erp } = await halfMade();
    for (const header of fake.state.headers) header['IsSalesProcessingStopped'] = 'No';
    const conflict = { status: 'failed', failure: { class: 'conflict', message: expect.stringContaining('SO-1001') } };
    expect(await erp.orders.find(call.externalReference)).toMatchObject(conflict);
    expect(await erp.orders.submit(twoLines, call)).toMatchObject(conflict);
    expect([fake.orders(), fake.state.lines.length]).toEqual([1, 1]);
  });

  it('edge 1: that is cancelled while it is half made is found as that, and is not made again', async () => {
    const { fake, erp } = await halfMade();
    await erp.orders.cancel({ number: 'SO-1001', reason: 'b' }, { key: 'c' });
    expect(await erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'duplicate',
      order: { phase: 'cancelled' },
    });
    expect(fake.orders()).toBe(1);
  });

  const worked = async ({ fake, late }: Awaited<ReturnType<typeof halfMade>>) => {
    for (const request of late) await fake.handle(request.clone());
  };

  it.each([
    ['has another quantity', { OrderedSalesQuantity: 20 }, 'line 2 is 20 pcs of AX-100, expected is 24 pcs of AX-100'],
    ['is of another item', { ItemNumber: 'BX-1' }, 'line 2 is 24 pcs of BX-1, expected is 24 pcs of AX-100'],
    ['is in another unit', { SalesUnitSymbol: 'box' }, 'line 2 is 24 box of AX-100, expected is 24 pcs of AX-100'],
  ])('edge 1: of which a line %s stays stopped, and that is told', async (_, change, message) => {
    const half = await halfMade();
    await worked(half);
    Object.assign(half.fake.state.lines.at(-1) ?? {}, change);
    expect(await half.erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'unknown',
      failure: { class: 'conflict', safeToReplay: false, message: expect.stringContaining(message) },
    });
    expect(half.fake.state.headers).toMatchObject([{ IsSalesProcessingStopped: 'Yes' }]);
  });

  it('edge 1: whose lost line is worked on after it was sent again stays stopped: it would be shipped twice', async () => {
    const half = await halfMade((_, count) => {
      if (count === 3) void worked(half);
      return undefined;
    });
    expect(await half.erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'unknown',
      failure: { class: 'conflict', message: expect.stringContaining('line 2 is there twice (lots LOT-') },
    });
    const conflict = { status: 'failed', failure: { class: 'conflict', message: expect.stringContaining('line 2') } };
    expect(await half.erp.orders.find(call.externalReference)).toMatchObject(conflict);
    expect(await half.erp.orders.submit(twoLines, call)).toMatchObject(conflict);
    expect(half.fake.state.headers).toMatchObject([{ IsSalesProcessingStopped: 'Yes' }]);
    half.fake.state.lines.pop();
    expect(await half.erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'duplicate',
      order: { phase: 'open' },
    });
  });

  it('edge 1: of which a line is not there though the answer is a success stays stopped', async () => {
    const { fake, erp } = world((_, path) =>
      path.endsWith('SalesOrderLines') ? Response.json({}, { status: 201 }) : undefined,
    );
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'unknown',
      failure: { message: expect.stringContaining('line 1 is missing') },
    });
    expect(fake.state.headers).toMatchObject([{ IsSalesProcessingStopped: 'Yes' }]);
  });

  it('of which a line is refused when it is completed is deleted, too, and rejected', async () => {
    const refusal = "Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Warning: Item is stopped";
    const body = { error: { code: '', message: 'An error has occurred.', innererror: { message: refusal } } };
    const { fake, erp } = await halfMade((_, count) => (count > 2 ? Response.json(body, { status: 400 }) : undefined));
    expect(await erp.orders.submit(twoLines, call)).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining('Item is stopped'),
    });
    expect([fake.orders(), fake.state.lines.length]).toEqual([0, 0]);
  });

  it('is found among others whose references differ in case only, and so is not made again', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    for (const reference of ['Northfield.4711', 'NORTHFIELD.4711']) {
      fake.state.headers.unshift({ ...fake.state.headers[0], CustomersOrderReference: reference });
    }
    // SQL Server finds them all.
    const alike = dynamics365({
      ...settings,
      fetch: async (url, init) => {
        const every = new URL(url);
        if (every.searchParams.get('$filter')?.includes('CustomersOrderReference'))
          every.searchParams.delete('$filter');
        return await fake.handle(new Request(every, init));
      },
    });
    expect(await alike.orders.submit(order, call)).toMatchObject({ status: 'duplicate' });
    fake.state.headers.unshift({ ...fake.state.headers[0], CustomersOrderReference: 'OTHER' });
    const drift = { status: 'failed', failure: { class: 'contract-drift' } };
    expect(await alike.orders.submit(order, call)).toMatchObject(drift);
    expect(fake.orders()).toBe(4);
  });

  it('of which a line is refused is deleted again, so that nothing is left of it', async () => {
    const { fake, erp } = world();
    const lines = [first, { ...first, lineId: '2', ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] }];
    expect(await erp.orders.submit({ ...order, lines }, call)).toMatchObject({ status: 'rejected' });
    expect([fake.orders(), fake.state.lines.length]).toEqual([0, 0]);
  });

  it('of which a line is refused and that cannot be deleted is unknown', async () => {
    const { erp } = world((request) => (request.method === 'DELETE' ? new Response('', { status: 503 }) : undefined));
    const lines = [{ ...first, ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] }];
    expect(await erp.orders.submit({ ...order, lines }, call)).toMatchObject({ status: 'unknown' });
  });

  it.each([
    ['a line id with leading zeros', { lines: [{ ...first, lineId: '001' }] }, 'line-id'],
    ['a line id of letters', { lines: [{ ...first, lineId: 'A' }] }, 'line-id'],
    [
      'a unit that is in no table',
      { lines: [{ ...first, quantity: { value: '1', unit: 'XBG' } }] },
      'value-unmappable',
    ],
    ['no customer', { parties: {} }, 'value-required'],
  ])('with %s is rejected before anything is sent', async (_, change, reason) => {
    const { sent, erp } = world();
    expect(await erp.orders.submit({ ...order, ...change }, call)).toMatchObject({ status: 'rejected', reason });
    expect(sent).toEqual([]);
  });

  it('of an address of its own says so; a day is sent as its noon in UTC', async () => {
    const { fake, erp } = world();
    const address = { lines: ['12 Market Street'], city: 'Springfield', postalCode: '62701', country: 'US' };
    const parties = { ...order.parties, shipTo: { ids: [], name: 'Store 12 (sample)', address } };
    await erp.orders.submit({ ...order, parties, dates: { deliverBy: '2026-03-09' } }, call);
    expect(fake.state.headers[0]).toMatchObject({
      IsDeliveryAddressOrderSpecific: 'Yes',
      DeliveryAddressStreet: '12 Market Street',
      RequestedReceiptDate: '2026-03-09T12:00:00Z',
    });
  });
});

const header = { SalesOrderNumber: 'SO-1', SalesOrderStatus: 'Backorder', CustomersOrderReference: 'r' };
const line = {
  InventoryLotId: '000221',
  CustomersLineNumber: 7,
  ItemNumber: 'AX-100',
  OrderedSalesQuantity: 4.5,
  SalesUnitSymbol: 'box',
  SalesOrderLineStatus: 'Backorder',
};

describe('an order is read', () => {
  it('edge 5, edge 10: with the buyer’s line ids, or the lot where there is none, and the shortest text of numbers', () => {
    const other = { ...line, CustomersLineNumber: 0 };
    expect(decodeSalesOrder(header, [line, other], unitTable)).toMatchObject({
      value: { lines: [{ lineId: '7', quantity: { value: '4.5', unit: 'XBX' } }, { lineId: '000221' }] },
    });
  });

  it.each([
    ['nothing has happened', {}, {}, 'open'],
    ['it is stopped', { IsSalesProcessingStopped: 'Yes' }, {}, 'onHold'],
    ['one line has left', {}, { SalesOrderLineStatus: 'Delivered' }, 'partlyShipped'],
    ['all has left', { SalesOrderStatus: 'Delivered' }, {}, 'shipped'],
    ['all is invoiced', { SalesOrderStatus: 'Invoiced' }, {}, 'invoiced'],
    ['it was cancelled', { SalesOrderStatus: 'Canceled' }, {}, 'cancelled'],
    ['the status is a new one', { SalesOrderStatus: 'Quarantined' }, {}, 'unknown'],
  ])('of which %s', (_, change, lineChange, phase) => {
    expect(decodeSalesOrder({ ...header, ...change }, [{ ...line, ...lineChange }], unitTable)).toMatchObject({
      value: { phase },
    });
  });

  it.each([
    ['no number', { ...header, SalesOrderNumber: undefined }, [line]],
    ['a quantity that is a word', header, [{ ...line, OrderedSalesQuantity: 'many' }]],
  ])('not with %s', (_, json, lines) => {
    expect(decodeSalesOrder(json, lines, unitTable)).toMatchObject({ ok: false });
  });
});

describe('edge 11: stock', () => {
  it('says which number each quantity is, by warehouse, in the unit of the item', async () => {
    const unit = 'C62';
    expect(await world().erp.inventory.availability({ items: ['AX-100', 'NO-SUCH'] })).toMatchObject({
      missing: ['NO-SUCH'],
      availability: {
        items: [
          {
            location: { value: '13' },
            quantities: [
              { type: 'onHand', quantity: { value: '120.5', unit } },
              { type: 'salable', quantity: { value: '100.5', unit } },
              { type: 'reserved', quantity: { value: '20', unit } },
            ],
          },
          { location: { value: '24' } },
        ],
      },
    });
  });

  it('is told of some warehouses where these are asked for', async () => {
    const found = await world().erp.inventory.availability({ items: ['AX-100'], locations: ['24'] });
    expect(found).toMatchObject({ availability: { items: [{ location: { value: '24' } }] } });
  });
});

describe('R31: errors', () => {
  it.each(documentedErrors.dynamics365.map(({ status = 400, sample, class: name }) => [name, sample, status] as const))(
    '%s: %s',
    (name, message, status) => {
      expect(classOfError(dynamics365Errors, { status, message })).toBe(name);
    },
  );

  it('a write that the Infolog refuses is refused, whatever its status', async () => {
    const message = "Write failed for table row of type 'SalesOrderHeaderV2Entity'. Infolog: Warning: no.";
    const body = { error: { code: '', message: 'An error has occurred.', innererror: { message } } };
    const { erp } = world(() => Response.json(body, { status: 500 }));
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining(message),
    });
  });
});

it('a legal entity is named by four signs at most', () => {
  expect(() => dynamics365({ ...settings, dataAreaId: "us'mf" })).toThrow(TypeError);
});
