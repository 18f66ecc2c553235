import { certificateWarnings } from '@dist/connectors/gateway';
import { defaultPolicy, obligations, timers } from '@dist/orchestration';
import { writeSwitch } from '@dist/orchestration/runtime';
import { expect } from 'vitest';
import { datedDirectory } from '../partner/dated-partner.ts';
import { type FlowCase, fileOf, numberOf, type Play } from './flow-case.ts';
import { type LiveWorld, liveWorld } from './live-world.ts';
import { shipped } from './told.ts';

/** Scenarios of partners and their connections, by the beginning of their names. */
export const partners: Readonly<Record<string, Play>> = {
  'A paused partner': paused,
  'A partner still in testing': testing,
  'Warnings come sixty': certificates,
  'A guide changes at midnight': guideChanges,
};

const order = 'northfield/4711';

async function orderedBefore(world: LiveWorld): Promise<void> {
  await world.receive('in/po.edi', fileOf({ po: '4711' }));
}

const hoursBefore = (at: string, hours: number) => new Date(Date.parse(at) - hours * 3_600_000).toISOString();

async function ship(world: LiveWorld, at: string): Promise<void> {
  await world.goTo(at);
  await world.runtime.dispatch([{ id: order, events: [shipped('S1', { order: '4711', at })] }]);
  await world.settle();
}

async function paused(flow: FlowCase): Promise<void> {
  const [pause, left, resume] = flow.when;
  const world = liveWorld({ at: hoursBefore(pause?.at ?? '', 24) });
  await orderedBefore(world);
  const who = { by: 'operator', reason: 'their mailbox is full', what: 'partner', id: 'northfield' } as const;
  await world.goTo(pause?.at ?? '');
  await writeSwitch(world.journal, { ...who, at: pause?.at ?? '', flow: 'paused' }, defaultPolicy.work);
  await ship(world, left?.at ?? '');
  await world.goTo(hoursBefore(resume?.at ?? '', 0.01));
  expect(world.sent('856')).toEqual([]);
  // It keeps falling due, and that is seen.
  const state = await world.state(order);
  expect(timers(state).map(({ timer }) => timer)).toContain('856/S1');
  expect(state.breaches['856/S1']).toBeDefined();
  expect(obligations(state, defaultPolicy).find(({ key }) => key === `${order}/856/S1`)?.status).not.toBe('done');
  await world.goTo(resume?.at ?? '');
  await writeSwitch(world.journal, { ...who, at: resume?.at ?? '', flow: 'running' }, defaultPolicy.work);
  await world.settle();
  const notices = world.left.filter(({ name }) => name.includes('/856-'));
  expect(notices.map(({ at }) => at)).toEqual([new Date(resume?.at ?? '').toISOString()]);
}

async function testing(flow: FlowCase): Promise<void> {
  const at = flow.when[0]?.at ?? '';
  // Also where no lane guard keeps it back: the gateway itself sends nothing.
  const world = liveWorld({ at: hoursBefore(at, 24), unguarded: true });
  await orderedBefore(world);
  const before = world.left.length;
  for (const state of ['testing'] as const)
    await writeSwitch(
      world.journal,
      { partner: 'northfield', state, by: 'desk', reason: 'new maps', at },
      defaultPolicy.work,
    );
  await ship(world, at);
  expect(world.left.length).toBe(before);
  const { effects } = await world.state(order);
  expect(effects[`${order}/856/S1`]).toMatchObject({ status: 'parked', class: 'configuration' });
  expect(effects[`${order}/856/S1`]?.message).toContain('not certified');
  // Nor does an acknowledgment leave, which belongs to no order: it waits.
  await world.receive('in/second.edi', fileOf({ po: '4712' }, { control: '000000102' }));
  expect([world.left.length, (await world.documents('997')).length]).toEqual([before, 2]);
}

async function certificates(flow: FlowCase): Promise<void> {
  const { notAfter } = flow.given['certificate'] as { notAfter: string };
  const all = [{ name: 'signing (sample)', partner: 'northfield', notAfter }];
  const world = liveWorld({ at: hoursBefore(flow.when[0]?.at ?? '', 24) });
  const told: [string, number][] = [];
  const ask = async (at: string) => {
    await world.goTo(at);
    for (const { daysLeft } of await world.gateway.checkCertificates(all)) told.push([at, daysLeft]);
  };
  for (const { at } of flow.when) await ask(at);
  expect(told.map(([, daysLeft]) => ({ daysLeft }))).toEqual(flow.then['warnings']);
  expect(told.map(([at]) => at)).not.toContain(flow.when[1]?.at);
  expect(certificateWarnings(all, '2026-06-01T00:00:00.000Z')).toMatchObject([{ warning: 'expired' }]);
}

async function guideChanges(flow: FlowCase): Promise<void> {
  const [received, sent, corrected] = flow.when;
  const directory = datedDirectory(
    { version: '1', overlapDays: 2 },
    { version: '2', from: '2026-02-01', needsDepartment: true },
    // Another one on the day of the correction, which is none of its business.
    { version: '3', from: '2026-02-03' },
  );
  const world = liveWorld({ at: received?.at, partners: directory });
  // Without a department: guide 1 takes it, guide 2 would not.
  const receipt = await world.receive('in/po.edi', fileOf(received));
  expect(receipt.interchanges).toMatchObject([{ status: 'received', acknowledgment: { codes: ['A'] } }]);
  const number = numberOf(received);
  const id = `northfield/${number}`;
  await world.goTo(sent?.at ?? '');
  const told = { order: number, at: sent?.at ?? '' };
  const notice = shipped('S1', told);
  await world.runtime.dispatch([{ id, events: [notice] }]);
  await world.settle();
  await world.goTo(corrected?.at ?? '');
  if (notice.type !== 'shipment.posted') throw new Error('that is no shipment');
  const [item] = notice.shipment.items;
  const less = { ...notice.shipment, items: item ? [{ ...item, quantity: { ...item.quantity, value: '20' } }] : [] };
  const at = new Date(corrected?.at ?? '').toISOString();
  const correction = { shipmentId: 'S1', correction: 'c1', shipment: less, reason: 'counted anew' } as const;
  await world.runtime.dispatch([{ id, events: [{ type: 'shipment.corrected', key: 'c1', at, v: 2, ...correction }] }]);
  await world.settle();
  const notices = world.sent('856');
  expect(notices.map((file) => /\*X\*(004010V\d)~/.exec(file)?.[1])).toEqual(['004010V2', '004010V2']);
  expect(notices.map((file) => file.includes('~CTT*'))).toEqual([false, false]);
  expect(world.sent('855').map((file) => file.includes('004010V1~'))).toEqual([true]);
  // The order is what it was read as.
  expect(Object.keys((await world.state(id)).holds)).toEqual([]);
}
