import type { BatchRule } from '@dist/connectors/gateway';
import { type Effect, type EffectOf, orderId, type Policy } from '@dist/orchestration';
import { type Journal, loadOrder, memoryJournal } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { batchWorld, begin, billed, hourly, invoicePolicy, numbers, windowEnds } from './batch-world.ts';

describe('R14 a window that is over', () => {
  it.each([
    ['nothing is no interchange', 0, []],
    ['one set is one interchange', 1, [1]],
    ['as many as there may be are one', 3, [3]],
    ['one more is another', 4, [3, 1]],
    ['seven are three', 7, [3, 3, 1]],
  ])('%s', async (_, count, sizes) => {
    const world = batchWorld({ batches: [{ ...hourly, maximumSets: 3 }] });
    await world.post(numbers(count));
    await world.settle();
    expect(world.mailbox.puts).toEqual([]);
    world.time.now = windowEnds;
    await world.settle();
    expect(world.interchanges().map((interchange) => billed(interchange).flat().length)).toEqual(sizes);
    expect(world.mailbox.puts).toHaveLength(sizes.length);
  });

  it('what is ready after it waits for the next one', async () => {
    const world = batchWorld();
    await world.post(['PO1']);
    await world.settle();
    world.time.now = windowEnds;
    await world.post(['PO2']);
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1']]]);
    world.time.now = '2026-11-02T11:00:00.000Z';
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1']], [['PO2']]]);
  });

  it('says meanwhile why a document has not left', async () => {
    const world = batchWorld();
    await world.post(['PO1']);
    await world.settle();
    const told = world.notes.filter(({ type }) => type === 'effect.postponed');
    expect(told.map(({ message }) => message)).toEqual([
      'northfield/PO1/810/I-PO1 waits: it leaves with other 810 for northfield at 2026-11-02T10:00:00.000Z',
    ]);
    expect(await world.status('PO1')).toEqual({ status: 'issued', attempt: 1 });
  });
});

describe('R14 workers that do not agree on the time', () => {
  it('put nothing into a batch that one of them has closed: it leaves with the next', async () => {
    const world = batchWorld();
    await world.post(['PO1']);
    await world.settle();
    world.time.now = windowEnds;
    await world.settle();
    world.time.now = begin;
    await world.post(['PO2']);
    await world.settle();
    world.time.now = windowEnds;
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1']]]);
    world.time.now = '2026-11-02T11:00:00.000Z';
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1']], [['PO2']]]);
  });

  it('wait for the end of the window where one has ended before it could say so', async () => {
    const world = batchWorld();
    await world.post(['PO1']);
    const id = orderId('northfield', { number: 'PO1' });
    const key = `${id}/810/I-PO1`;
    const effect = (await loadOrder(world.journal, id, invoicePolicy))?.state.effects[key]?.effect as Effect<
      EffectOf<'document.send'>['body']
    >;
    const context = { signal: AbortSignal.timeout(5000), attempt: 1, reclaimed: true, key, journal: world.journal };
    const perform = () => world.gateway.performers['document.send'](effect, { ...context, policy: invoicePolicy });
    const first = await perform();
    expect(first.postponed?.until).toBe(windowEnds);
    expect(await perform()).toEqual(first);
    expect(world.mailbox.puts).toEqual([]);
    world.time.now = windowEnds;
    expect(await perform()).toMatchObject({ sent: { controlNumber: '000000001' } });
  });
});

describe('R14 the size of an interchange', () => {
  it('is never above the bytes that the partner takes', async () => {
    const maximumBytes = 1500;
    const world = batchWorld({ batches: [{ ...hourly, maximumBytes }] });
    await world.post(numbers(20));
    await world.settle();
    world.time.now = windowEnds;
    await world.settle();
    const sizes = [...world.mailbox.files.values()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(maximumBytes);
    expect(sizes.length).toBeLessThan(8);
    expect(
      world
        .interchanges()
        .flatMap((interchange) => billed(interchange).flat())
        .sort(),
    ).toEqual([...numbers(20)].sort());
  });

  it('a set that is larger by itself leaves at once, alone, and so does what is urgent', async () => {
    const large = batchWorld({ batches: [{ ...hourly, maximumBytes: 1000 }] });
    const notes = Array.from({ length: 12 }, () => 'A note of sixty characters or nearly that many, as buyers like it');
    const lines = (number: string) => Array.from({ length: number === 'PO1' ? 40 : 1 }, (_, index) => `${index + 1}`);
    await large.post(['PO1', 'PO2'], (invoice) => {
      const [line] = invoice.lines;
      if (line === undefined) throw new Error('no line');
      const all = lines(invoice.number.slice(2)).map((lineId) => ({ ...line, lineId, description: notes[0] }));
      return { ...invoice, lines: all.slice(0, 1), notes: invoice.number === 'I-PO1' ? notes : [] };
    });
    await large.settle();
    expect(large.interchanges().map(billed)).toEqual([[['PO1']]]);
    const urgent = batchWorld({ batches: [{ ...hourly, urgent: { priority: 5 } }] });
    await urgent.post(['PO1']);
    await urgent.settle();
    expect(urgent.interchanges().map(billed)).toEqual([[['PO1']]]);
    const byClass = batchWorld({ batches: [{ ...hourly, urgent: { classes: ['nearRealTime'] } }] });
    await byClass.post(['PO1']);
    await byClass.settle();
    expect(byClass.mailbox.puts).toHaveLength(1);
  });
});

describe('R14 document types', () => {
  const policy: Policy = {
    ...invoicePolicy,
    channels: { ...invoicePolicy.channels, edi: { ...invoicePolicy.channels.edi, acknowledge: true } },
  };

  async function sent(batches: readonly BatchRule[]) {
    const world = batchWorld({ policy, batches });
    await world.post(['PO1', 'PO2']);
    await world.settle();
    world.time.now = windowEnds;
    await world.settle();
    return world;
  }

  it('of two rules have interchanges of their own', async () => {
    const world = await sent([hourly, { ...hourly, documents: ['855'] }]);
    expect(world.interchanges().map(billed).sort()).toEqual([[['855', '855']], [['PO1', 'PO2']]]);
    expect([...world.mailbox.files.keys()].sort()).toEqual([
      'northfield/810-000000002.edi',
      'northfield/855-000000001.edi',
    ]);
  });

  it('of one rule share an interchange, in a group each, and each set is unique in its group', async () => {
    const world = await sent([{ ...hourly, documents: ['855', '810'] }]);
    expect(world.interchanges().map(billed)).toEqual([
      [
        ['855', '855'],
        ['PO1', 'PO2'],
      ],
    ]);
    const groups = world.interchanges().flatMap((interchange) => interchange.groups);
    expect(groups.map(({ header }) => [header.functionalIdentifier, header.controlNumber])).toEqual([
      ['PR', '1'],
      ['IN', '2'],
    ]);
    expect(groups.map(({ sets }) => sets.map((set) => set.controlNumber))).toEqual([
      ['0001', '0002'],
      ['0001', '0002'],
    ]);
    expect(await world.journal.sequence('GS06/OURS/THEIRS')).toBe(2);
  });

  it('that is gathered does not hold another one of its order up', async () => {
    const world = batchWorld({ policy, batches: [{ ...hourly, documents: ['855'] }] });
    await world.post(['PO1']);
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1']]]);
  });
});

describe('R14 what does not go with the others', () => {
  it('a document that cannot be written waits for a person, and the others go', async () => {
    const world = batchWorld();
    await world.post(['PO1', 'PO2', 'PO3'], (invoice) =>
      invoice.number === 'I-PO2' ? { ...invoice, number: 'I*PO2' } : invoice,
    );
    await world.settle();
    world.time.now = windowEnds;
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO1', 'PO3']]]);
    const message = 'The 810 cannot be written: BIG02 can not be written with these separators';
    expect(await world.status('PO2')).toEqual({ status: 'parked', attempt: 1, message });
  });

  it('neither does one that cannot be written any more when the window ends', async () => {
    const before = batchWorld();
    await before.post(['PO1', 'PO2', 'PO3'], (invoice) =>
      invoice.number === 'I-PO2' ? { ...invoice, number: 'I|PO2' } : invoice,
    );
    await before.settle();
    const { journal, mailbox, time } = before;
    const profile = { delimiters: { element: '|', component: '>', segment: '~' } };
    const after = batchWorld({ profile, journal, mailbox, time });
    time.now = windowEnds;
    await after.settle();
    expect(after.interchanges().map(billed)).toEqual([[['PO1', 'PO3']]]);
    expect(await after.status('PO2')).toMatchObject({ status: 'parked', attempt: 1 });
  });

  it('the sets of an interchange share one transfer, however few are at work at once', async () => {
    const world = batchWorld();
    await world.post(numbers(4));
    await world.settle(1);
    world.time.now = windowEnds;
    await world.settle(1);
    expect(world.interchanges().map((interchange) => billed(interchange).flat().length)).toEqual([4]);
    expect(world.mailbox.puts).toEqual(['northfield/810-000000001.edi']);
  });

  it('R29 a document whose order was given up while it waited does not leave', async () => {
    const world = batchWorld();
    await world.post(['PO1', 'PO2']);
    await world.settle();
    const id = orderId('northfield', { number: 'PO1' });
    const abandoned = { type: 'operator.abandoned', key: 'x', at: begin, v: 2, by: 'p', reason: 'r' } as const;
    await world.runtime.dispatch({ id, events: [abandoned] });
    world.time.now = windowEnds;
    await world.settle();
    expect(world.interchanges().map(billed)).toEqual([[['PO2']]]);
  });

  it('R12 a document whose order cannot be read at this moment waits for none but the next attempt', async () => {
    const journal = memoryJournal();
    let fails = 0;
    const load: Journal['load'] = async (id) => {
      if (fails > 0 && --fails === 0) throw new Error('connection terminated unexpectedly');
      return await journal.load(id);
    };
    const world = batchWorld({ journal: { ...journal, load } });
    await world.post(['PO1', 'PO2', 'PO3']);
    await world.settle();
    world.time.now = windowEnds;
    fails = 2;
    for (let times = 0; times < 3; times++) {
      await world.settle();
      world.time.now = new Date(Date.parse(world.time.now) + 60_000).toISOString();
    }
    expect(fails).toBe(0);
    expect(world.interchanges().map(billed)).toEqual([[['PO1', 'PO2', 'PO3']]]);
  });

  it('a rule that is taken away while documents wait changes nothing for them', async () => {
    const before = batchWorld();
    await before.post(['PO1', 'PO2']);
    await before.settle();
    const { journal, mailbox, time } = before;
    const after = batchWorld({ batches: undefined, journal, mailbox, time });
    time.now = windowEnds;
    await after.settle();
    expect(after.interchanges().map(billed)).toEqual([[['PO1', 'PO2']]]);
  });
});
