import { defaultPolicy, enrichmentPerformer, type MasterData, type Policy } from '@dist/orchestration';
import type { PerformContext } from '@dist/orchestration/runtime';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { captured, masterData, order } from './sample.ts';

const overLimit: MasterData = {
  ...masterData,
  creditAccounts: [
    { customerNumber: 'C-1', limit: { amount: '100', currency: 'USD' }, openBalance: '50', from: '2026-01-01' },
  ],
};

/** Does the newest enrichment that is owed, as the runtime would, and tells the machine what came of it. */
async function enrichNow(story: Story, tables: MasterData, policy: Policy = defaultPolicy): Promise<Story> {
  const effect = story.effects.findLast(({ body }) => body.type === 'order.enrich');
  if (effect?.body.type !== 'order.enrich') throw new Error('no enrichment is owed');
  const perform = enrichmentPerformer({ resolve: async () => tables });
  const context = { policy } as PerformContext;
  const outcome = await perform({ ...effect, body: effect.body }, context);
  const events = 'events' in outcome ? (outcome.events ?? []) : [];
  return story.when(...(events as StoryEvent[]), { type: 'effect.done', effect: effect.key, attempt: 1 });
}

describe('R31 a hold of enrichment, its owner and its release', () => {
  it('credit: the machine asks again with the day of receipt and with what was seen, and the order goes on', async () => {
    const held = await enrichNow(given([captured()]), overLimit);
    expect(held.phase).toBe('held');
    expect(held.state.holds['credit']).toMatchObject({ class: 'credit', owner: 'credit' });
    const released = held.when({ type: 'hold.released', hold: 'credit', by: 'credit desk' });
    expect(released.effects).toMatchObject([
      {
        key: 'order-1/enrich/2',
        body: { round: 2, receivedAt: '2026-03-02T08:00:00.000Z', approvals: [{ code: 'credit-limit' }] },
      },
    ]);
    expect((await enrichNow(released, overLimit)).effects).toMatchObject([{ key: 'order-1/erp.submit/1' }]);
  });

  it('data that is missing comes back until it is there', async () => {
    const of = order(undefined, { parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0099' }] } } });
    const release = (story: Story, hold: string) => story.when({ type: 'hold.released', hold, by: 'customer master' });
    const first = release(await enrichNow(given([captured(of)]), masterData), 'customerMaster');
    const second = await enrichNow(first, masterData);
    expect(Object.keys(second.state.holds)).toEqual(['customerMaster/2']);
    const row = {
      partner: 'northfield',
      scheme: 'buyer',
      value: '0099',
      customerNumber: 'C-1',
      shipToNumber: 'S-0099',
    };
    const mended: MasterData = {
      ...masterData,
      shipToCrossReferences: [...masterData.shipToCrossReferences, { ...row, scheme: 'buyer' }],
    };
    const third = await enrichNow(release(second, 'customerMaster/2'), mended);
    expect(third.effects).toMatchObject([{ key: 'order-1/erp.submit/1' }]);
  });
});
