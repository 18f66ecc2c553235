import { defaultPolicy, type OrderState, phase } from '@dist/orchestration';
import { type Journal, loadOrder, memoryJournal } from '@dist/orchestration/runtime';
import { auditTrail } from '@dist/orchestration/telemetry';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actsApi } from '../src/acts/acts-api.ts';
import type { DoneAct } from '../src/acts/do-act.ts';
import type { ListedAct } from '../src/acts/list-acts.ts';
import { overridesPrice } from '../src/acts/needs-four-eyes.ts';
import type { SwitchView } from '../src/acts/switch-view.ts';
import type { TriedAct } from '../src/acts/try-act.ts';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { createLive } from '../src/server/live.ts';
import { developer, type TowerEnv, type User } from '../src/server/user.ts';
import { type SampleHouse, sampleHouse } from './sample-orders.ts';

const anna: User = { id: 'anna', name: 'Anna', role: 'operator' };
const ben: User = { id: 'ben', name: 'Ben', role: 'operator' };
const viewer: User = { id: 'vera', name: 'Vera', role: 'viewer' };

let journal: Journal;
let house: SampleHouse;
let database: TowerDatabase;
let app: Hono<TowerEnv>;
let user: User;
let later: number;

beforeEach(async () => {
  [user, later] = [anna, 0];
  journal = memoryJournal();
  house = sampleHouse(journal);
  database = await openTowerDatabase({ file: ':memory:' });
  const clock = () => new Date(Date.parse(house.now()) + later).toISOString();
  const tower = { journal, database, policyOf: () => defaultPolicy, live: createLive(), clock, runtime: house.runtime };
  app = new Hono<TowerEnv>();
  app.use(async (context, next) => {
    context.set('user', user);
    await next();
  });
  app.route('/acts', actsApi(tower));
});

afterEach(() => database.destroy());

interface Answer {
  readonly status: number;
  readonly body: TriedAct & DoneAct & { readonly fault?: string };
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await app.request(`http://localhost/acts${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const get = async <Told>(path: string) => (await app.request(`http://localhost/acts${path}`)).json() as Promise<Told>;
const tried = (act: object, subject: object = {}, reason?: string) =>
  post('/dry-run', { act, ...subject, ...(reason !== undefined && { reason }) });
const done = (token: string | undefined, reason = 'the ERP is back') => post('', { token, reason });

async function read(): Promise<void> {
  while ((await readChanges(journal, database)).more);
}

async function stateOf(id: string): Promise<OrderState> {
  const loaded = await loadOrder(journal, id, defaultPolicy);
  if (loaded === undefined) throw new Error(`no order ${id}`);
  return loaded.state;
}

const parkedOf = ({ effects }: OrderState) =>
  Object.values(effects).flatMap(({ status, effect }) => (status === 'parked' ? [effect.key] : []));

/** An order whose submit has failed until a person was asked; answers its item on the worklist. */
async function stuck(number: string): Promise<{ order: string; item: string }> {
  const order = await house.order('harborline', `${number}-refused`);
  for (let hours = 0; hours < 6; hours++) await house.pass(60);
  const [item = ''] = parkedOf(await stateOf(order));
  return { order, item };
}

async function manyStuck(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) await house.order('harborline', `${number}-refused`);
  for (let hours = 0; hours < 6; hours++) await house.pass(60);
  await read();
}

async function submits(id: string): Promise<number> {
  let count = 0;
  for await (const event of journal.events(id)) if (event.type === 'operator.replayed') count++;
  return count;
}

describe('a dry run', () => {
  it('says what a replay would do, and does nothing', async () => {
    const item = await stuck('1');
    const { body } = await tried({ verb: 'replay' }, { items: [item] });
    expect(body).toMatchObject({
      token: expect.any(String),
      items: 1,
      orders: [
        {
          order: item.order,
          phases: { before: 'parked', after: 'submitting' },
          effects: [{ key: item.item, type: 'erp.submit', lane: 'erp:erp' }],
          refused: [],
        },
      ],
    });
    expect(parkedOf(await stateOf(item.order))).toEqual([item.item]);
    expect(await get('')).toEqual({ rows: [] });
  });

  it('shows what a document would say that is sent again', async () => {
    const order = await house.order('northfield', '7');
    await house.pass(1);
    const item = Object.keys((await stateOf(order)).effects).find((key) => key.includes('/855'));
    const { body } = await tried({ verb: 'resend' }, { items: [{ order, item }] });
    expect(body.orders[0]?.effects).toMatchObject([
      { key: `${item}#2`, document: '855', content: { orderNumber: '7' } },
    ]);
  });

  it('says which deadlines are missed already', async () => {
    const item = await stuck('1');
    for (let hours = 0; hours < 30; hours++) await house.pass(60);
    expect((await tried({ verb: 'replay' }, { items: [item] })).body.orders[0]?.breaches).toEqual(['855']);
  });

  it('of one item that is wrong does the others', async () => {
    const item = await stuck('1');
    const items = [item, { ...item, item: 'no such effect' }];
    const { body } = await tried({ verb: 'replay' }, { items });
    expect(body.items).toBe(1);
    expect(body.orders[0]?.refused).toEqual([
      { item: 'no such effect', why: 'The order has issued nothing of that name' },
    ]);
  });
});

describe('what is refused is told why, and gives no token', () => {
  const sent = async () => {
    const order = await house.order('northfield', '7');
    await house.pass(1);
    const item = Object.keys((await stateOf(order)).effects).find((key) => key.includes('/855')) ?? '';
    return { order, item };
  };
  it.each([
    ['a replay of what went out', { verb: 'replay' }, sent, 'It went out: to send it once more is an act of its own'],
    ['to send what never went', { verb: 'resend' }, () => stuck('1'), 'only a document that went out is sent again'],
    ['to give up what is not parked', { verb: 'dismiss' }, sent, 'It is done, not parked: there is nothing to give up'],
    [
      'a correction about another ERP',
      { verb: 'correct', content: { erp: 'other' } },
      () => stuck('1'),
      'its erp differs',
    ],
    ['the release of no hold', { verb: 'release' }, sent, 'The order has no such hold'],
    [
      'a correction that is none',
      { verb: 'correct', content: { number: 7 } },
      sent,
      'operator.replayed is not as it must be',
    ],
  ])('%s', async (_, act, item, why) => {
    const { body } = await tried(act, { items: [await item()] });
    expect(body.token).toBeUndefined();
    expect(body.orders[0]?.refused[0]?.why).toContain(why);
  });

  it('an order that is not there', async () => {
    expect(await tried({ verb: 'abandon' }, { items: [{ order: 'nobody/1' }] })).toMatchObject({
      status: 404,
      body: { fault: 'There is no order nobody/1.' },
    });
  });
});

describe('an act', () => {
  it('is done as it was tried, and stands in the audit trail with who and why', async () => {
    const item = await stuck('1');
    house.mend();
    const { body } = await tried({ verb: 'replay' }, { items: [item] });
    expect((await done(body.token)).body).toMatchObject({ status: 'done', outcome: 'Done for 1 item of 1 order.' });
    await house.pass(1);
    expect(phase(await stateOf(item.order))).toBe('fulfilling');
    const source = { order: item.order, events: journal.events(item.order), notes: [] };
    const rows = [];
    for await (const { who, what, why } of auditTrail(source)) rows.push({ who, what, why });
    expect(rows).toContainEqual({ who: 'anna', what: 'operator.replayed', why: 'the ERP is back' });
    const { rows: acts } = await get<{ rows: ListedAct[] }>('');
    expect(acts).toMatchObject([
      { verb: 'replay', status: 'done', by_name: 'Anna', reason: 'the ERP is back', first: item.order },
    ]);
  });

  it('pressed twice happens once, one after the other and at the same time', async () => {
    const item = await stuck('1');
    const { body } = await tried({ verb: 'replay' }, { items: [item] });
    const answers = [...(await Promise.all([done(body.token), done(body.token)])), await done(body.token)];
    expect(answers.map(({ status, body: told }) => [status, told.status])).toEqual([
      [200, 'done'],
      [200, 'done'],
      [200, 'done'],
    ]);
    expect(await submits(item.order)).toBe(1);
  });

  it('killed after its commit is not done again', async () => {
    const item = await stuck('1');
    const { body } = await tried({ verb: 'replay' }, { items: [item] });
    await done(body.token);
    await database.updateTable('acts').set({ status: 'tried', reason: '' }).execute();
    expect((await done(body.token)).body.status).toBe('done');
    expect(await submits(item.order)).toBe(1);
  });

  it('on an order that has changed since is refused, with the order named, and none of its orders is touched', async () => {
    const [one, other] = [await stuck('1'), await stuck('2')];
    const { body } = await tried({ verb: 'replay' }, { items: [one, other] });
    await house.tell(other.order, { type: 'hold.placed', hold: 'desk', reason: 'wait' });
    const answer = await done(body.token);
    expect(answer.status).toBe(409);
    expect(answer.body.fault).toContain(`order ${other.order} has changed since it was tried`);
    expect(parkedOf(await stateOf(one.order))).toEqual([one.item]);
  });

  it.each([
    ['the token of another operator', () => (user = ben), 404],
    ['a token that is old', () => (later = 16 * 60_000), 409],
  ])('with %s is refused', async (_, change, status) => {
    const { body } = await tried({ verb: 'replay' }, { items: [await stuck('1')] });
    change();
    expect((await done(body.token)).status).toBe(status);
  });

  it('for another reason than it was tried for is refused', async () => {
    const { body } = await tried({ verb: 'replay' }, { items: [await stuck('1')] }, 'the ERP is back');
    expect((await done(body.token, 'something else')).status).toBe(409);
    expect((await done(body.token, 'the ERP is back')).status).toBe(200);
  });

  it.each([
    ['dismiss', 'rejected'],
    ['abandon', 'abandoned'],
  ])('%s ends the order as %s', async (verb, end) => {
    const { order, item } = await stuck('1');
    const { body } = await tried({ verb }, { items: [verb === 'abandon' ? { order } : { order, item }] });
    await done(body.token, 'a test order');
    expect(phase(await stateOf(order))).toBe(end);
  });

  it('releases a hold, with its reason', async () => {
    const order = await house.order('northfield', '7');
    await house.tell(order, { type: 'hold.placed', hold: 'desk', reason: 'wait' });
    const { body } = await tried({ verb: 'release' }, { items: [{ order, item: 'desk' }] });
    await done(body.token, 'the buyer has called');
    const { facts, holds } = await stateOf(order);
    expect(holds).toEqual({});
    expect(facts['hold.released/desk']).toMatchObject({ by: 'anna', reason: 'the buyer has called' });
  });

  it('sends a corrected document under a name of its own', async () => {
    const order = await house.order('northfield', '7');
    await house.pass(1);
    const { items } = await get<{ items: { item: string; verbs: string[]; content: object }[] }>(
      `/actable?id=${order}`,
    );
    const document = items.find(({ item = '' }) => item.includes('/855'));
    expect(document?.verbs).toEqual(['resend', 'correct']);
    const content = { ...document?.content, acknowledgedOn: '2026-03-03' };
    const { body } = await tried({ verb: 'correct', content }, { items: [{ order, item: document?.item }] });
    expect(body.fourEyes).toBeUndefined();
    await done(body.token, 'the date was missing');
    const again = (await stateOf(order)).effects[`${document?.item}#2`];
    expect(again?.effect.body).toMatchObject({ content: { acknowledgedOn: '2026-03-03' } });
  });
});

describe('four eyes', () => {
  it('replay 25 orders of one cause: proposed, approved by another, done at once', async () => {
    await manyStuck(25);
    house.mend();
    const { body } = await tried({ verb: 'replay' }, { filter: { cause: 'system' } });
    expect(body).toMatchObject({ items: 25, left: 0, fourEyes: expect.stringContaining('25 orders') });
    const proposed = (await done(body.token)).body;
    expect(proposed.status).toBe('proposed');
    expect(phase(await stateOf('harborline/1-refused'))).toBe('parked');

    expect(await post('/decide', { id: body.token, decision: 'approve' })).toMatchObject({
      status: 403,
      body: { fault: 'Another operator has to approve it: not the one who proposed it.' },
    });
    user = ben;
    const approved = (await post('/decide', { id: body.token, decision: 'approve' })).body;
    expect(approved).toMatchObject({ status: 'done', outcome: 'Done for 25 items of 25 orders.' });
    await house.pass(1);
    await read();
    expect(await get(`/phases?id=${body.token}`)).toEqual({ rows: [{ phase: 'fulfilling', orders: 25 }] });
    const replayed = Object.values((await stateOf('harborline/1-refused')).facts).find(
      ({ type }) => type === 'operator.replayed',
    );
    expect(replayed).toMatchObject({ by: 'anna, approved by ben' });
  });

  it('are needed for the release of a price, and declined it stays held', async () => {
    const order = await house.order('northfield', '7');
    await house.tell(order, { type: 'hold.placed', hold: 'price', reason: 'too low', class: 'pricing' });
    const { body } = await tried({ verb: 'release' }, { items: [{ order, item: 'price' }] });
    expect(body.fourEyes).toContain('overrides a price');
    await done(body.token);
    user = ben;
    expect((await post('/decide', { id: body.token, decision: 'decline' })).body.status).toBe('declined');
    expect(Object.keys((await stateOf(order)).holds)).toEqual(['price']);
    expect((await post('/decide', { id: body.token, decision: 'approve' })).body.status).toBe('declined');
  });

  it('are two of the local developer, who is told so', async () => {
    user = developer;
    const order = await house.order('northfield', '7');
    await house.tell(order, { type: 'hold.placed', hold: 'price', reason: 'too low', class: 'pricing' });
    const { body } = await tried({ verb: 'release' }, { items: [{ order, item: 'price' }] });
    await done(body.token);
    const approved = (await post('/decide', { id: body.token, decision: 'approve' })).body;
    expect(approved.outcome).toContain('elsewhere another operator has to');
    expect((await stateOf(order)).holds).toEqual({});
  });

  it('approve nothing that has changed since it was proposed, and that is kept', async () => {
    const order = await house.order('northfield', '7');
    await house.tell(order, { type: 'hold.placed', hold: 'price', reason: 'too low', class: 'pricing' });
    const { body } = await tried({ verb: 'release' }, { items: [{ order, item: 'price' }] });
    await done(body.token);
    await house.tell(order, { type: 'hold.placed', hold: 'desk', reason: 'wait' });
    user = ben;
    expect((await post('/decide', { id: body.token, decision: 'approve' })).body.fault).toContain(
      'northfield/7 has changed',
    );
    expect((await stateOf(order)).holds).toHaveProperty('price');
    expect(await get('')).toMatchObject({ rows: [{ status: 'refused', decided_by: 'ben' }] });
  });

  it.each([
    ['the price of an invoice', '3.99', true],
    ['what it is called alone', '3.25', false],
  ])('are asked for a correction of %s: %s', async (_, price, asked) => {
    const order = await house.order('northfield', '7');
    await house.pass(1);
    const item = `${order}/855`;
    const lines = [{ lineId: '1', price: { amount: '3.25' } }];
    const state = await stateOf(order);
    const entry = state.effects[item];
    if (entry === undefined) throw new Error('no 855');
    const body = { ...entry.effect.body, content: { lines } } as never;
    const priced = { ...state, effects: { [item]: { ...entry, effect: { ...entry.effect, body } } } };
    const content = { note: 'as agreed', lines: [{ lineId: '1', price: { amount: price } }] };
    expect(overridesPrice({ verb: 'correct', content }, item, priced)).toBe(asked);
  });

  it('approve nothing that has only been tried', async () => {
    const { body } = await tried({ verb: 'replay' }, { items: [await stuck('1')] });
    user = ben;
    expect((await post('/decide', { id: body.token, decision: 'approve' })).status).toBe(404);
  });
});

describe('a switch', () => {
  it('tells what waits, is set once, and is kept with who and why', async () => {
    await house.order('northfield', '7');
    await read();
    const act = { verb: 'flow', what: 'partner', id: 'northfield', flow: 'paused' };
    const { body } = await tried(act);
    expect(body.risk).toEqual({ waiting: 0, due: 0, lanes: ['partner:northfield', 'shop:northfield'] });
    await Promise.all([done(body.token, 'they asked'), done(body.token, 'they asked')]);
    await done(body.token, 'they asked');
    const view = await get<SwitchView>('/switches');
    expect(view.partners).toEqual([{ partner: 'northfield', state: 'live', flow: 'paused' }]);
    expect(view.history).toMatchObject([{ by: 'anna', reason: 'they asked', flow: 'paused' }]);
  });

  it('that may not be is refused with what may', async () => {
    const { status, body } = await tried({ verb: 'partnerState', partner: 'northfield', state: 'draft' });
    expect([status, body.fault]).toEqual([409, 'northfield is live: it can become suspended or testing, not draft.']);
  });

  it('is refused when another was set since', async () => {
    const [one, other] = [
      await tried({ verb: 'flow', what: 'erp', id: 'erp', flow: 'paused' }),
      await tried({ verb: 'flow', what: 'erp', id: 'erp', flow: 'draining' }),
    ];
    await done(one.body.token);
    expect((await done(other.body.token)).body.fault).toContain('another switch was set since');
  });
});

describe('who may act', () => {
  const body = { act: { verb: 'abandon' }, items: [{ order: 'northfield/1' }] };
  it.each<[string, unknown, Record<string, string>, number]>([
    ['a page elsewhere', body, { Origin: 'https://elsewhere.example' }, 403],
    ['a page of another site that hides its origin', body, { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a form', body, { 'Content-Type': 'text/plain' }, 415],
    ['JSON that is none', '{', {}, 400],
    ['an act that there is not', { ...body, act: { verb: 'destroy' } }, {}, 400],
    ['no items', { ...body, items: [] }, {}, 400],
    ['1,001 items', { ...body, items: Array(1001).fill({ order: 'a' }) }, {}, 400],
    ['an order with a NUL in its id', { ...body, items: [{ order: 'a\0b' }] }, {}, 400],
    ['an item with half of a surrogate pair', { ...body, items: [{ order: 'a', item: '\ud800' }] }, {}, 400],
    ['a reason of two lines', { ...body, reason: 'wrong\ninjected' }, {}, 400],
    ['a reason that turns what follows around', { ...body, reason: 'wrong \u202e txt' }, {}, 400],
    ['a reason that nobody sees', { ...body, reason: '\u200b\u2060' }, {}, 400],
    ['a reason of signs alone', { ...body, reason: '...' }, {}, 400],
    ['a lane of two lines', { act: { verb: 'flow', what: 'lane', id: 'a\nb', flow: 'paused' } }, {}, 400],
    ['two megabytes', JSON.stringify({ ...body, reason: 'x'.repeat(2_000_000) }), {}, 413],
  ])('%s is refused with a sentence', async (_, sent, headers, status) => {
    const answer = await post('/dry-run', sent, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.fault).toEqual(expect.any(String));
  });

  it('is an operator: who only looks is told so', async () => {
    user = viewer;
    for (const path of ['/dry-run', '', '/decide'])
      expect(await post(path, body)).toMatchObject({
        status: 403,
        body: { fault: 'Only an operator may do that: you may look.' },
      });
    expect((await app.request('http://localhost/acts/actable?id=a')).status).toBe(403);
  });

  it('is a page of this server', async () => {
    const headers = { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin', Host: 'localhost' };
    expect((await post('/dry-run', { ...body, items: [await stuck('1')] }, headers)).status).toBe(200);
  });
});
