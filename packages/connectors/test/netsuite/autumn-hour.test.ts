import type { Fetch, ListStart } from '@dist/connectors';
import { fakeNetsuite } from '@dist/connectors/fakes';
import { netsuite } from '@dist/connectors/netsuite';
import { describe, expect, it } from 'vitest';
import { localTime } from '../../src/netsuite/local-time.ts';
import { zoneClock } from '../../src/netsuite/zone-clock.ts';

const zone = 'America/New_York';
const token = { kind: 'token', consumerKey: 'ck', consumerSecret: 'cs', token: 'tk', tokenSecret: 'ts' } as const;

/** Fulfillments in an account of New York; its clocks went back on 1 November 2026 at 06:00 UTC. */
function world(pageSize: number) {
  const fake = fakeNetsuite();
  const [sample] = fake.state.transactions;
  if (sample === undefined) throw new Error('no transaction');
  fake.state.localTime = localTime(zone);
  fake.state.transactions.length = 0;
  let now = 0;
  const fetch: Fetch = async (url, init) => await fake.handle(new Request(url, init));
  const erp = netsuite({
    account: '1234567',
    credentials: token,
    units: { '1': 'C62' },
    timeZone: zone,
    pageSize,
    now: () => now,
    fetch,
  });
  const ship = (id: string, instant: string) => {
    const lines = sample.lines.map((line) => ({ ...line, transaction: id }));
    fake.state.transactions.push({ ...sample, id, changedAt: Date.parse(instant), lines });
  };
  /** Lists at an instant, and where the next list goes on. */
  const list = async (at: string, start: ListStart, meanwhile: () => void = () => undefined) => {
    now = Date.parse(at);
    const ids: string[] = [];
    let next = start;
    for await (const page of erp.shipments.list(start)) {
      if (!page.ok) throw new Error(page.failure.message);
      ids.push(...page.items.map(({ shipmentId }) => shipmentId));
      next = { after: page.next };
      meanwhile();
    }
    return { ids, next };
  };
  return { fake, erp, ship, list };
}

const since: ListStart = { from: '2026-11-01T04:00:00Z' };

describe('edge 14: the hour that clocks show twice', () => {
  it.each([1, 2, 3, 100])('loses nothing between two lists, by pages of %i', async (pageSize) => {
    const { ship, list } = world(pageSize);
    ship('1', '2026-11-01T04:30:00Z');
    for (const id of ['2', '3', '31', '32', '33']) ship(id, '2026-11-01T05:45:00Z');
    const first = await list('2026-11-01T05:50:00Z', since);
    expect(first.ids).toEqual(['1', '2', '3', '31', '32', '33']);
    ship('4', '2026-11-01T06:05:00Z');
    const second = await list('2026-11-01T06:10:00Z', first.next);
    expect(second.ids).toContain('4');
    ship('5', '2026-11-01T06:20:00Z');
    ship('6', '2026-11-01T07:30:00Z');
    const third = await list('2026-11-01T07:40:00Z', second.next);
    expect(third.ids).toEqual(expect.arrayContaining(['5', '6']));
    expect((await list('2026-11-01T07:50:00Z', third.next)).ids).not.toContain('5');
  });

  it.each([1, 2])('loses nothing that changes while it is listed past the hour, by pages of %i', async (pageSize) => {
    const { ship, list } = world(pageSize);
    for (const [at, minute] of [30, 40, 50].entries()) ship(String(at), `2026-11-01T05:${minute}:00Z`);
    let pages = 0;
    const first = await list('2026-11-01T06:01:00Z', since, () => {
      if (++pages !== 2) return;
      ship('99', '2026-11-01T06:02:00Z');
      ship('100', '2026-11-01T07:01:00Z');
    });
    const second = await list('2026-11-01T07:05:00Z', first.next);
    expect([...first.ids, ...second.ids]).toEqual(expect.arrayContaining(['99', '100']));
  });

  it('that a list begins in gives all of it: an instant of its first half is later than times of its second', async () => {
    const { ship, list } = world(10);
    ship('1', '2026-11-01T06:10:00Z');
    expect((await list('2026-11-01T08:00:00Z', { from: '2026-11-01T05:30:00Z' })).ids).toEqual(['1']);
  });

  it('leaves the time of a fulfillment an instant, not a local time with a Z', async () => {
    const { erp, ship } = world(10);
    ship('1', '2026-11-02T15:00:00Z');
    for await (const page of erp.shipments.list(since))
      expect(page.ok && page.items.map(({ createdAt }) => createdAt)).toEqual(['2026-11-02T15:00:00Z']);
  });
});

describe('the clocks of a zone', () => {
  const hour = { from: '2026-11-01T01:00:00', until: '2026-11-01T02:00:00', ends: '2026-11-01T07:00:00.000Z' };
  it.each([
    ['2026-11-01T00:59:59', undefined],
    ['2026-11-01T01:00:00', hour],
    ['2026-11-01T01:59:59', hour],
    ['2026-11-01T02:00:00', undefined],
    ['2026-03-08T02:30:00', undefined],
    ['2026-07-01T01:30:00', undefined],
    ['no time', undefined],
  ])('repeat %s: %j', (local, repeated) => {
    expect(zoneClock(localTime(zone)).repeated(local)).toEqual(repeated);
  });

  it.each([
    [zone, '2026-07-01T08:00:00', '2026-07-01T12:00:00.000Z'],
    [zone, '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
    [zone, '2026-11-01T02:00:00', '2026-11-01T07:00:00.000Z'],
    ['UTC', '2026-11-01T01:30:00', '2026-11-01T01:30:00.000Z'],
  ])('of %s tell of %s which instant it is', (name, local, instant) => {
    expect(zoneClock(localTime(name)).instant(local)).toBe(instant);
  });

  it('repeat half an hour on Lord Howe Island', () => {
    expect(zoneClock(localTime('Australia/Lord_Howe')).repeated('2026-04-05T01:45:00')).toMatchObject({
      from: '2026-04-05T01:30:00',
      until: '2026-04-05T02:00:00',
    });
  });
});
