import { defaultPolicy } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { createApp } from '../src/server/create-app.ts';
import { createLive } from '../src/server/live.ts';
import { sampleHouse } from './sample-orders.ts';

let database: TowerDatabase;
let app: ReturnType<typeof createApp>;
const live = createLive(2);

beforeAll(async () => {
  const journal = memoryJournal();
  const house = sampleHouse(journal);
  await house.order('northfield', '4711');
  await house.order('harborline', '<script>alert(1)</script>');
  await house.pass(1);
  database = await openTowerDatabase({ file: ':memory:' });
  while ((await readChanges(journal, database)).more);
  const tower = { journal, database, policyOf: () => defaultPolicy, live, clock: house.now };
  app = createApp(tower, { hosts: ['localhost'] });
});

afterAll(() => database.destroy());

const get = (path: string, host = 'localhost') => app.request(`http://${host}${path}`);

describe('what the pages ask', () => {
  it('tells how things stand', async () => {
    const answer = await get('/api/now?from=2026-03-02T00:00:00Z');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      phases: [{ phase: 'fulfilling', orders: 2 }],
      breaches: { missed: 0 },
    });
  });

  it('finds an order, and tells all of it', async () => {
    const found = (await (await get('/api/find?number=4711')).json()) as { rows: { id: string }[] };
    expect(found.rows.map(({ id }) => id)).toEqual(['northfield/4711']);
    const order = await (await get('/api/order?id=northfield/4711')).json();
    expect(order).toMatchObject({
      phase: 'fulfilling',
      explained: expect.stringContaining('Order northfield/4711 is fulfilling'),
      lines: [{ lineId: '1', ordered: '24', open: '24' }],
      timeline: expect.arrayContaining([expect.objectContaining({ type: 'order.captured' })]),
    });
  });

  it.each([
    ['an order that is not there', '/api/order?id=nobody/1', 404],
    ['a question without what it needs', '/api/order', 400],
    ['an instant that is none', '/api/now?from=yesterday', 400],
    ['a page of a million', '/api/orders?limit=1000000', 400],
    ['a number of a thousand signs', `/api/find?number=${'9'.repeat(1000)}`, 400],
    ['a file beside the tower', '/api/../../package.json', 404],
    ['what is not there', '/api/secrets', 404],
  ])('%s is refused, in JSON', async (_, path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });
});

describe('a browser', () => {
  it('may load nothing from elsewhere, and is not framed', async () => {
    const { headers } = await get('/api/risk');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('that was sent here under another name is refused', async () => {
    expect((await get('/api/risk', 'elsewhere.example')).status).toBe(421);
  });

  it('gets what a partner wrote as a text in JSON, never as a page', async () => {
    const answer = await get('/api/find?number=%3Cscript');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.text()).toContain('<script>alert(1)</script>');
  });
});

describe('news', () => {
  it('reach who listens, and who is slow hears the last', async () => {
    const ended = new AbortController();
    const heard = live.listen(ended.signal);
    const first = heard.next();
    live.tell({ at: 'first', orders: 1 });
    live.tell({ at: 'last', orders: 2 });
    expect((await first).value).toEqual({ at: 'last', orders: 2 });
    const rest = heard.next();
    ended.abort();
    expect((await rest).done).toBe(true);
    expect(live.listeners).toBe(0);
  });

  it('too many listeners are refused, and leave no place taken', async () => {
    const ended = new AbortController();
    const listeners = [live.listen(ended.signal), live.listen(ended.signal), live.listen(ended.signal)];
    const [one, two, three] = listeners.map((listener) => listener.next());
    await expect(three).rejects.toThrow('2 viewers listen already');
    ended.abort();
    await Promise.all([one, two]);
    expect(live.listeners).toBe(0);
  });

  it('are refused to one viewer too many, before anything is sent', async () => {
    const ended = new AbortController();
    const listening = [live.listen(ended.signal), live.listen(ended.signal)].map((listener) => listener.next());
    expect((await get('/api/live')).status).toBe(503);
    ended.abort();
    await Promise.all(listening);
  });

  it('come as server-sent events', async () => {
    const answer = await get('/api/live');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.getReader();
    while (live.listeners === 0) await new Promise((resolve) => setImmediate(resolve));
    live.tell({ at: '2026-03-02T08:00:00.000Z', orders: 3 });
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('"orders":3');
    await reader?.cancel();
  });
});
