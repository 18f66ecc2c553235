import { type DocumentStore, memoryDocuments } from '@dist/connectors/documents';
import { describe, expect, it } from 'vitest';
import { batchWorld, hourly, numbers, windowEnds } from '../gateway/batch/batch-world.ts';
import { interchangeText, purchaseOrder, sampleWorld } from '../gateway/sample-gateway.ts';

/** A store that is not there for some calls. */
function flaky(store: DocumentStore, failures: number): DocumentStore {
  let left = failures;
  return {
    ...store,
    put: (document) => (left-- > 0 ? Promise.reject(new Error('the store is not there')) : store.put(document)),
  };
}

describe('R01 R02 documents of a gateway', () => {
  it('are copied to the store with what they are about, in and out, and nothing waits for that', async () => {
    const store = memoryDocuments();
    const world = sampleWorld({ documents: store });
    const bytes = interchangeText({ sets: [purchaseOrder('4711'), purchaseOrder('4712')] });
    const receipt = await world.gateway.receive({ name: 'po.edi', bytes }, world.runtime);
    expect(receipt.interchanges[0]?.status).toBe('received');
    // The acknowledgment is committed, and no store was asked.
    expect((await store.find({})).documents).toEqual([]);
    await world.settle();
    const { documents } = await store.find({ partner: 'northfield' });
    expect(documents.map(({ direction, type }) => `${direction} ${type}`).sort()).toEqual(['in 850', 'out 997']);
    const [received] = (await store.find({ order: 'northfield/4712', direction: 'in' })).documents;
    expect((await store.get(received?.key ?? ''))?.bytes).toEqual(bytes);
    expect(received).toMatchObject({
      orders: ['northfield/4711', 'northfield/4712'],
      controlNumbers: ['000000101', '7'],
    });
    expect((await store.find({ controlNumber: '7' })).documents).toEqual([received]);
    // Read again, it is there once.
    await world.gateway.receive({ name: 'again.edi', bytes }, world.runtime);
    await world.settle();
    expect((await store.find({ direction: 'in' })).documents.map(({ hash }) => hash)).toEqual(
      Array((await store.find({ direction: 'in' })).documents.length).fill(received?.hash),
    );
  });

  it('of a batch are found by each of their orders', async () => {
    const store = memoryDocuments();
    const world = batchWorld({ batches: [{ ...hourly, maximumSets: 2 }], options: { documents: store } });
    await world.post(numbers(3));
    await world.settle();
    world.time.now = windowEnds;
    await world.settle();
    while ((await world.runtime.work({ lanes: ['documents'] })) > 0);
    const names = async (order: string) => (await store.find({ order })).documents.map(({ name }) => name);
    expect(await names('northfield/PO2')).toEqual(['northfield/810-000000001.edi']);
    expect(await names('northfield/PO3')).toEqual(['northfield/810-000000002.edi']);
    const [kept] = (await store.find({ controlNumber: '000000002' })).documents;
    expect((await store.get(kept?.key ?? ''))?.bytes).toEqual(world.mailbox.files.get('northfield/810-000000002.edi'));
  });

  it('reach a store that was not there for hours, and meanwhile everything is received and sent', async () => {
    const store = memoryDocuments();
    const time = { now: '2026-11-02T09:00:00.000Z' };
    const world = sampleWorld({ documents: flaky(store, 9), clock: () => time.now });
    const bytes = interchangeText({ sets: [purchaseOrder('4711')] });
    await world.gateway.receive({ name: 'po.edi', bytes }, world.runtime);
    await world.settle();
    expect([...world.sent.keys()]).toEqual(['northfield/997-000000001.edi']);
    expect((await store.find({})).documents).toEqual([]);
    for (let minutes = 1; minutes < 60; minutes++) {
      time.now = new Date(Date.parse(time.now) + 60_000).toISOString();
      await world.settle();
    }
    expect((await store.find({})).documents).toHaveLength(2);
    expect(world.sent.get('northfield/997-000000001.edi')?.times).toBe(1);
  });
});
