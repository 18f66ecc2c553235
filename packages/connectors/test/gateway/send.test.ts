import type { Effect, EffectOf } from '@dist/orchestration';
import { defaultPolicy, lines } from '@dist/orchestration';
import { type Journal, loadOrder, memoryJournal, type PerformContext } from '@dist/orchestration/runtime';
import { read } from '@dist/x12';
import { purchaseOrderAcknowledgment855 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { interchangeText, profile, purchaseOrder, samplePartner, sampleWorld } from './sample-gateway.ts';

type Send = EffectOf<'document.send'>;

const send = (key = 'northfield/4711/855', number = '4711'): Send => ({
  key,
  order: 'northfield/4711',
  partner: 'northfield',
  class: 'realTime',
  lane: 'partner:northfield',
  priority: 5,
  notBefore: '2026-11-02T09:00:00.000Z',
  attempt: 1,
  safety: 'idempotent',
  body: {
    type: 'document.send',
    partner: 'northfield',
    document: '855',
    content: {
      kind: 'orderAcknowledgment',
      version: '1',
      purpose: 'original',
      status: 'accepted',
      orderNumber: number,
      orderDate: '2026-11-02',
      acknowledgedOn: '2026-11-02',
      sellerOrderNumbers: ['SO-1'],
      currency: 'USD',
      parties: {},
      references: [],
      lines: [
        {
          lineId: '1',
          ids: [{ scheme: 'seller', value: 'AX-100' }],
          quantity: { value: '24', unit: 'C62' },
          price: { amount: '3.25' },
          responses: [{ status: 'accepted', quantity: { value: '24', unit: 'C62' } }],
        },
      ],
    },
  },
});

const contextOf = (effect: Effect, journal: Journal): PerformContext => ({
  signal: new AbortController().signal,
  attempt: effect.attempt,
  reclaimed: false,
  key: effect.key,
  journal,
  policy: defaultPolicy,
});

const perform = (world: ReturnType<typeof sampleWorld>, effect: Send) =>
  world.gateway.performers['document.send'](effect, contextOf(effect, world.journal));

describe('sending a document', () => {
  it('writes an interchange that reads back without an issue, addressed as the profile says', async () => {
    const world = sampleWorld();
    const outcome = await perform(world, send());
    expect(outcome).toMatchObject({ sent: { controlNumber: '000000001', file: 'northfield/855-000000001.edi' } });
    const text = world.sent.get('northfield/855-000000001.edi')?.text ?? '';
    const file = read(text, { sets: [purchaseOrderAcknowledgment855] });
    expect(file.issues).toEqual([]);
    expect(file.interchanges[0]?.header).toMatchObject({
      sender: profile.interchange.ours,
      receiver: profile.interchange.theirs,
      usage: 'P',
    });
    expect(file.interchanges[0]?.groups[0]?.header).toMatchObject({
      sender: 'OURS',
      receiver: 'THEIRS',
      version: '004010VICS',
    });
  });

  it('R12 has one control number and the same bytes however often it is performed', async () => {
    const world = sampleWorld();
    await perform(world, send());
    const text = world.sent.get('northfield/855-000000001.edi')?.text;
    await perform(world, { ...send(), attempt: 2 });
    expect([...world.sent]).toEqual([['northfield/855-000000001.edi', { text, times: 2 }]]);
  });

  it('R12 freezes the bytes before they leave: a transport that fails costs no number', async () => {
    const journal = memoryJournal();
    const broken = sampleWorld({ journal, transport: { put: () => Promise.reject(new Error('no space left')) } });
    await expect(perform(broken, send())).rejects.toThrow('no space left');
    const world = sampleWorld({ journal });
    await perform(world, send());
    expect([...world.sent.keys()]).toEqual(['northfield/855-000000001.edi']);
  });

  it('R12 gives two documents two numbers, also when they are sent at the same time', async () => {
    const world = sampleWorld();
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => perform(world, send(`northfield/${index}/855`, `PO${index}`))),
    );
    expect([...world.sent.keys()].sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `northfield/855-00000000${index + 1}.edi`),
    );
  });

  it('R12 starts again at 1 after 999999999', async () => {
    const world = sampleWorld();
    const name = 'ISA13/ZZ/OURID/08/THEIRID/P';
    await world.journal.append({ sequences: [{ name, expected: 0, next: 999_999_998 }] });
    await perform(world, send('northfield/1/855'));
    await perform(world, send('northfield/2/855'));
    expect([...world.sent.keys()]).toEqual(['northfield/855-999999999.edi', 'northfield/855-000000001.edi']);
  });

  it.each([
    ['nothing, for a partner that is not there', { partner: 'nobody' }, 'partner-unknown'],
    [
      'nothing, where a value holds a separator',
      { content: { ...send().body.content, orderNumber: 'A*B' } },
      'document-refused',
    ],
    [
      'nothing, where a value is too long',
      { content: { ...send().body.content, orderNumber: 'A'.repeat(23) } },
      'document-refused',
    ],
  ])('writes %s', async (_, change, code) => {
    const world = sampleWorld();
    const effect = { ...send(), body: { ...send().body, ...change } } as Send;
    expect(await perform(world, effect)).toMatchObject({ failure: { code } });
    expect([world.sent.size, await world.journal.sequence('ISA13/ZZ/OURID/08/THEIRID/P')]).toEqual([0, 0]);
  });

  it('R06 refuses to send for test to a partner of production', async () => {
    const world = sampleWorld({ usage: 'T' });
    expect(await perform(world, send())).toMatchObject({ failure: { class: 'configuration', code: 'usage' } });
    expect(samplePartner().profile.usage).toBe('P');
  });
});

describe("a partner's 997 for what was sent", () => {
  const answer = (code: string, group: string) =>
    interchangeText({
      identifier: 'FA',
      control: '000000900',
      sets: [
        {
          type: '997',
          body: [`AK1*PR*${group}`, 'AK2*855*0001', `AK5*${code}`, `AK9*${code}*1*1*${code === 'A' ? 1 : 0}`],
        },
      ],
    });

  async function sentWorld() {
    const world = sampleWorld();
    await world.gateway.receive(
      { name: 'po', bytes: interchangeText({ sets: [purchaseOrder('4711')] }) },
      world.runtime,
    );
    await world.settle();
    await perform(world, send());
    return world;
  }

  it.each([
    ['A', 'accepted'],
    ['E', 'acceptedWithErrors'],
    ['R', 'rejected'],
  ])('R07 %s moves its order, and is not answered by another 997', async (code, status) => {
    const world = await sentWorld();
    const files = world.sent.size;
    const receipt = await world.gateway.receive({ name: 'fa', bytes: answer(code, '2') }, world.runtime);
    await world.settle();
    expect(receipt.interchanges[0]).toMatchObject({
      status: 'received',
      acknowledgment: undefined,
      orders: ['northfield/4711'],
    });
    expect(world.sent.size).toBe(files);
    const stored = await loadOrder(world.journal, 'northfield/4711', defaultPolicy);
    const facts = Object.values(stored?.state.facts ?? {}).filter((event) => event.type === 'acknowledgment.received');
    expect(facts).toMatchObject([{ document: 'northfield/4711/855', status }]);
    expect(stored && lines(stored.state)).toHaveLength(1);
  });

  it('R13 a group that is refused takes its set with it, whatever is said of the set', async () => {
    const world = await sentWorld();
    const body = ['AK1*PR*2', 'AK2*855*0001', 'AK5*A', 'AK9*R*1*1*0*4'];
    const bytes = interchangeText({ identifier: 'FA', control: '000000900', sets: [{ type: '997', body }] });
    await world.gateway.receive({ name: 'fa', bytes }, world.runtime);
    const stored = await loadOrder(world.journal, 'northfield/4711', defaultPolicy);
    expect(stored?.state.facts['acknowledgment.received/northfield/4711/855/997/rejected']).toMatchObject({
      codes: ['AK905-4'],
    });
  });

  it('is reported when nothing of that number was sent', async () => {
    const world = await sentWorld();
    const receipt = await world.gateway.receive({ name: 'fa', bytes: answer('A', '77') }, world.runtime);
    expect(receipt.interchanges[0]?.issues.map(({ code }) => code)).toEqual(['acknowledgment-unmatched']);
  });
});
