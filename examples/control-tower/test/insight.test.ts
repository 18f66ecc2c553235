import { loadPartners } from '@dist/example-order-to-cash/partners';
import type { Note } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { agreements } from '../src/insight/agreement.ts';
import { csv } from '../src/insight/csv.ts';
import { cutOver } from '../src/insight/cut-over.ts';
import { keepShadowReport } from '../src/insight/keep-shadow-report.ts';
import { listPartners } from '../src/insight/list-partners.ts';
import { onePartner } from '../src/insight/one-partner.ts';
import { type Outcomes, outcomes } from '../src/insight/outcomes.ts';
import { outcomesCsv } from '../src/insight/outcomes-csv.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { insightStory } from './insight-story.ts';

let database: TowerDatabase;
let found: Outcomes;
let notes: readonly Note[];
let now: string;

beforeAll(async () => {
  const journal = memoryJournal();
  const house = await insightStory(journal);
  now = house.now();
  const all: Note[] = [];
  for await (const note of journal.notes()) all.push(note);
  notes = all;
  database = await openTowerDatabase({ file: ':memory:' });
  while ((await readChanges(journal, database, 3)).more);
  found = await outcomes(database, journal, now, 7);
});

afterAll(() => database.destroy());

const partnerIn = ({ order }: Note) => order.split('/')[0];
const times = (fits: (note: Note) => boolean) => notes.filter(fits).length;

/** Every hour between the first notes of two types, of each order that has both. */
function hoursBetween(from: string, to: string): number[] {
  const orders = [...new Set(notes.map(({ order }) => order))];
  const at = (order: string, type: string) =>
    Date.parse(notes.find((note) => note.order === order && note.type === type)?.at ?? '');
  const hours = orders.map((order) => (at(order, to) - at(order, from)) / 3_600_000);
  return hours.filter((one) => !Number.isNaN(one)).sort((one, other) => one - other);
}

describe('what is counted is what a walk through all notes finds', () => {
  it.each(['northfield', 'harborline'])('of %s', async (partner) => {
    const own = (type: string) => (note: Note) => note.type === type && partnerIn(note) === partner;
    const holds = new Set(notes.filter(own('held')).map(({ order, data }) => `${order} ${data?.['hold']}`));
    const malformed = [...holds].filter((hold) => hold.endsWith(' not-mapped')).length;
    const [line] = (await listPartners(database, now, 7)).filter((one) => one.partner === partner);
    expect(line).toMatchObject({
      received: times(own('order.captured')) + malformed,
      malformed,
      answers: times(own('acknowledgment.received')),
      rejected: times((note) => own('acknowledgment.received')(note) && note.data?.['status'] === 'rejected'),
      breaches: times(own('sla.breached')),
    });
    expect(line?.received).toBeGreaterThan(0);
    const { trend } = await onePartner(database, partner, now, 7);
    expect(trend.flatMap(({ missed }) => missed).reduce((sum, n) => sum + n, 0)).toBe(line?.breaches);
  });

  it.each([
    ['toShip', 'order.captured', 'shipment.posted'],
    ['toInvoice', 'shipment.posted', 'invoice.posted'],
    ['toEnd', 'order.captured', 'invoice.posted'],
  ])('of the hours %s, up to a fifth more', (what, from, to) => {
    const hours = hoursBetween(from, to);
    const { orders, median = 0, p90 = 0 } = found.times.find((one) => one.what === what) ?? { orders: 0 };
    expect(orders).toBe(hours.length);
    for (const [read, share] of [
      [median, 0.5],
      [p90, 0.9],
    ] as const) {
      const exact = Math.max(hours[Math.ceil(share * hours.length) - 1] ?? Number.NaN, 1 / 64);
      expect(read).toBeGreaterThanOrEqual(exact * 0.999);
      expect(read).toBeLessThanOrEqual(exact * 1.2);
    }
  });

  it.each(['855', '856', '810'])('of deadlines of the %s', (document) => {
    const timers = new Map<string, boolean>();
    for (const { order, type, data } of notes) {
      const timer = String(data?.['timer'] ?? '');
      if (timer.split('/')[0] !== document || timers.has(order + timer)) continue;
      if (type === 'sla.breached') timers.set(order + timer, false);
      if (type === 'deadline.ended' && data?.['met'] === true) timers.set(order + timer, true);
    }
    const met = [...timers.values()].filter(Boolean).length;
    expect(found.onTime).toContainEqual({ document, met, missed: timers.size - met });
    expect(timers.size).toBeGreaterThan(0);
  });

  it('of ERPs: what they took, rejected and failed to do, by day and by route', async () => {
    const { systems, routes } = await cutOver(database, now, 7);
    const submits = notes.filter(({ data }) => data?.['effectType'] === 'erp.submit');
    const ended = submits.filter(({ type }) => type !== 'effect.issued');
    const sum = (numbers: readonly number[] = []) => numbers.reduce((all, n) => all + n, 0);
    expect(systems.map(({ erp }) => erp)).toEqual(['erp']);
    expect(sum(systems[0]?.taken)).toBe(times(({ type }) => type === 'erp.accepted'));
    expect(sum(systems[0]?.rejected)).toBe(times(({ type }) => type === 'erp.rejected'));
    expect(sum(systems[0]?.failed)).toBe(ended.filter(({ type }) => type !== 'effect.done').length);
    expect(sum(systems[0]?.failed)).toBeGreaterThan(0);
    expect(routes.map(({ partner, part, taken }) => [partner, part, taken])).toEqual([
      ['harborline', '1', 0],
      ['northfield', '1', 6],
    ]);
  });
});

describe('a partner', () => {
  it('that writes documents otherwise than agreed is seen with the faults in words, the newest first', async () => {
    const { malformedDocuments, causes } = await onePartner(database, 'harborline', now, 7);
    expect(malformedDocuments.map(({ reason }) => reason)).toEqual(['=cmd: PO1 has no price', 'PO1 has no quantity']);
    expect(causes).toEqual([{ cause: 'not-mapped', documents: 2 }]);
  });

  it('that owes answers is late with them now', async () => {
    const rows = await listPartners(database, now, 7);
    const late = await database.selectFrom('deadlines').selectAll().where('missed_at', 'is not', null).execute();
    const own = late.filter(({ timer, partner }) => timer.startsWith('997/') && partner === 'northfield');
    expect(rows.find(({ partner }) => partner === 'northfield')?.overdue).toBe(own.length);
    expect(own.length).toBeGreaterThan(0);
  });

  it('of which nothing is known has zeros', async () => {
    expect(await onePartner(database, 'nobody', now, 7)).toMatchObject({
      received: 0,
      trend: [],
      malformedDocuments: [],
    });
  });
});

describe('the maps of a partner', () => {
  const agreementOf = agreements(loadPartners('P'), () => now);

  it('are those of its profile, each with its version and the hash of it with overlays', async () => {
    const one = await agreementOf('northfield');
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(one?.maps).toContainEqual({ document: '850', map: 'x12/004010/850', version: '1', hash, agreed: undefined });
  });

  it('are not known of who has no profile', async () => {
    expect(await agreementOf('nobody')).toBeUndefined();
  });
});

describe('outcomes', () => {
  it('sum what missed deadlines cost, each currency by itself', async () => {
    const costs = await openTowerDatabase({ file: ':memory:' });
    const cost = (hour: string, a: string, b: string, n: number) => ({ metric: 'breachCost', hour, a, b, n });
    const rows = [
      cost('2026-03-02T08', 'USD', 'northfield', 50),
      cost('2026-03-03T09', 'USD', 'harborline', 25.5),
      cost('2026-03-03T09', 'EUR', 'harborline', 10),
      cost('2026-01-01T09', 'EUR', 'harborline', 7),
    ];
    await costs.insertInto('counts').values(rows).execute();
    const { breachCost } = await outcomes(costs, memoryJournal(), '2026-03-04T08:00:00.000Z', 7);
    expect([...breachCost].sort((one, other) => one.amount - other.amount)).toEqual([
      { currency: 'EUR', amount: 10 },
      { currency: 'USD', amount: 75.5 },
    ]);
    await costs.destroy();
  });

  it('tell short and over-shipments, deductions and who became live', () => {
    expect(found.stock).toEqual({ exact: 2, short: 1, over: 1, differs: 0 });
    expect(found.deductions).toBe(1);
    expect(found.onboarded).toEqual([{ partner: 'harborline', liveAt: '2026-03-03T20:00:00.000Z', days: 2.5 }]);
  });

  it('of a time before have nothing', async () => {
    const journal = memoryJournal();
    const empty = await outcomes(database, journal, '2027-03-03T20:00:00.000Z', 90);
    expect(empty.times).toEqual(['toShip', 'toInvoice', 'toEnd'].map((what) => ({ what, orders: 0 })));
    expect(empty.onboarded).toEqual([]);
  });

  it('as CSV are the same figures', () => {
    const rows = outcomesCsv(found).split('\r\n');
    expect(rows).toContain(`toShip,orders,${found.times[0]?.orders},orders`);
    expect(rows).toContain('goods left,short,1,orders');
    expect(rows).toContain('onboarding,harborline,2.5,days');
    expect(rows.filter((row) => row.startsWith('ended,'))).toHaveLength(7);
  });
});

describe('a cell of a CSV', () => {
  it.each([
    ['a formula', '=1+1', "'=1+1"],
    ['a plus', '+1', "'+1"],
    ['a minus of a partner', '-2+3', "'-2+3"],
    ['an at', '@sum', "'@sum"],
    ['a formula behind a blank', ' =1', "' =1"],
    ['a formula behind a semicolon', 'a;=1', '"a;\'=1"'],
    ['quotes and commas', 'a "b", c', '"a ""b"", c"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['our own negative number', -2.5, '-2.5'],
  ])('%s', (_, cell, written) => {
    expect(csv([[cell]])).toBe(`${written}\r\n`);
  });
});

describe('a shadow', () => {
  it('is kept by day, its places without numbers, and outlives what is made of the notes', async () => {
    const about = { operation: 'inventory.availability', primary: 'legacy', shadow: 'new' };
    const differences = ['items.0.quantity', 'items.1.quantity', 'currency'].map((path) => ({
      path,
      primary: 1,
      shadow: 2,
    }));
    await keepShadowReport(database, { ...about, differences }, now);
    await keepShadowReport(database, { ...about, differences: differences.slice(0, 1) }, now);
    await keepShadowReport(database, { ...about, differences: [] }, now);
    const { shadow } = await cutOver(database, now, 7);
    expect(shadow).toEqual([
      {
        ...about,
        compared: 3,
        differences: [
          { path: 'items.*.quantity', times: 2 },
          { path: 'currency', times: 1 },
        ],
      },
    ]);
  });
});
