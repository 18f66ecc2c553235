import { defaultPolicy, loadId, type OrderEvent, type Policy } from '@dist/orchestration';
import { expect } from 'vitest';
import { type FlowCase, fileOf, type Play, text } from './flow-case.ts';
import { type LeftFile, type LiveWorld, liveWorld } from './live-world.ts';
import { sqliteInMemory } from './open-database.ts';
import { shipped } from './told.ts';

/** Scenarios of loads, by the beginning of their names. */
export const loads: Readonly<Record<string, Play>> = {
  'One load of three orders': oneLoad,
  'Killed between writing': killed,
};

const policy: Policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, noticePer: 'load' } };
const dayBefore = (at: string) => new Date(Date.parse(at) - 86_400_000).toISOString();

/** Orders that are at the ERP, each of a quantity. */
async function ordered(world: LiveWorld, orders: Readonly<Record<string, string>>): Promise<void> {
  for (const [index, [po, qty]] of Object.entries(orders).entries()) {
    const control = String(701 + index).padStart(9, '0');
    await world.receive(`in/${po}.edi`, fileOf({ po, lines: [{ line: '1', qty }] }, { control }));
  }
}

function closed(load: string, at: string, orders: number): OrderEvent {
  const instant = new Date(at).toISOString();
  const base = { key: `erp/${load}`, at: instant, v: 2 } as const;
  return { ...base, type: 'load.closed', partner: 'northfield', load, closedAt: instant, orders };
}

/** Orders and quantities of a notice, as its bytes have them. */
function noticed(file: string | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  let order = '';
  for (const [name = '', first = '', second = ''] of (file ?? '').split('~').map((segment) => segment.split('*'))) {
    if (name === 'PRF') order = first;
    if (name === 'SN1') found[order] = String(Number(found[order] ?? '0') + Number(second));
  }
  return found;
}

async function oneLoad(flow: FlowCase): Promise<void> {
  const wanted = (flow.then['sent'] as { orders: Record<string, string> }[])[0]?.orders ?? {};
  const events = flow.when;
  // The order of arrival makes no difference: as told, backwards, and the closing first.
  for (const order of [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [3, 4, 0, 2, 1],
  ]) {
    const world = liveWorld({ policy, at: dayBefore(events[0]?.at ?? '') });
    await ordered(world, wanted);
    await world.goTo(events.at(-1)?.at ?? '');
    for (const event of order.map((index) => events[index])) {
      const load = String(event?.['load']);
      const number = String(event?.['po']);
      const [line] = (event?.['lines'] ?? []) as { qty: string }[];
      const told = { order: number, at: event?.at ?? '', load, lines: [{ lineId: '1', quantity: line?.qty ?? '' }] };
      const dispatch =
        event?.event === 'load closed'
          ? { id: loadId('northfield', load), events: [closed(load, event.at, Object.keys(wanted).length)] }
          : { id: `northfield/${number}`, events: [shipped(`S-${number}`, told)] };
      await world.runtime.dispatch([dispatch]);
      await world.settle();
    }
    expect(world.sent('856')).toHaveLength(1);
    expect(noticed(world.sent('856')[0])).toEqual(wanted);
  }
}

/** The bytes of the notice are frozen, and the process dies before the transport has answered: nobody knows whether they left. */
async function killed(flow: FlowCase): Promise<void> {
  const at = flow.when[0]?.at ?? '';
  const load = String(flow.when[0]?.['load']);
  const journal = sqliteInMemory();
  const left: LeftFile[] = [];
  let dying = true;
  const transport = {
    put: async (name: string, bytes: Uint8Array) => {
      left.push({ name, text: text(bytes), at });
      // The process is gone: nothing that it would do next happens.
      if (dying && name.includes('/856-')) await new Promise(() => {});
    },
  };
  const before = liveWorld({ policy, journal, transport, at: dayBefore(at) });
  await ordered(before, { A1: '3', A2: '4' });
  const dispatches = ['A1', 'A2'].map((number, index) => ({
    id: `northfield/${number}`,
    events: [
      shipped(`S-${number}`, { order: number, at, load, lines: [{ lineId: '1', quantity: String(3 + index) }] }),
    ],
  }));
  await before.runtime.dispatch([...dispatches, { id: loadId('northfield', load), events: [closed(load, at, 2)] }]);
  void before.goTo(at).catch(() => {});
  for (let turns = 0; turns < 2000 && !left.some(({ name }) => name.includes('/856-')); turns++)
    await new Promise((resolve) => setImmediate(resolve));
  const frozen = await before.documents('856');
  expect([frozen.length, left.filter(({ name }) => name.includes('/856-')).length]).toEqual([1, 1]);
  dying = false;
  const again = liveWorld({ policy, journal, transport, at: flow.when[2]?.at });
  await again.runtime.recover();
  await again.settle();
  const notices = left.filter(({ name }) => name.includes('/856-'));
  expect(notices).toHaveLength(2);
  expect(new Set(notices.map((file) => `${file.name}\n${file.text}`)).size).toBe(1);
  expect(noticed(notices[0]?.text)).toEqual({ A1: '3', A2: '4' });
  expect(await again.documents('856')).toHaveLength(1);
}
