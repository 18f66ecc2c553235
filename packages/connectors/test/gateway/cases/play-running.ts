import { partnerDirectory } from '@dist/connectors/gateway';
import { lines, phase } from '@dist/orchestration';
import { expect } from 'vitest';
import { interchangeText, profile, samplePartner } from '../sample-gateway.ts';
import { type FlowCase, fileOf, numberOf, type Play, text } from './flow-case.ts';
import { liveWorld } from './live-world.ts';
import { billed, shipped } from './told.ts';

/** Scenarios of the running of it, by the beginning of their names. */
export const running: Readonly<Record<string, Play>> = {
  'The same PO number from two partners': twoPartners,
  'An application advice rejects': adviceRejects,
  'A shipment keyed in the ERP by hand': keyedByHand,
  'A vendor error that no table knows': unknownError,
  'A substitute without consent': substitute,
  'A ship-to store': unknownStore,
  'One bad order of three': badOrder,
  'The exact bytes': foundAgain,
  'Line ids that are not numbers': oddLineIds,
};

async function twoPartners(flow: FlowCase): Promise<void> {
  const theirs = { qualifier: '08', id: 'GROCERID' };
  const second = {
    ...profile,
    id: 'grocers',
    name: 'Grocers (sample)',
    interchange: { ...profile.interchange, theirs },
  };
  const partners = partnerDirectory([samplePartner(), { ...samplePartner(), profile: second }]);
  const world = liveWorld({ partners, customers: ['northfield', 'grocers'], at: flow.when[0]?.at });
  const at = flow.when[1]?.at ?? '';
  await world.receive('in/a.edi', fileOf(flow.when[0]));
  await world.receive('in/b.edi', fileOf(flow.when[1], { sender: 'GROCERID' }));
  const orders = ['northfield/4711', 'grocers/4711'];
  expect(await world.orders()).toEqual(orders);
  await world.goTo(at);
  for (const id of orders) {
    const told = { order: '4711', at };
    await world.runtime.dispatch([{ id, events: [shipped('S1', told), billed('I1', { ...told, shipment: 'S1' })] }]);
  }
  await world.settle();
  const references = world.submitted.map(({ body }) => body.request.part.externalReference);
  expect(new Set(references).size).toBe(2);
  expect(references.every((reference) => reference.length <= 35)).toBe(true);
  for (const type of ['856', '810']) {
    expect(world.sent(type)).toHaveLength(2);
    expect(world.sent(type).every((file) => /\*4711[*~]/.test(file))).toBe(true);
  }
  for (const id of orders) expect((await world.state(id)).holds).toEqual({});
}

async function adviceRejects(flow: FlowCase): Promise<void> {
  const at = flow.when[0]?.at ?? '';
  const world = liveWorld({ at });
  await world.receive('in/po.edi', fileOf({ po: '4711' }));
  const told = { order: '4711', at };
  await world.runtime.dispatch([
    { id: 'northfield/4711', events: [shipped('S1', told), billed('INV1', { ...told, shipment: 'S1' })] },
  ]);
  await world.settle();
  const [invoice = ''] = world.sent('810');
  const group = /~GS\*IN\*OURS\*THEIRS\*\d+\*\d+\*(\d+)/.exec(invoice)?.[1];
  await world.goTo(flow.when[1]?.at ?? '');
  const accepted = [`AK1*IN*${group}`, 'AK2*810*0001', 'AK5*A', 'AK9*A*1*1*1'];
  await world.receive('in/fa.edi', fileWith('997', 'FA', '000000301', accepted));
  expect(phase(await world.state('northfield/4711'))).not.toBe('parked');
  await world.goTo(flow.when[2]?.at ?? '');
  const advice = ['BGN*00*ADV-1*20260117', 'OTI*TR*IV*INV1', 'TED*848*STORE NOT ON ORDER'];
  await world.receive('in/ag.edi', fileWith('824', 'AG', '000000302', advice));
  const { effects, facts } = await world.state('northfield/4711');
  expect(facts['acknowledgment.received/northfield/4711/810/INV1/824/rejected']).toMatchObject({ by: '824' });
  expect(effects['northfield/4711/810/INV1']).toMatchObject({ status: 'parked' });
  expect(world.sent('810')).toHaveLength(1);
}

function fileWith(type: string, identifier: string, control: string, body: readonly string[]): Uint8Array {
  const sets = [{ type, body }];
  return interchangeText({ control, identifier, sets });
}

async function keyedByHand(flow: FlowCase): Promise<void> {
  const number = numberOf(flow.when[0]);
  const world = liveWorld({ at: flow.when[0]?.at });
  await world.receive('in/po.edi', fileOf(flow.when[0]));
  for (const event of flow.when.slice(2)) {
    await world.goTo(event.at);
    // What reconciliation observes is told as the fact that it is, each time it looks.
    await world.runtime.dispatch([
      { id: `northfield/${number}`, events: [shipped('S1', { order: number, at: event.at })] },
    ]);
    await world.settle();
  }
  expect(world.sent('856')).toHaveLength(1);
}

async function unknownError(flow: FlowCase): Promise<void> {
  const at = flow.when[0]?.at ?? '';
  let calls = 0;
  const submit = async () => {
    calls += 1;
    return { failure: { class: 'system', code: 'ZX-0931', message: String(flow.when[0]?.['body']) } } as const;
  };
  const world = liveWorld({ at, performers: { 'erp.submit': submit } });
  await world.receive('in/po.edi', fileOf({ po: '4711' }));
  for (let hours = 1; hours <= 48; hours++)
    await world.goTo(new Date(Date.parse(at) + hours * 3_600_000).toISOString());
  const { effects } = await world.state('northfield/4711');
  expect(effects['northfield/4711/erp.submit/1']).toMatchObject({ status: 'parked', class: 'system' });
  expect(calls).toBeLessThanOrEqual(5);
}

async function substitute(flow: FlowCase): Promise<void> {
  const submit = async () =>
    ({
      events: [
        {
          type: 'erp.accepted',
          partId: '1',
          erp: 'erp',
          number: 'SO-1',
          rejected: [],
          substitutes: [{ lineId: '1', ordered: 'AX-100', substitute: 'AX-101' }],
        },
      ],
    }) as const;
  const world = liveWorld({ at: flow.when[0]?.at, performers: { 'erp.submit': submit } });
  await world.receive('in/po.edi', fileOf(flow.when[0]));
  const state = await world.state(`northfield/${numberOf(flow.when[0])}`);
  expect(phase(state)).toBe(flow.then['phase']);
  expect(Object.keys(state.holds)).toEqual(['substitution/1/AX-101']);
  expect(world.sent('855')).toEqual([]);
}

async function unknownStore(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  await world.receive('in/po.edi', fileOf(flow.when[0]));
  const state = await world.state(`northfield/${numberOf(flow.when[0])}`);
  expect(phase(state)).toBe(flow.then['phase']);
  expect(state.holds['customerMaster']?.reason).toContain('0099');
  expect(world.sent('997')).toEqual([expect.stringContaining('AK5*A~')]);
  expect(world.submitted).toEqual([]);
}

async function badOrder(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  const receipt = await world.receive('in/three.edi', fileOf(flow.when[0]));
  expect(receipt.interchanges[0]?.orders).toHaveLength(2);
  expect([world.submitted.length, world.sent('855').length]).toEqual([2, 2]);
  expect(world.sent('997')).toEqual([expect.stringContaining('AK9*P*3*3*2')]);
  expect(receipt.interchanges[0]?.issues.map(({ message }) => message).join()).toContain('BEG03');
}

async function foundAgain(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  const bytes = fileOf(flow.when[0]);
  await world.receive('in/first.edi', bytes);
  const [received] = await world.documents('850');
  expect(text(received?.bytes)).toBe(text(bytes));
  expect(received?.controlNumbers.join()).toContain(String(flow.when[0]?.['isa13']));
  for (const type of ['997', '855']) {
    const [kept] = await world.documents(type);
    expect(world.sent(type)).toEqual([text(kept?.bytes)]);
    expect(kept?.controlNumbers.length).toBeGreaterThan(0);
  }
}

async function oddLineIds(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  const receipt = await world.receive('in/po.edi', fileOf(flow.when[0]));
  const state = await world.state(`northfield/${numberOf(flow.when[0])}`);
  const captured = state.facts['order.captured'];
  const ids = captured?.type === 'order.captured' ? captured.order.lines.map(({ lineId }) => lineId) : [];
  expect(ids).toEqual(flow.then['echoed']);
  expect(lines(state)).toHaveLength(3);
  expect(receipt.interchanges[0]?.issues.map(({ message }) => message).join()).toMatch(
    /7.*(?:twice|several|more than)/,
  );
  expect(phase(state)).toBe('held');
}
