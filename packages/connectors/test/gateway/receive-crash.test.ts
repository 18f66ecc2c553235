import type { Performers } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { text } from './cases/flow-case.ts';
import { type LeftFile, type LiveWorld, liveWorld } from './cases/live-world.ts';
import { type Death, type Mortal, mortal } from './cases/mortal.ts';
import { sqliteInMemory } from './cases/open-database.ts';
import { billed, shipped } from './cases/told.ts';
import { interchangeText, purchaseOrder } from './sample-gateway.ts';

const at = '2026-11-02T09:00:00.000Z';

/** The order stays where it is: what is tried here is how it comes in and is answered. */
const performers: Partial<Performers> = {
  'order.enrich': async () => ({ events: [{ type: 'order.unresolved', round: 1, failures: [] }] }),
};

/** The order is accepted by an ERP that may be asked twice, and an 855 leaves for it. */
const accepting: Partial<Performers> = {
  'erp.find': async ({ body }) => ({
    events: [{ type: 'erp.accepted', partId: body.partId, erp: body.erp, number: 'SO-1', rejected: [] }],
  }),
};

interface Story {
  readonly name: string;
  /** What has happened before, in a life that nobody ends. */
  readonly before?: (world: LiveWorld) => Promise<void>;
  /** What the partner sends, one file after the other. */
  readonly files: readonly Uint8Array[];
  readonly performers: Partial<Performers>;
  readonly check: (world: LiveWorld, left: readonly LeftFile[]) => Promise<void>;
}

const order = interchangeText({ acknowledgmentRequested: true, sets: [purchaseOrder('4711')] });
const mixed = interchangeText({
  sets: [purchaseOrder('1'), purchaseOrder('2', { date: '20261131' }), purchaseOrder('3')],
});
const change = interchangeText({
  control: '000000102',
  identifier: 'PC',
  sets: [{ type: '860', body: ['BCH*04*SA*4711**1*20261102', 'POC*1*QI*30**EA*3.25**VN*AX-100'] }],
});

const paid = ['41', '42', '43'];
const remittance = interchangeText({
  control: '000000103',
  identifier: 'RA',
  sets: [
    {
      type: '820',
      body: ['BPR*C*234*C*ACH', 'TRN*1*T-100', 'ENT*1', ...paid.map((number) => `RMR*IV*I${number}**78*78`)],
    },
  ],
});

async function capturedOf(world: LiveWorld): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of await world.orders())
    for await (const event of world.journal.events(id)) if (event.type === 'order.captured') found.push(id);
  return found;
}

/** One acknowledgment, whose bytes left at least once, and for the copy once more. */
function expectOneAnswer(left: readonly LeftFile[], control: string): void {
  const answers = left.filter(({ text: file }) => file.includes(`*${control}*0*P*>~`) && file.includes('~AK9*'));
  expect(answers.length).toBeGreaterThan(1);
  expect(new Set(answers.map((file) => file.text)).size).toBe(1);
}

const stories: readonly Story[] = [
  {
    name: 'R01 an order, its TA1 and its 997',
    files: [order],
    performers,
    check: async (world, left) => {
      expect(await capturedOf(world)).toEqual(['northfield/4711']);
      expectOneAnswer(left, '000000001');
    },
  },
  {
    name: 'R01 R08 a group that is accepted in part',
    files: [mixed],
    performers,
    check: async (world, left) => {
      expect(await capturedOf(world)).toEqual(['northfield/1', 'northfield/3']);
      expectOneAnswer(left, '000000001');
    },
  },
  {
    name: 'R01 R12 an order that is answered by an 855, and its change behind it',
    files: [order, change],
    performers: accepting,
    check: async (world, left) => {
      expect(await capturedOf(world)).toEqual(['northfield/4711']);
      const changes = Object.keys((await world.state('northfield/4711')).facts).filter((name) =>
        /^change\.req/.test(name),
      );
      expect(changes).toEqual(['change.requested/1']);
      const acknowledgments = left.filter(({ name }) => name.includes('/855-'));
      expect(new Set(acknowledgments.map((file) => `${file.name} ${file.text}`)).size).toBe(1);
      expect(await world.documents('855')).toHaveLength(1);
    },
  },
  {
    name: 'R15 R24 a remittance for several orders',
    before: async (world) => {
      for (const number of paid) {
        const control = `0000002${number}`;
        await world.receive(`in/${number}.edi`, interchangeText({ control, sets: [purchaseOrder(number)] }));
        const told = { order: number, at };
        const events = [shipped(`S${number}`, told), billed(`I${number}`, { ...told, shipment: `S${number}` })];
        await world.runtime.dispatch([{ id: `northfield/${number}`, events }]);
        await world.settle();
      }
    },
    files: [remittance],
    performers: {},
    check: async (world) => {
      for (const number of paid) {
        const told: string[] = [];
        for await (const event of world.journal.events(`northfield/${number}`))
          if (event.type === 'payment.advised') told.push(`${event.invoice} ${event.amount}`);
        expect(told).toEqual([`I${number} 78`]);
      }
    },
  },
];

describe.each(stories)('killed at every write and every call: $name', (story) => {
  it.each(['before', 'after'] as const)('%s it happens, the retry comes to the same', async (when) => {
    const places = new Set<string>();
    let step = 1;
    for (; step < 200; step++) {
      const { process, died } = await live(story, { step, when });
      if (!died) break;
      places.add(process.last().replace(/\d+/g, ''));
    }
    // Every write was a place to die at, and in the end it lived.
    expect([step > 5, step < 200]).toEqual([true, true]);
    expect([...places].some((place) => place.startsWith('put'))).toBe(true);
    expect(places).toContain('append');
  });
});

/** A life that ends as it is told, and the next one, in which the partner sends everything again. */
async function live(story: Story, death: Death): Promise<{ readonly process: Mortal; readonly died: boolean }> {
  const journal = sqliteInMemory();
  const left: LeftFile[] = [];
  const transport = {
    put: async (name: string, bytes: Uint8Array) => void left.push({ name, text: text(bytes), at }),
  };
  if (story.before !== undefined)
    await story.before(liveWorld({ journal, transport, at, performers: story.performers, unguarded: true }));
  const process = mortal(journal, transport, death);
  const first = liveWorld({ ...process, at, performers: story.performers, unguarded: true });
  await receiveAll(first, story, 'in').catch(() => {});
  const died = process.isDead();
  const second = liveWorld({ journal, transport, at, performers: story.performers, unguarded: true });
  await second.runtime.recover();
  // The mailbox still has the files, and the partner, who had no answer in time, sends them once more.
  await receiveAll(second, story, 'in');
  await receiveAll(second, story, 'again');
  for (const minutes of [5, 30]) await second.goTo(new Date(Date.parse(at) + minutes * 60_000).toISOString());
  await story.check(second, left);
  return { process, died };
}

async function receiveAll(world: LiveWorld, { files }: Story, folder: string): Promise<void> {
  for (const [index, bytes] of files.entries()) await world.receive(`${folder}/${index}.edi`, bytes);
}
