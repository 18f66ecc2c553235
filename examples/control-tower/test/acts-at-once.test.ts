import { defaultPolicy } from '@dist/orchestration';
import { loadOrder, memoryJournal, type Runtime } from '@dist/orchestration/runtime';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actsApi } from '../src/acts/acts-api.ts';
import type { DoneAct } from '../src/acts/do-act.ts';
import type { ListedAct } from '../src/acts/list-acts.ts';
import type { TriedAct } from '../src/acts/try-act.ts';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { createLive } from '../src/server/live.ts';
import type { TowerEnv, User } from '../src/server/user.ts';
import { type SampleHouse, sampleHouse } from './sample-orders.ts';

const user = (id: string): User => ({ id, name: `${id} Example`, role: 'operator' });
const journal = () => memoryJournal();

let kept: ReturnType<typeof journal>;
let house: SampleHouse;
let database: TowerDatabase;
let app: Hono<TowerEnv>;
let later: number;
/** What happens between the commit of an act and what the tower keeps of it; or before the commit. */
let meanwhile: { before?: () => Promise<unknown>; after?: () => Promise<unknown> };

beforeEach(async () => {
  [meanwhile, later] = [{}, 0];
  kept = journal();
  house = sampleHouse(kept);
  database = await openTowerDatabase({ file: ':memory:' });
  const dispatch: Runtime['dispatch'] = async (...told) => {
    const { before, after } = meanwhile;
    meanwhile = {};
    await before?.();
    const result = await house.runtime.dispatch(...told);
    await after?.();
    return result;
  };
  const clock = () => new Date(Date.parse(house.now()) + later).toISOString();
  const tower = {
    ...{ journal: kept, database, policyOf: () => defaultPolicy, live: createLive(), clock },
    runtime: { dispatch },
  };
  app = new Hono<TowerEnv>();
  app.use(async (context, next) => {
    context.set('user', user(context.req.header('As') ?? ''));
    await next();
  });
  app.route('/acts', actsApi(tower));
});

afterEach(() => database.destroy());

async function post<Told>(as: string, path: string, body: unknown): Promise<Told> {
  const answer = await app.request(`http://localhost/acts${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', As: as },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Told;
}

const decide = (as: string, id: string, decision: 'approve' | 'decline') =>
  post<Partial<DoneAct> & { fault?: string }>(as, '/decide', { id, decision });

async function acts(): Promise<readonly ListedAct[]> {
  const answer = await app.request('http://localhost/acts');
  return ((await answer.json()) as { rows: readonly ListedAct[] }).rows;
}

const order = 'northfield/7';
const isHeld = async () => Object.keys((await loadOrder(kept, order, defaultPolicy))?.state.holds ?? {}).length > 0;

/** The release of a hold, tried by Anna; of a price it is also proposed. */
async function release(what: 'pricing' | 'desk'): Promise<string> {
  await house.order('northfield', '7');
  const priced = what === 'pricing' ? { class: what } : {};
  await house.tell(order, { type: 'hold.placed', hold: what, reason: 'too low', ...priced });
  const body = { act: { verb: 'release' }, items: [{ order, item: what }] };
  const { token = '' } = await post<TriedAct>('anna', '/dry-run', body);
  if (what === 'pricing') await post('anna', '', { token, reason: 'as agreed' });
  return token;
}

describe('of two operators who decide at once', () => {
  it.each([
    ['the one who approves is first', 'after', 'done', false],
    ['the one who declines is first', 'before', 'declined', true],
  ] as const)('%s: both are told so, and so it is kept', async (_, when, status, held) => {
    const id = await release('pricing');
    let other: Awaited<ReturnType<typeof decide>> = {};
    meanwhile = { [when]: async () => (other = await decide('carol', id, 'decline')) };
    const approved = await decide('ben', id, 'approve');
    expect([approved.status, await isHeld()]).toEqual([status, held]);
    expect(other.status ?? other.fault).toContain(status === 'done' ? 'approved meanwhile' : 'declined');
    expect(await acts()).toMatchObject([{ status, decided_by: status === 'done' ? 'ben' : 'carol' }]);
  });
});

describe('who has declined', () => {
  it('is told beside what came of it, where viewers do not see it', async () => {
    const id = await release('pricing');
    expect((await decide('carol', id, 'decline')).status).toBe('declined');
    const [{ outcome, decided_by } = { outcome: '', decided_by: '' }] = await acts();
    expect([outcome, decided_by]).toEqual(['Nothing was done.', 'carol']);
  });
});

describe('a tower that is stopped between the commit of an act and its own note of it', () => {
  it('notes it later, with its reason, and forgets what was only tried', async () => {
    const id = await release('desk');
    await post('anna', '', { token: id, reason: 'the buyer has called' });
    await database.updateTable('acts').set({ status: 'tried', reason: '', outcome: '' }).execute();
    await post('anna', '/dry-run', { act: { verb: 'abandon' }, items: [{ order }] });
    expect([await isHeld(), await acts()]).toEqual([false, []]);
    later = 16 * 60_000;
    await post('anna', '/dry-run', { act: { verb: 'abandon' }, items: [{ order }] });
    expect(await acts()).toMatchObject([{ id, status: 'done', reason: 'the buyer has called', by_id: 'anna' }]);
    expect(await database.selectFrom('acts').select('status').where('status', '=', 'tried').execute()).toHaveLength(1);
  });
});
