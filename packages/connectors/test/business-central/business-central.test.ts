import {
  businessCentral,
  businessCentralErrors,
  businessCentralSubscriptions,
  decodeInvoice,
  decodeSalesOrder,
  decodeShipment,
  unitTable,
} from '@dist/connectors/business-central';
import { documentedErrors, fakeBusinessCentral } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { company, credentials, notification, order, verify } from './subject.ts';

const call = { key: 'k', externalReference: 'northfield.4711' };

function world(rowsAtOnce?: number) {
  const fake = fakeBusinessCentral(rowsAtOnce === undefined ? {} : { rowsAtOnce });
  const sent: Request[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return await fake.handle(request);
  };
  const settings = { credentials, environment: 'Production', company, fetch };
  return { fake, sent, settings, erp: businessCentral(settings) };
}

type World = ReturnType<typeof world>;

async function submitted({ erp }: World): Promise<string> {
  const outcome = await erp.orders.submit(order, call);
  if (outcome.status !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.order.number;
}

function storedLine({ fake }: World) {
  const line = fake.state.orders[0]?.lines.find(({ fields }) => fields['lineType'] === 'Item');
  if (line === undefined) throw new Error('no line');
  return line;
}

describe('an order at Business Central', () => {
  it('R19 edge 18: keeps our reference to look it up by, and the buyer’s number as it is in a comment line', async () => {
    const here = world();
    await submitted(here);
    expect(here.fake.state.orders[0]?.fields).toMatchObject({ externalDocumentNumber: 'NORTHFIELD.4711' });
    expect(here.fake.state.orders[0]?.lines.map(({ fields }) => fields)).toEqual([
      { lineType: 'Comment', description: 'PO-1' },
      {
        lineType: 'Item',
        lineObjectNumber: 'AX-100',
        unitOfMeasureCode: 'PCS',
        description2: '1',
        quantity: 24,
        unitPrice: 3.25,
      },
    ]);
  });

  it.each([
    [
      'of another purchase order, by the case of its number, is rejected in words',
      { number: 'po-1' },
      false,
      {
        status: 'rejected',
        reason: 'reference-differs-by-case',
        message: expect.stringContaining('order PO-1 stands'),
      },
    ],
    ['of the same purchase order is a duplicate', {}, false, { status: 'duplicate' }],
    ['whose comment was deleted by hand is a duplicate', { number: 'po-1' }, true, { status: 'duplicate' }],
  ])('R19 an order under a reference that differs by case only, %s', async (_, change, isDeleted, expected) => {
    const here = world();
    await submitted(here);
    for (const { lines } of here.fake.state.orders)
      if (isDeleted) lines.splice(0, lines.length, ...lines.filter(({ fields }) => fields['lineType'] !== 'Comment'));
    const again = { key: 'k2', externalReference: call.externalReference.replace('n', 'N') };
    expect(await here.erp.orders.submit({ ...order, ...change }, again)).toMatchObject(expected);
    expect(here.fake.orders()).toBe(1);
  });

  it.each([
    ['our reference in capitals', (row: object) => row, 'found'],
    [
      'another one, since the filter was not obeyed',
      (row: object) => ({ ...row, externalDocumentNumber: 'X' }),
      'failed',
    ],
    [
      'only the first of its lines',
      (row: object) => ({ ...row, 'salesOrderLines@odata.nextLink': 'https://api.businesscentral.dynamics.com/x' }),
      'failed',
    ],
  ] as const)('R19 is looked up, and %s comes back', async (_, change, expected) => {
    const here = world();
    await submitted(here);
    const fetch = async (url: string, init: RequestInit) => {
      const answer = await here.fake.handle(new Request(url, init));
      if (!url.includes('salesOrders?')) return answer;
      const { value } = (await answer.json()) as { value: object[] };
      return Response.json({ value: value.map(change) });
    };
    const found = await businessCentral({ ...here.settings, fetch }).orders.find(call.externalReference);
    expect(found).toMatchObject(
      expected === 'found'
        ? { status: 'found', order: { externalReference: 'northfield.4711' } }
        : { status: 'failed', failure: { class: 'contract-drift', safeToReplay: true } },
    );
  });

  it.each([
    [
      'cancelled and made again',
      [
        ['Canceled', 'S-ORD103001'],
        ['Open', 'S-ORD103001'],
      ],
      { status: 'found', order: { phase: 'invoiced', lines: [{ quantity: { value: '24' } }] } },
    ],
    ['cancelled', [['Canceled', 'S-ORD103001']], { status: 'found', order: { phase: 'closed', lines: [] } }],
    ['made for several orders, and names none', [['Open', '']], { status: 'failed', failure: { class: 'conflict' } }],
    ['not posted yet', [['Draft', '']], { status: 'notFound' }],
  ] as const)('R19 edge 1: whose order is gone, and whose invoice was %s', async (_, invoices, expected) => {
    const here = world();
    const fetch = async (url: string, init: RequestInit) => {
      const answer = await here.fake.handle(new Request(url, init));
      if (!url.includes('salesInvoices?')) return answer;
      const { value } = (await answer.json()) as { value: object[] };
      return Response.json({
        value: invoices.flatMap(([status, orderNumber]) => value.map((row) => ({ ...row, status, orderNumber }))),
      });
    };
    expect(await businessCentral({ ...here.settings, fetch }).orders.find('other.103001')).toMatchObject(expected);
  });

  it('R19: the same purchase order of two partners is two orders', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, { key: 'a', externalReference: 'northfield.PO-1' });
    await erp.orders.submit(order, { key: 'b', externalReference: 'maplegrove.PO-1' });
    expect(fake.orders()).toBe(2);
  });

  it('edge 1: that was posted as a whole and is therefore deleted is found by its invoice, and not made again', async () => {
    const { fake, erp } = world();
    expect(await erp.orders.submit(order, { key: 'k', externalReference: 'other.103001' })).toMatchObject({
      status: 'duplicate',
      order: { number: 'S-ORD103001', phase: 'invoiced', lines: [{ lineId: '007', invoiced: { value: '24' } }] },
    });
    expect(fake.orders()).toBe(0);
    expect(await erp.orders.status('S-ORD103001')).toMatchObject({ status: 'found', order: { phase: 'invoiced' } });
  });

  it('edge 8: that waited eight minutes in the queue (503) may have been made: unknown, and never sent again', async () => {
    const { fake, settings } = world();
    let posts = 0;
    const busy = businessCentral({
      ...settings,
      fetch: async (url, init) => {
        if (!url.includes('/token') && init.method === 'POST') {
          posts++;
          await fake.handle(new Request(url, init));
          return new Response('', { status: 503 });
        }
        return await fake.handle(new Request(url, init));
      },
    });
    expect(await busy.orders.submit(order, call)).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', safeToReplay: false },
    });
    expect(posts).toBe(1);
    expect(await busy.orders.submit(order, call)).toMatchObject({ status: 'duplicate' });
  });

  it.each([
    ['a customer of unknown number', { parties: {} }],
    [
      'a place without an address, which would be delivered to the customer',
      { parties: { ...order.parties, shipTo: { ids: [{ scheme: 'erp' as const, value: 'S-0012' }] } } },
    ],
    [
      'a unit that the company does not have',
      { lines: order.lines.map((line) => ({ ...line, quantity: { value: '1', unit: 'XBG' } })) },
    ],
    ['a price of a hundred', { lines: order.lines.map((line) => ({ ...line, price: { amount: '3', per: '100' } })) }],
    [
      'more digits than a number holds',
      { lines: order.lines.map((line) => ({ ...line, quantity: { value: '1234567890.123456789', unit: 'C62' } })) },
    ],
  ])('with %s is rejected before anything is sent', async (_, change) => {
    const { sent, erp } = world();
    expect(await erp.orders.submit({ ...order, ...change }, call)).toMatchObject({ status: 'rejected' });
    expect(sent).toEqual([]);
  });

  it('is cancelled by quantities that go down to what has left', async () => {
    const here = world();
    const number = await submitted(here);
    storedLine(here).shippedQuantity = 10;
    expect(await here.erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number,
      lines: [{ lineId: '1', quantity: { value: '14', unit: 'C62' } }],
    });
    expect(storedLine(here).fields).toMatchObject({ quantity: 10 });
    expect(await here.erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toMatchObject({ lines: [] });
    expect(await here.erp.orders.status(number)).toMatchObject({ order: { phase: 'shipped' } });
  });

  it('of which nothing has left stays, cancelled, with nothing in it', async () => {
    const here = world();
    const number = await submitted(here);
    await here.erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' });
    expect(await here.erp.orders.find(call.externalReference)).toMatchObject({ order: { number, phase: 'cancelled' } });
  });

  it('that was released is neither changed nor cancelled', async () => {
    const here = world();
    const number = await submitted(here);
    for (const stored of here.fake.state.orders) stored.status = 'Open';
    const lines = [{ lineId: '1', quantity: { value: '5', unit: 'C62' } }];
    const rejected = { status: 'rejected', reason: 'Application_FieldValidationException' };
    expect(await here.erp.orders.change({ number, lines }, { key: 'c' })).toMatchObject(rejected);
    expect(await here.erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toMatchObject(rejected);
  });

  it.each([
    ['in another unit', { lineId: '1', quantity: { value: '2', unit: 'XBX' } }, 'unit'],
    ['of a line that is not there', { lineId: '9', quantity: { value: '2', unit: 'C62' } }, 'line-unknown'],
    ['of less than has left', { lineId: '1', quantity: { value: '2', unit: 'C62' } }, 'shipped'],
    [
      'edge 10: with more digits than a number holds',
      { lineId: '1', quantity: { value: '24.1234567890123456789', unit: 'C62' } },
      'quantity',
    ],
  ])('is not changed by a total %s', async (_, line, reason) => {
    const here = world();
    const number = await submitted(here);
    storedLine(here).shippedQuantity = 10;
    expect(await here.erp.orders.change({ number, lines: [line] }, { key: 'c' })).toMatchObject({ reason });
    expect(storedLine(here).fields).toMatchObject({ quantity: 24 });
  });

  it('R19 of which the second line is refused is not cancelled, or changed, as if nothing had been done', async () => {
    const here = world();
    const [line] = order.lines;
    const two = { ...order, lines: [line, { ...line, lineId: '2' }] } as typeof order;
    const made = await here.erp.orders.submit(two, call);
    if (made.status !== 'accepted') throw new Error(made.status);
    const { number } = made.order;
    const refusing = () => {
      let writes = 0;
      return businessCentral({
        ...here.settings,
        fetch: async (url, init) => {
          if (init.method !== 'PATCH' || ++writes < 2) return await here.fake.handle(new Request(url, init));
          const error = { code: 'Application_DialogException', message: 'This item is blocked.' };
          return Response.json({ error }, { status: 400 });
        },
      });
    };
    const lines = ['1', '2'].map((lineId) => ({ lineId, quantity: { value: '5', unit: 'C62' } }));
    expect(await refusing().orders.cancel({ number, reason: 'r', lines }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: false },
    });
    expect(await refusing().orders.change({ number, lines }, { key: 'c' })).toMatchObject({ status: 'unknown' });
  });

  it('of which somebody changed a line meanwhile is a conflict, not overwritten', async () => {
    const here = world();
    const number = await submitted(here);
    const racing = businessCentral({
      ...here.settings,
      fetch: async (url, init) => {
        if (init.method === 'PATCH') storedLine(here).version++;
        return await here.fake.handle(new Request(url, init));
      },
    });
    const lines = [{ lineId: '1', quantity: { value: '5', unit: 'C62' } }];
    expect(await racing.orders.change({ number, lines }, { key: 'c' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', vendor: { code: 'Request_EntityChanged' } },
    });
    expect(storedLine(here).fields).toMatchObject({ quantity: 24 });
  });
});

describe('edge 4: what API v2.0 cannot do is not there', () => {
  it('no shipment is published: the only action, ShipAndInvoice, would invoice it too', () => {
    const { erp } = world();
    expect(erp.capabilities).not.toContain('shipments.publish');
    expect('publish' in erp.shipments).toBe(false);
  });
});

describe('edge 10, edge 11: stock', () => {
  it('is on hand, of all locations together, by the shortest text of its number', async () => {
    expect(await world().erp.inventory.availability({ items: ['AX-100', 'NO-SUCH'] })).toMatchObject({
      status: 'found',
      missing: ['NO-SUCH'],
      availability: { items: [{ quantities: [{ type: 'onHand', quantity: { value: '120.5', unit: 'C62' } }] }] },
    });
  });

  it('is not told by location: asked for some, it is refused and nothing is sent', async () => {
    const { sent, erp } = world();
    expect(await erp.inventory.availability({ items: ['AX-100'], locations: ['EAST'] })).toMatchObject({
      failure: { class: 'config' },
    });
    expect(sent).toEqual([]);
  });
});

describe('answers that are cut', () => {
  it('are read to their end by the link to the rest', async () => {
    const { erp } = world(1);
    const numbers: string[] = [];
    for await (const page of erp.shipments.list()) {
      if (page.ok) numbers.push(...page.items.map(({ shipmentId }) => shipmentId));
    }
    expect(numbers).toHaveLength(7);
  });

  it('a link to another host is not followed: the token goes nowhere else', async () => {
    const { settings, fake } = world();
    const hosts = new Set<string>();
    const erp = businessCentral({
      ...settings,
      fetch: async (url, init) => {
        hosts.add(new URL(url).host);
        if (url.includes('/token')) return await fake.handle(new Request(url, init));
        return Response.json({ value: [], '@odata.nextLink': 'https://elsewhere.invalid/v2.0/x' });
      },
    });
    expect(await erp.orders.find('a')).toMatchObject({ status: 'failed', failure: { class: 'contract-drift' } });
    expect([...hosts]).toEqual(['login.microsoftonline.com', 'api.businesscentral.dynamics.com']);
  });
});

const line = {
  id: company,
  sequence: 10000,
  lineType: 'Item',
  lineObjectNumber: 'AX-100',
  description2: '007',
  unitOfMeasureCode: 'BOX',
  quantity: 4.5,
  shippedQuantity: 0,
  invoicedQuantity: 0,
};
const header = { number: 'S-1', externalDocumentNumber: 'r', status: 'Draft', fullyShipped: false };
const read = (change: object, lines: readonly object[] = [line]) =>
  decodeSalesOrder({ ...header, ...change, salesOrderLines: lines }, unitTable);

describe('an order is read', () => {
  it('edge 5, edge 10: with the buyer’s line ids and the shortest text of numbers', () => {
    expect(read({ lastModifiedDateTime: '2026-03-02T08:00:00Z' })).toMatchObject({
      value: {
        number: 'S-1',
        changedAt: '2026-03-02T08:00:00Z',
        lines: [{ lineId: '007', item: 'AX-100', quantity: { value: '4.5', unit: 'XBX' } }],
      },
    });
  });

  it('of which two lines have one Description 2: each by its own number', () => {
    expect(read({}, [line, { ...line, sequence: 20000 }])).toMatchObject({
      value: { lines: [{ lineId: '10000' }, { lineId: '20000' }] },
    });
  });

  it.each([
    ['nothing has happened', {}, {}, 'open'],
    ['an approval is awaited', { status: 'In_x0020_Review' }, {}, 'onHold'],
    ['it was released', { status: 'Open' }, {}, 'open'],
    ['a part has left', {}, { shippedQuantity: 1 }, 'partlyShipped'],
    ['all has left', {}, { shippedQuantity: 4.5 }, 'shipped'],
    ['all is invoiced', {}, { shippedQuantity: 4.5, invoicedQuantity: 4.5 }, 'invoiced'],
    ['nothing is left of it', {}, { quantity: 0 }, 'cancelled'],
    ['the status is a new one', { status: 'Quarantined' }, {}, 'unknown'],
  ])('of which %s', (_, change, lineChange, phase) => {
    expect(read(change, [{ ...line, ...lineChange }])).toMatchObject({ value: { phase } });
  });

  it.each([
    ['no number', { number: undefined }, 'number'],
    ['no lines', { salesOrderLines: undefined }, 'salesOrderLines'],
    [
      'a quantity of 17 digits',
      { salesOrderLines: [{ ...line, quantity: 1234567890.1234567 }] },
      'salesOrderLines.0.quantity',
    ],
  ])('not with %s', (_, change, path) => {
    const decoded = decodeSalesOrder({ ...header, salesOrderLines: [line], ...change }, unitTable);
    expect(decoded.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('documents are read', () => {
  const { state } = fakeBusinessCentral();
  const [shipment, invoice] = [state.shipments[0]?.fields, state.invoices[0]?.fields];
  const changed = { lastModifiedDateTime: '2026-02-02T00:00:00Z' };

  it('a shipment, without the comment and what did not leave', () => {
    const json = { number: '102000', ...changed, ...shipment };
    expect(decodeShipment(json, unitTable)).toMatchObject({
      value: {
        shipmentId: '102000',
        shippedOn: '2026-02-02',
        references: [{ type: 'externalReference', value: 'OTHER.102000' }],
        items: [{ orderNumber: 'S-ORD1', lineId: '007', quantity: { value: '24', unit: 'C62' } }],
      },
    });
  });

  it('an invoice, whose sums are checked', () => {
    const json = { number: '103000', ...changed, ...invoice };
    expect(decodeInvoice(json, unitTable)).toMatchObject({
      value: { orderNumber: 'S-ORD103000', lines: [{ lineId: '007', price: { amount: '3.25' } }], total: '84.24' },
    });
  });

  it.each(['Draft', 'In Review', 'In_x0020_Review', 'Canceled'])(
    'an invoice that is %s is not one, yet or any more',
    (status) => {
      expect(decodeInvoice({ number: '1', ...changed, ...invoice, status }, unitTable)).toEqual({
        ok: true,
        issues: [],
        value: undefined,
      });
    },
  );

  it('an invoice that is corrective, or of a new status, is not read: a person looks at it', () => {
    for (const status of ['Corrective', 'Unheard of'])
      expect(decodeInvoice({ number: '1', ...changed, ...invoice, status }, unitTable)).toMatchObject({ ok: false });
  });
});

describe('R31: errors', () => {
  it.each(
    documentedErrors['business-central'].map(({ code = '', sample, class: name }) => [code, name, sample] as const),
  )('%s is %s: %s', (code, name, message) => {
    expect(classOfError(businessCentralErrors, { status: 400, code, message })).toBe(name);
  });
});

describe('edge 12: webhooks', () => {
  it('are believed by their clientState alone, and have an id', async () => {
    expect(await verify(notification())).toMatchObject({ ok: true, webhooks: [{ topic: 'salesShipments/updated' }] });
    expect(await verify(notification('another'))).toEqual({ ok: false, reason: 'signature-wrong' });
  });

  it('end after three days: a subscription is renewed with the secret that it had', async () => {
    const { sent, settings } = world();
    const subscriptions = businessCentralSubscriptions(settings);
    const target = { notificationUrl: 'https://hooks.example/bc', clientState: 'state' };
    const made = await subscriptions.make('salesShipments', target);
    if (made.status !== 'done') throw new Error(made.status);
    expect(made.value.resource).toBe(`/api/v2.0/companies(${company})/salesShipments`);
    await subscriptions.renew(made.value, target);
    const last = sent.at(-1);
    expect(last?.headers.get('if-match')).toBe('*');
    expect(await last?.json()).toEqual({ ...target, resource: made.value.resource });
  });
});

describe('settings', () => {
  it.each([
    ['a company that is no GUID', { company: 'CRONUS' }],
    ['an environment with a slash', { environment: 'a/b' }],
  ])('with %s are thrown', (_, change) => {
    expect(() => businessCentral({ credentials, environment: 'Production', company, ...change })).toThrow(TypeError);
  });

  it('the address has tenant, environment and company', async () => {
    const { sent, erp } = world();
    await erp.health.check();
    expect(sent[1]?.url).toMatch(
      `https://api.businesscentral.dynamics.com/v2.0/contoso.example/Production/api/v2.0/companies(${company})/salesOrders`,
    );
  });
});
