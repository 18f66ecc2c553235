import type { InventoryAvailability } from '@dist/canonical';
import { compilePartnerMaps, partnerDirectory } from '@dist/connectors/gateway';
import type { PartnerMap } from '@dist/mapping';
import { defaultPolicy, lines, type Policy, phase } from '@dist/orchestration';
import { writeSwitch } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { type LiveSettings, liveWorld } from './cases/live-world.ts';
import { billedWorld, factsOf, orderedWorld, worklist } from './cases/ordered-world.ts';
import { partnerOf } from './cases/partner-of.ts';
import { receiveSet } from './cases/receive-set.ts';
import { interchangeText, profile, purchaseOrder, samplePartner, standardMaps } from './sample-gateway.ts';

const order = 'northfield/4711';
const later = '2026-11-02T10:00:00.000Z';

describe('an 864', () => {
  const text = [
    'BMG*00*CLOSED',
    'DTM*097*20261103',
    'MIT*M-1*DOCK 4',
    'MSG*ABOUT PO 4711: CALL BEFORE YOU SHIP',
    'MSG*PO 4712',
  ];

  it('R11 is an item for a person and changes no state', async () => {
    const world = await orderedWorld();
    const before = phase(await world.state(order));
    await receiveSet(world, '864', 'TX', text);
    expect(await worklist(world)).toMatchObject([['text', expect.stringContaining('CALL BEFORE YOU SHIP')]]);
    expect(phase(await world.state(order))).toBe(before);
    expect(await factsOf(world, order, 'message.received')).toEqual([]);
  });

  it('R11 is noted at the orders that it names in the words of the profile, as far as they are here', async () => {
    const world = await orderedWorld({ partners: partnerDirectory([partnerOf({ textLinks: { order: ['PO '] } })]) });
    const receipt = await receiveSet(world, '864', 'TX', text);
    expect(receipt.orders).toHaveLength(2);
    expect(receipt.orders).toContain(order);
    expect(await factsOf(world, order, 'message.received')).toMatchObject([{ subject: 'CLOSED' }]);
  });
});

/** A policy by which the warehouse is asked to ship, and says what has. */
const fromWarehouse: Policy = {
  ...defaultPolicy,
  fulfillment: { ...defaultPolicy.fulfillment, release: true, shipmentsFrom: 'warehouse', short: 'shortShip' },
};

describe('a 945', () => {
  const addresses = { theirs: { qualifier: '08', id: 'WAREID' }, ours: { qualifier: 'ZZ', id: 'OURID' } };
  const warehouse = partnerOf({ id: 'main', name: 'Dayton (sample)', role: 'warehouse', interchange: addresses });
  const other = partnerOf({
    id: 'reno',
    role: 'warehouse',
    interchange: { ...addresses, theirs: { qualifier: '08', id: 'RENOID' } },
  });
  const partners = partnerDirectory([samplePartner(), warehouse, other]);
  const confirmation = (request: string, quantity = '24', code = 'CC') => [
    `W06*F*${request}*20261103*WS-1**4711`,
    'N1*ST*Northfield DC (sample)*92*0012',
    'W27*M*SCAC*BEST WAY',
    'LX*1',
    `W12*${code}*24*${quantity}*${24 - Number(quantity)}*EA**VN*AX-100`,
    'N9*LI*1',
    `W03*${quantity}*10*LB`,
  ];
  const released = () => orderedWorld({ partners, policy: fromWarehouse });

  it('R21 finds the order of its request, and what it shipped is told to the partner', async () => {
    const world = await released();
    const [request] = world.sent('940');
    expect(request).toContain('W05*N*northfield.4711');
    const receipt = await receiveSet(world, '945', 'SW', confirmation('northfield.4711'), 'WAREID');
    expect(receipt).toMatchObject({ partner: 'main', orders: [order] });
    expect(lines(await world.state(order))[0]).toMatchObject({ shipped: '24' });
    expect(world.sent('856')).toHaveLength(1);
  });

  it('R21 ends its line short when it is the last one, and not when more is to come', async () => {
    const world = await released();
    await receiveSet(world, '945', 'SW', confirmation('northfield.4711', '20', 'CP'), 'WAREID');
    expect(lines(await world.state(order))[0]).toMatchObject({ shipped: '20', open: '0' });
    const inParts = partnerOf({ ...warehouse.profile, confirmsInParts: true });
    const open = await orderedWorld({ partners: partnerDirectory([samplePartner(), inParts]), policy: fromWarehouse });
    await receiveSet(open, '945', 'SW', confirmation('northfield.4711', '20', 'CP'), 'WAREID');
    expect(lines(await open.state(order))[0]).toMatchObject({ shipped: '20', open: '4' });
  });

  it.each([
    ['a request that nobody made', 'northfield.9999', 'WAREID', 'unmatched'],
    ['a request that another warehouse has', 'northfield.4711', 'RENOID', 'unmatched'],
    ['a request, from a customer', 'northfield.4711', 'THEIRID', 'role'],
  ])('R21 for %s waits for a person', async (_, request, sender, hold) => {
    const world = await released();
    const receipt = await receiveSet(world, '945', 'SW', confirmation(request), sender);
    expect(receipt.acknowledgment?.codes).toEqual(['A']);
    expect((await worklist(world)).map(([name]) => name)).toEqual([hold]);
    expect(world.sent('856')).toHaveLength(0);
  });

  it('R12 the 940 is sent once, with the same bytes, and its 997 finds it', async () => {
    const world = await released();
    const [, group] = /~GS\*OW\*OURS\*THEIRS\*\d+\*\d+\*(\d+)/.exec(world.sent('940')[0] ?? '') ?? [];
    const answer = [`AK1*OW*${group}`, 'AK2*940*0001', 'AK5*A', 'AK9*A*1*1*1'];
    await receiveSet(world, '997', 'FA', answer, 'WAREID');
    const facts = await factsOf(world, order, 'acknowledgment.received');
    expect(facts).toMatchObject([{ document: `${order}/warehouse.release/1`, status: 'accepted' }]);
    expect(await world.documents('940')).toHaveLength(1);
  });
});

describe('a 214', () => {
  const map: PartnerMap = {
    id: 'sample/214',
    version: '1',
    native: 'x12/004010/214',
    canonical: 'shipmentStatus',
    direction: 'read',
    tables: { milestone: { D1: 'delivered', AF: 'pickedUp', A9: 'exception' } },
    rules: [
      { id: 'kind', op: 'const', canonical: 'kind', value: 'shipmentStatus' },
      { id: 'model', op: 'const', canonical: 'version', value: '1' },
      { id: 'shipment', canonical: 'shipmentId', native: 'B1002' },
      { id: 'tracking', canonical: 'carrier.trackingNumber', native: 'B1001' },
      {
        id: 'events',
        op: 'each',
        canonical: 'events',
        native: 'LX/AT7',
        rules: [
          { id: 'type', op: 'const', canonical: 'type', value: 'event' },
          { id: 'code', canonical: 'code', native: '01', required: true },
          { id: 'milestone', canonical: 'milestone', native: '01', as: 'table:milestone' },
          { id: 'on', canonical: 'on', native: '05', as: 'date' },
        ],
      },
    ],
  };
  const addresses = { theirs: { qualifier: '08', id: 'CARRYID' }, ours: { qualifier: 'ZZ', id: 'OURID' } };
  const carrier = () => partnerOf({ id: 'carrier', role: 'carrier', interchange: addresses }, [map]);
  const status = (shipment: string, code: string) => [
    `B10*PRO-1*${shipment}*SCAC`,
    'LX*1',
    `AT7*${code}*NS***20261105`,
  ];

  it.each([
    ['R21 that says delivered is a fact of the order', 'S1', 'D1', 1, []],
    ['that is on its way only is kept', 'S1', 'AF', 0, []],
    ['that tells of an exception waits for a person', 'S1', 'A9', 0, ['text']],
    ['for a shipment that nobody knows waits for a person', 'S9', 'D1', 0, ['unmatched']],
  ])('%s', async (_, shipment, code, facts, holds) => {
    const world = await billedWorld({ partners: partnerDirectory([samplePartner(), carrier()]) });
    await receiveSet(world, '214', 'QM', status(shipment, code), 'CARRYID');
    expect(await factsOf(world, order, 'shipment.delivered')).toHaveLength(facts);
    expect((await worklist(world)).map(([name]) => name)).toEqual(holds);
  });
});

describe('an 846', () => {
  const stock = ['BIA*00*SI*STK-1*20261103*0800', 'N1*SF*Dayton (sample)*92*0012', 'LIN*1*VN*AX-100', 'QTY*33*120*EA'];

  it('goes to whoever keeps availability, under the same key when it comes again', async () => {
    const told: [InventoryAvailability, string][] = [];
    const options: LiveSettings['options'] = { inventory: async (report, { key }) => void told.push([report, key]) };
    const world = liveWorld({ options });
    const bytes = interchangeText({ identifier: 'IB', sets: [{ type: '846', body: stock }] });
    for (const name of ['in/a.edi', 'in/b.edi']) await world.receive(name, bytes);
    expect(told).toHaveLength(1);
    expect(told[0]?.[0].items[0]?.quantities[0]?.quantity.value).toBe('120');
    expect(await worklist(world)).toEqual([]);
  });

  it('waits for a person where nobody does', async () => {
    const world = liveWorld();
    await receiveSet(world, '846', 'IB', stock);
    expect((await worklist(world)).map(([name]) => name)).toEqual(['no-use']);
  });
});

describe('the worklist', () => {
  const catalog = ['BCT*SC*CAT-1', 'LIN*1*VN*AX-100'];

  it('has what no map reads: it is acknowledged by its syntax, and never lost', async () => {
    const world = liveWorld();
    const receipt = await receiveSet(world, '832', 'SC', catalog);
    expect(receipt).toMatchObject({ status: 'received', acknowledgment: { codes: ['A'] } });
    expect(receipt.orders).toHaveLength(1);
    expect(await worklist(world)).toMatchObject([['map-missing', expect.stringContaining('x12/004010/832')]]);
    expect(phase(await world.state(receipt.orders[0] ?? ''))).toBe('held');
  });

  it('has an order of a partner that is drained, and gives it back when it is not (R29)', async () => {
    const world = liveWorld();
    const who = { by: 'operator', reason: 'stocktaking', at: later };
    const drain = { ...who, what: 'partner', id: 'northfield', flow: 'draining' } as const;
    await writeSwitch(world.journal, drain, defaultPolicy.work);
    const receipt = await receiveSet(world, '850', 'PO', purchaseOrder('4711').body);
    expect((await worklist(world)).map(([name]) => name)).toEqual(['not-taken']);
    const [item = ''] = receipt.orders;
    const waiting = await world.gateway.takeUp({ item, by: 'operator' }, world.runtime);
    expect(waiting.status).toBe('waiting');
    await writeSwitch(world.journal, { ...drain, flow: 'running' }, defaultPolicy.work);
    const taken = await world.gateway.takeUp({ item, by: 'operator' }, world.runtime);
    await world.settle();
    expect(taken).toMatchObject({ status: 'taken', orders: [order] });
    expect([await worklist(world), world.sent('855').length]).toEqual([[], 1]);
    // Asked once more it is the same order.
    await world.gateway.takeUp({ item, by: 'operator' }, world.runtime);
    await world.settle();
    expect(world.submitted).toHaveLength(1);
  });

  it('gives a document back once there is a map for it', async () => {
    const { '860': _change, ...without } = standardMaps;
    const few = compilePartnerMaps(without, profile);
    if (!few.ok) throw new Error('the maps are faulty');
    const world = await orderedWorld({ partners: partnerDirectory([{ profile, maps: few.value }]) });
    const body = ['BCH*04*SA*4711**1*20261102', 'POC*1*QI*30**EA*3.25**VN*AX-100'];
    const [item = ''] = (await receiveSet(world, '860', 'PC', body)).orders;
    expect((await worklist(world)).map(([name]) => name)).toEqual(['map-missing']);
    const mended = liveWorld({ journal: world.journal });
    expect(await mended.gateway.takeUp({ item, by: 'desk' }, mended.runtime)).toMatchObject({
      status: 'taken',
      orders: [order],
    });
    expect(await factsOf(mended, order, 'change.requested')).toHaveLength(1);
    expect(await worklist(mended)).toEqual([]);
  });

  it('R29 R03 has what was put aside: released by an operator it is acted on, though it was refused', async () => {
    const world = await orderedWorld();
    const first = interchangeText({ control: '000000900', sets: [purchaseOrder('4712')] });
    const other = interchangeText({ control: '000000900', sets: [purchaseOrder('4713'), purchaseOrder('4714')] });
    await world.receive('in/first.edi', first);
    const [item = ''] = (await world.receive('in/other.edi', other)).interchanges[0]?.orders ?? [];
    expect((await worklist(world)).map(([name]) => name)).toEqual(['quarantine']);
    const taken = await world.gateway.takeUp({ item, by: 'operator' }, world.runtime);
    await world.settle();
    expect(taken).toMatchObject({ status: 'taken', orders: ['northfield/4713', 'northfield/4714'] });
    expect([world.sent('855').length, await worklist(world)]).toEqual([4, []]);
  });

  it.each(['', 'northfield/4711', 'northfield/received:x', 'northfield/received:%', 'nobody/received:a%2Fb%2Fc'])(
    'knows no item %j',
    async (item) => {
      const world = await orderedWorld();
      expect((await world.gateway.takeUp({ item, by: 'desk' }, world.runtime)).status).toBe('unknown');
    },
  );
});
