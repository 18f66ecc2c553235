import { partnerDirectory } from '@dist/connectors/gateway';
import { defaultPolicy } from '@dist/orchestration';
import { type PartnerState, writeSwitch } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { liveWorld } from '../cases/live-world.ts';
import { partnerOf } from '../cases/partner-of.ts';
import { interchangeText, purchaseOrder } from '../sample-gateway.ts';

/** The way of a partner from its first day on. */
const ways: Readonly<Record<PartnerState, readonly PartnerState[]>> = {
  draft: [],
  testing: ['testing'],
  certified: ['testing', 'certified'],
  live: ['testing', 'certified', 'live'],
  suspended: ['testing', 'certified', 'live', 'suspended'],
};

async function worldIn(state: PartnerState, usage: 'P' | 'T') {
  const options = { usage, unknownPartner: 'draft' } as const;
  const partners = partnerDirectory([partnerOf({ usage })]);
  const world = liveWorld({ options, partners, unguarded: true });
  const work = { unknownPartner: 'draft' } as const;
  for (const next of ways[state]) {
    const change = {
      partner: 'northfield',
      state: next,
      by: 'desk',
      reason: 'onboarding',
      at: '2026-11-02T08:00:00.000Z',
    };
    expect((await writeSwitch(world.journal, change, work)).status).toBe('set');
  }
  await world.receive('in/a.edi', interchangeText({ usage, sets: [purchaseOrder('4711')] }));
  return world;
}

describe('what leaves for a partner', () => {
  const rows: readonly [PartnerState, 'P' | 'T', boolean][] = [
    ['draft', 'P', false],
    ['testing', 'P', false],
    ['certified', 'P', false],
    ['live', 'P', true],
    ['suspended', 'P', false],
    ['draft', 'T', false],
    ['testing', 'T', true],
    ['certified', 'T', true],
    ['live', 'T', true],
    ['suspended', 'T', false],
  ];
  it.each(rows)('R29 R06 that is %s, with usage %s: %j', async (state, usage, leaves) => {
    const world = await worldIn(state, usage);
    const names = world.left.map(({ name }) => name.replace(/-.*/, '')).sort();
    expect(names).toEqual(leaves ? ['northfield/855', 'northfield/997'] : []);
    expect(world.left.every(({ text }) => text.slice(102, 103) === usage)).toBe(true);
    // Orders are taken of everybody but a draft; what was received is acknowledged, be it later.
    expect([world.submitted.length, (await world.documents('997')).length]).toEqual([state === 'draft' ? 0 : 1, 1]);
  });

  it('R29 what waited for the certification leaves after it: the acknowledgment by itself, the document when it is replayed', async () => {
    const world = await worldIn('testing', 'P');
    for (const state of ['certified', 'live'] as const) {
      const change = { partner: 'northfield', state, by: 'desk', reason: 'it works', at: '2026-11-02T09:00:00.000Z' };
      await writeSwitch(world.journal, change, defaultPolicy.work);
    }
    await world.goTo('2026-11-02T09:10:00.000Z');
    expect(world.left.map(({ name }) => name)).toEqual(['northfield/997-000000001.edi']);
    const base = { key: 'desk/1', at: '2026-11-02T09:10:00.000Z', v: 2 } as const;
    const replayed = {
      ...base,
      type: 'operator.replayed',
      effect: 'northfield/4711/855',
      by: 'desk',
      reason: 'live',
    } as const;
    await world.runtime.dispatch([{ id: 'northfield/4711', events: [replayed] }]);
    await world.settle();
    expect(world.sent('855')).toHaveLength(1);
  });
});
