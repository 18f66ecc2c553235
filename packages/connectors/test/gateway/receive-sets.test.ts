import { partnerDirectory } from '@dist/connectors/gateway';
import { lines, phase, remittanceId } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { liveWorld } from './cases/live-world.ts';
import { billedWorld, factsOf, orderedWorld, worklist } from './cases/ordered-world.ts';
import { partnerOf } from './cases/partner-of.ts';
import { receiveSet } from './cases/receive-set.ts';
import { purchaseOrder } from './sample-gateway.ts';

const order = 'northfield/4711';

describe('an 860', () => {
  const change = ['BCH*04*SA*4711***20261102*****20261103', 'POC*1*QI*6**EA*3.25**VN*AX-100'];

  it('R17 changes its order by the partner’s agreement on quantities, and is answered by one 865', async () => {
    const partners = partnerDirectory([partnerOf({ change: { quantities: 'total', numbering: 'name' } })]);
    const change = async () => ({
      events: [{ type: 'change.result', change: '1', partId: '1', accepted: true } as const],
    });
    const world = await orderedWorld({ partners, performers: { 'erp.change': change } });
    const receipt = await receiveSet(world, '860', 'PC', [
      'BCH*04*SA*4711**1*20261102',
      'POC*1*QI*30**EA*3.25**VN*AX-100',
    ]);
    expect(receipt).toMatchObject({ status: 'received', orders: [order], acknowledgment: { codes: ['A'] } });
    expect(lines(await world.state(order))[0]).toMatchObject({ ordered: '30' });
    expect(world.sent('865')).toHaveLength(1);
  });

  it('R17 holds where nobody has agreed what its quantities mean', async () => {
    const world = await orderedWorld();
    await receiveSet(world, '860', 'PC', change);
    const { holds } = await world.state(order);
    expect(Object.keys(holds)).toEqual([expect.stringMatching(/^change\//)]);
    expect(Object.values(holds)[0]?.reason).toContain('quantit');
    expect(lines(await world.state(order))[0]).toMatchObject({ ordered: '24' });
  });

  it('R03 R17 says nothing new when it comes again under new control numbers', async () => {
    const world = await orderedWorld();
    const numbered = ['BCH*04*SA*4711**1*20261102', 'POC*1*QI*30**EA*3.25**VN*AX-100'];
    for (let times = 0; times < 3; times++) await receiveSet(world, '860', 'PC', numbered);
    expect(await factsOf(world, order, 'change.requested')).toHaveLength(1);
    const { conflicts } = await world.state(order);
    expect(conflicts).toEqual({});
  });

  it('R17 that contradicts itself under one number is held as a conflict', async () => {
    const world = await orderedWorld();
    for (const quantity of ['30', '36'])
      await receiveSet(world, '860', 'PC', ['BCH*04*SA*4711**1*20261102', `POC*1*QI*${quantity}**EA*3.25**VN*AX-100`]);
    expect(Object.keys((await world.state(order)).holds)).toContain('conflict/change.requested/1');
  });

  it('R17 waits for its order when it comes first', async () => {
    const world = liveWorld({ partners: partnerDirectory([partnerOf({ change: { quantities: 'total' } })]) });
    await receiveSet(world, '860', 'PC', change);
    expect(await world.orders()).toEqual([order]);
    expect(phase(await world.state(order))).toBe('empty');
    await receiveSet(world, '850', 'PO', purchaseOrder('4711').body);
    expect(await factsOf(world, order, 'order.captured')).toHaveLength(1);
  });
});

describe('an 820', () => {
  const paid = (invoice: string, net: string, total = net) => [
    `BPR*C*${total}*C*ACH*CTX***********20261105`,
    'TRN*1*T-100',
    'ENT*1',
    `RMR*IV*${invoice}**${net}*${net}`,
  ];
  const payment = remittanceId('northfield', 'T-100');

  it('R24 tells the order of each invoice that it pays', async () => {
    const world = await billedWorld();
    const receipt = await receiveSet(world, '820', 'RA', paid('INV1', '78'));
    expect(receipt.orders).toEqual([payment]);
    expect(await factsOf(world, order, 'payment.advised')).toMatchObject([{ invoice: 'INV1', amount: '78' }]);
  });

  it('R24 R15 is applied once, however often and under whatever numbers it comes', async () => {
    const world = await billedWorld();
    for (let times = 0; times < 3; times++) await receiveSet(world, '820', 'RA', paid('INV1', '78'));
    expect(await factsOf(world, order, 'payment.advised')).toHaveLength(1);
    expect((await world.state(payment)).conflicts).toEqual({});
  });

  it.each([
    ['R24 holds when its lines are not the payment', paid('INV1', '78', '80'), 'remittance-sum'],
    ['R24 holds for an invoice that was never sent', paid('INV9', '78'), 'remittance-invoice'],
  ])('%s', async (_, body, hold) => {
    const world = await billedWorld();
    await receiveSet(world, '820', 'RA', body);
    expect(Object.keys((await world.state(payment)).holds)).toEqual([hold]);
    expect(await factsOf(world, order, 'payment.advised')).toEqual([]);
  });
});

describe('an 824', () => {
  const advice = (oti: string) => ['BGN*00*ADV-1*20261103', oti, 'TED*848*STORE NOT ON ORDER*BIG*2*2**INV1'];

  it.each([
    ['accepts', 'TA', 'accepted'],
    ['accepts with errors', 'TE', 'acceptedWithErrors'],
    ['rejects', 'TR', 'rejected'],
  ])('R11 that %s moves the document that it names, also behind an accepting 997', async (_, code, status) => {
    const world = await billedWorld();
    await receiveSet(world, '824', 'AG', advice(`OTI*${code}*IV*INV1*******810`));
    const facts = await factsOf(world, order, 'acknowledgment.received');
    expect(facts).toMatchObject([{ by: '824', document: `${order}/810/INV1`, status, codes: ['848'] }]);
    expect(phase(await world.state(order)) === 'parked').toBe(status === 'rejected');
    expect(world.sent('810')).toHaveLength(1);
  });

  it.each([
    ['its invoice number alone', 'OTI*TR*IV*INV1', '810/INV1'],
    ['the shipment', 'OTI*TR*SI*S1', '856/S1'],
    ['the purchase order', 'OTI*TR*PO*4711', '855'],
    ['the control numbers that it was sent under', 'OTI*TR*TN*X-1*****4*0001*810', '810/INV1'],
  ])('R11 finds the document by %s', async (_, oti, document) => {
    const world = await billedWorld();
    await receiveSet(world, '824', 'AG', advice(oti));
    expect(await factsOf(world, order, 'acknowledgment.received')).toMatchObject([
      { document: `${order}/${document}` },
    ]);
  });

  it('R10 waits for a person when its map cannot read it, and is read once the map can', async () => {
    const world = await billedWorld();
    const receipt = await receiveSet(world, '824', 'AG', advice('OTI*TR*ZZ*INV1'));
    expect(receipt.acknowledgment?.codes).toEqual(['A']);
    expect(await worklist(world)).toMatchObject([['not-mapped', expect.stringContaining('ZZ')]]);
    const [item = ''] = receipt.orders;
    expect((await world.gateway.takeUp({ item, by: 'desk' }, world.runtime)).status).toBe('waiting');
    const tables = { document: { ZZ: 'bill' } };
    const overlay = { id: 'northfield/824', version: '1', base: 'x12/004010/824', tables };
    const mended = partnerDirectory([partnerOf({ overlays: { '824': [overlay] } })]);
    const later = liveWorld({ journal: world.journal, partners: mended, at: '2026-11-02T11:00:00.000Z' });
    expect(await later.gateway.takeUp({ item, by: 'desk' }, later.runtime)).toMatchObject({
      status: 'taken',
      orders: [order],
    });
    expect(await factsOf(later, order, 'acknowledgment.received')).toHaveLength(1);
  });

  it('R11 waits for a person when it is about nothing that was sent', async () => {
    const world = await billedWorld();
    const receipt = await receiveSet(world, '824', 'AG', advice('OTI*TR*IV*INV7'));
    expect(receipt.acknowledgment?.codes).toEqual(['A']);
    expect(await worklist(world)).toMatchObject([['unmatched', expect.stringContaining('invoice INV7')]]);
  });
});
