import { lines, phase } from '@dist/orchestration';
import { expect } from 'vitest';
import { type FlowCase, fileOf, numberOf, type Play, text } from './flow-case.ts';
import { type LiveWorld, liveWorld } from './live-world.ts';
import { shipped } from './told.ts';

/** Orders, interchanges and files that come again (R03, R04), by the beginning of the scenario's name. */
export const resent: Readonly<Record<string, Play>> = {
  'The same interchange received twice': sameTwice,
  'The same numbers around': otherBytes,
  'An original sent again under new': equalAgain,
  'An original sent again with another': differentAgain,
  'A confirmation order': confirmation,
  'A replacement': replacement,
};

/** Receives the orders of a scenario one after the other, each under control numbers of its own, at its instant. */
async function receiveAll(world: LiveWorld, flow: FlowCase): Promise<string> {
  for (const [index, event] of flow.when.entries()) {
    await world.goTo(event.at);
    const order = `northfield/${numberOf(flow.when[0])}`;
    if (event.event === 'shipped') {
      const [line] = event['lines'] as { line: string; qty: string }[];
      const told = { order: numberOf(flow.when[0]), at: event.at, lines: [{ lineId: '1', quantity: line?.qty ?? '' }] };
      await world.runtime.dispatch([{ id: order, events: [shipped('S1', told)] }]);
      await world.settle();
    } else await world.receive(`in/${index}.edi`, fileOf(event, { control: String(501 + index).padStart(9, '0') }));
  }
  return `northfield/${numberOf(flow.when[0])}`;
}

async function sameTwice(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  const bytes = fileOf(flow.when[0]);
  await world.receive('in/first.edi', bytes);
  await world.receive('in/copy.edi', bytes);
  expect(world.submitted).toHaveLength(1);
  expect(world.sent('855')).toHaveLength(1);
  // One acknowledgment, made once: its bytes went out for each copy.
  expect(world.sent('997')).toHaveLength(2);
  expect(new Set(world.sent('997')).size).toBe(1);
  expect(phase(await world.state(`northfield/${numberOf(flow.when[0])}`))).toBe(flow.then['phase']);
}

async function otherBytes(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  await world.receive('in/first.edi', fileOf(flow.when[0]));
  const receipt = await world.receive('in/second.edi', fileOf(flow.when[1]));
  expect(receipt.interchanges).toMatchObject([
    { status: 'quarantined', acknowledgment: { type: 'TA1', codes: ['R'] } },
  ]);
  expect(world.sent('TA1')).toEqual([expect.stringContaining('*R*025~')]);
  expect(world.sent('997')).toHaveLength(1);
  const kept = (await world.documents()).filter(({ key }) => key.startsWith('quarantine/'));
  expect(kept.map(({ bytes }) => text(bytes))).toEqual([text(fileOf(flow.when[1]))]);
  expect(lines(await world.state(`northfield/${numberOf(flow.when[0])}`))).toMatchObject([{ ordered: '24' }]);
  // One alert: an item for a person.
  const items = (await world.orders()).filter((id) => id.includes('/received:'));
  expect(items).toEqual(receipt.interchanges[0]?.orders);
  expect(Object.keys((await world.state(items[0] ?? '')).holds)).toEqual(['quarantine']);
}

async function equalAgain(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  await receiveAll(world, flow);
  expect([await world.orders(), world.submitted.length]).toEqual([[`northfield/${numberOf(flow.when[0])}`], 1]);
  expect([world.sent('997').length, new Set(world.sent('997')).size, world.sent('855').length]).toEqual([2, 2, 1]);
  expect(world.notes.some(({ type }) => type === 'duplicate')).toBe(true);
}

async function differentAgain(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  const state = await world.state(await receiveAll(world, flow));
  expect(lines(state)).toMatchObject([{ ordered: '24' }]);
  expect(Object.keys(state.holds)).toEqual(['duplicate-order']);
  expect(state.holds['duplicate-order']?.reason).toMatch(/24.*30/);
  expect(world.submitted.map(({ body }) => body.request.lines[0]?.ordered.value)).toEqual(['24']);
  expect(world.sent('997')).toHaveLength(2);
}

async function confirmation(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  await receiveAll(world, flow);
  expect([(await world.orders()).length, world.submitted.length]).toEqual([1, 1]);
  expect([world.sent('997').length, world.sent('855').length]).toEqual([2, 1]);
}

async function replacement(flow: FlowCase): Promise<void> {
  const world = liveWorld({ at: flow.when[0]?.at });
  const state = await world.state(await receiveAll(world, flow));
  expect(lines(state)).toMatchObject([{ ordered: '40', shipped: '25', open: '15', cancelled: '0' }]);
  expect(Object.keys(state.holds)).toEqual(['replacement']);
}
