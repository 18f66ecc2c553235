import type { Order, Party } from '@dist/canonical';
import { defaultPolicy } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskedForViewers } from '../src/masking/masked-for-viewers.ts';
import type { Role, TowerEnv } from '../src/server/user.ts';
import { localSignIn } from '../src/sign-in/local-sign-in.ts';
import { type TowerUnderTest, towerUnderTest } from './tower-app.ts';

let tower: TowerUnderTest;

const shipTo: Party = {
  name: 'Jane Doe',
  additionalName: 'c/o Miller (2nd floor)',
  ids: [{ scheme: 'buyer', value: '0012' }],
  address: { lines: ['12 Elm Street', 'Rear door'], city: 'Springfield', postalCode: '62701', country: 'US' },
  contacts: [{ name: 'Max Example', phone: '555-010-1234', email: 'max@home.example' }],
};
const personal = [
  ...['Jane Doe', 'JANE DOE', 'c/o Miller (2nd floor)', '12 Elm Street', 'Springfield', '62701', 'Max Example'],
  ...['555-010-1234', '+1 555 010 9999', 'max@home.example', 'someone@else.example', 'grace@desk.example'],
];
const reason = `Not delivered to ${personal.join(', ')}: the door was shut`;
const id = 'northfield/4711';

beforeAll(async () => {
  tower = await towerUnderTest();
  const { house } = tower;
  const order: Order = {
    ...{ kind: 'order', version: '1', purpose: 'original', number: '4711', channel: 'edi', currency: 'USD', dates: {} },
    parties: { shipTo },
    references: [],
    lines: [{ lineId: '1', ids: [{ scheme: 'seller', value: 'AX-100' }], quantity: { value: '24', unit: 'C62' } }],
  };
  const base = { at: house.now(), v: 2 as const };
  const partner = 'northfield';
  const captured = { type: 'order.captured', partner, order, receivedAt: house.now(), key: 'in/1', ...base } as const;
  await house.runtime.dispatch({ id, events: [captured] });
  await house.pass(1);
  await house.tell(id, { type: 'hold.placed', hold: 'delivery', reason });
  // Of another order the same words are no personal data.
  await house.order('harborline', '1');
  await house.tell('harborline/1', {
    type: 'hold.placed',
    hold: 'delivery',
    reason: 'Our rear door is shut',
  });
  await tower.read();
  await tower.database
    .insertInto('acts')
    .values([act('one', 1), act('many', 2)])
    .execute();
});

const act = (number: string, orders: number) => ({
  ...{ id: number, status: 'done' as const, verb: 'release', act: '{"verb":"release"}', four_eyes: '', reason },
  ...{ by_id: 'ada', by_name: 'Ada', at: '2026-03-02T09:00:00.000Z', decided_by: '', decided_at: '', orders },
  ...{ positions: JSON.stringify([{ order: id, items: ['delivery'], position: '' }]), items: orders, outcome: 'Done.' },
});

afterAll(() => tower.database.destroy());

const ask = async (role: Role, path: string) => {
  const answer = await tower.app({ signIn: localSignIn(role) }).request(`http://localhost${path}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe.each(['/api/order?id=northfield/4711', '/api/work', `/api/work?cause=delivery`, '/api/acts'])(
  'what %s says',
  (path) => {
    it.each(personal)('hides %s from a viewer, and shows it to an operator', async (text) => {
      expect(await ask('viewer', path)).not.toContain(text);
      expect(await ask('operator', path)).toContain(text);
    });

    it('says to a viewer what is no personal data', async () => {
      const told = await ask('viewer', path);
      for (const text of [id, '4711', 'northfield', 'Not delivered to [redacted]', 'the door was shut'])
        expect(told).toContain(text);
    });
  },
);

describe('the acts, to a viewer,', () => {
  it('tell no reason of what was done with several orders, and nobody who approved where nobody did', async () => {
    const { rows } = JSON.parse(await ask('viewer', '/api/acts')) as { rows: Record<string, unknown>[] };
    const [one, many] = ['one', 'many'].map((wanted) => rows.find((row) => row['id'] === wanted));
    expect(one).toMatchObject({
      reason: expect.stringContaining('the door was shut'),
      decided_by: '',
      by_name: '[redacted]',
    });
    expect(many).toMatchObject({ reason: '[redacted]', first: id });
  });
});

describe('what is not personal', () => {
  it('stays: the words of one order are not those of another', async () => {
    expect(await ask('viewer', '/api/work')).toContain('Our rear door is shut');
  });

  it.each(['/api/orders', '/api/find?number=47', '/api/risk', '/api/now?from=2026-03-02T00:00:00Z'])(
    'is the same for both at %s',
    async (path) => {
      expect(await ask('viewer', path)).toBe(await ask('operator', path));
    },
  );
});

/** An application of nothing but the masking, for a viewer. */
function masked() {
  return new Hono<TowerEnv>().use(maskedForViewers(memoryJournal(), () => defaultPolicy));
}

describe('an answer of any other route', () => {
  const x12 =
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*0800*U*00401*000000001*0*P*>~N1*ST*Jane Doe~';

  it.each<[string, string, unknown, string, string]>([
    ['hides who is in a party', 'application/json', { parties: { shipTo } }, 'Jane', '"country"'],
    ['hides an address', 'application/json', { stop: { address: shipTo.address } }, 'Elm', '"stop"'],
    ['hides the name of a contact', 'application/json', [{ contact: { name: 'Max' } }], 'Max', 'contact'],
    ['hides who did something', 'application/json', { rows: [{ by: 'Ada', at: 'x' }] }, 'Ada', '"at":"x"'],
    ['hides who decided', 'application/json', [{ by_name: 'Jo', decided_by: 'Ada', at: 'x' }], 'Ada', '"at":"x"'],
    ['shows what a thing is called', 'application/json', [{ name: 'order-1.x12', type: '850' }], 'Jane', 'order-1.x12'],
    ['hides names in an X12 file', 'application/edi-x12', x12, 'Jane', 'N1*ST*Xxxx Xxx~'],
    ['hides all of another text', 'text/csv', 'name,city\nJane,Springfield\n', 'Jane', 'xxxx,xxxx'],
    ['hides all of a failure', 'text/plain', 'Jane is not known', 'Jane', 'Xxxx xx'],
  ])('%s (%s)', async (_, type, told, secret, left) => {
    const app = masked();
    app.get(
      '/api/more',
      () => new Response(typeof told === 'string' ? told : JSON.stringify(told), { headers: { 'Content-Type': type } }),
    );
    const text = await (await app.request('http://localhost/api/more')).text();
    expect(text).not.toContain(secret);
    if (!left.includes('country')) expect(text).toContain(left);
  });

  it('says nothing in sentences of an order that cannot be read', async () => {
    const unread = { load: () => Promise.reject(new Error('away')) };
    const app = new Hono<TowerEnv>().use(maskedForViewers(unread, () => defaultPolicy));
    app.get('/api/more', (context) => context.json({ rows: [{ order: 'northfield/4711', reason: 'Jane is away' }] }));
    const told = await (await app.request('http://localhost/api/more')).json();
    expect(told).toEqual({ rows: [{ order: 'northfield/4711', reason: '[redacted]' }] });
  });

  it('that is deeper than any document is cut off', async () => {
    const app = masked();
    app.get('/api/deep', (context) =>
      context.body(`${'['.repeat(5000)}"x"${']'.repeat(5000)}`, 200, { 'Content-Type': 'application/json' }),
    );
    const answer = await app.request('http://localhost/api/deep');
    expect((await answer.text()).length).toBeLessThan(500);
  });
});
