import type { OrderEvent } from '@dist/orchestration';
import { type AuditOptions, auditTrail, redactor, toCsv, toJsonLines } from '@dist/orchestration/telemetry';
import { describe, expect, it } from 'vitest';
import { captured, order } from '../sample.ts';
import { fullStory, told } from './told.ts';

const story = told(fullStory);
const trail = (options: AuditOptions = {}, of = story) => auditTrail({ order: 'order-1', ...of }, options);

async function gathered<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe('the audit trail', async () => {
  const rows = await gathered(trail());

  it('has every event and every note once, each event before what came of it', () => {
    expect(rows).toHaveLength(story.events.length + story.notes.length);
    expect(rows.filter(({ source }) => source === 'event').map(({ key }) => key)).toEqual(
      story.events.map(({ key }) => key),
    );
    let last = '';
    for (const { source, key } of rows) {
      if (source === 'event') last = key;
      else expect(key).toBe(last);
    }
  });

  it.each([
    ['order.captured', { who: 'partner:northfield', subject: 'PO-1', partner: 'northfield' }],
    ['erp.accepted', { who: 'erp:erp', subject: 'SO-1' }],
    ['operator.replayed', { who: 'operator', why: 'carton mended', subject: 'order-1/856/S1' }],
    ['hold.released', { who: 'credit desk', subject: 'credit' }],
    ['acknowledgment.received', { who: 'partner:northfield', why: '5', subject: 'order-1/856/S1' }],
    ['payment.applied', { who: 'bank', subject: 'I1' }],
  ])('%s tells who, what and why', (what, expected) => {
    expect(rows.find((row) => row.what === what && row.source === 'event')).toMatchObject(expected);
  });

  it('notes of the machine alone come after their event too', async () => {
    const plain = told(fullStory, 'order-1', false);
    const order = await gathered(trail({}, plain));
    expect(order.map(({ at, what }) => `${at} ${what}`)).toEqual(
      plain.events.flatMap((event, index) => [
        `${event.at} ${event.type}`,
        ...(plain.steps[index] ?? []).map((note) => `${note.at} ${note.type}`),
      ]),
    );
  });

  it('a note that belongs to no event has its place by its instant', async () => {
    const stray = {
      at: '2026-03-02T08:01:30.000Z',
      order: 'order-1',
      type: 'delivery.failed',
      message: 'no answer',
      causation: 'other',
    };
    const notes = [...story.steps.slice(0, 2).flat(), stray, ...story.steps.slice(2).flat()];
    const order = await gathered(trail({}, { ...story, notes }));
    const at = order.findIndex(({ what }) => what === 'delivery.failed');
    expect([order[at - 1]?.key, order[at + 1]?.key]).toEqual(['event-2', 'event-3']);
    expect(order).toHaveLength(rows.length + 1);
  });

  it('is read as it is asked for: the first row needs one event and one note at most', async () => {
    let read = 0;
    const counted = function* <Value>(values: readonly Value[]) {
      for (const value of values) {
        read++;
        yield value;
      }
    };
    const source = { order: 'order-1', events: counted(story.events), notes: counted(story.notes) };
    for await (const row of auditTrail(source)) {
      expect(row.what).toBe('order.captured');
      break;
    }
    expect(read).toBe(2);
  });
});

describe('CSV', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+1+cmd|', "'+1+cmd|"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t'=1"`],
    [' =1+1', "' =1+1"],
    ['＝1', "'＝1"],
    ['\u200b=1', "'\u200b=1"],
    ['\u202e\u0001\u00ad+1', "'\u202e\u0001\u00ad+1"],
    ["1;=cmd|' /C calc'!A0", `"1;'=cmd|' /C calc'!A0"`],
    ['1; \u200b"=1"', `"1;' \u200b""=1"""`],
    ['a\tb\r\n@SUM(A1)', `"a\tb\r\n'@SUM(A1)"`],
    ['late; short', '"late; short"'],
    ['-12.50', '-12.50'],
    ['two\r\nlines, and "quotes"', '"two\r\nlines, and ""quotes"""'],
    ['plain', 'plain'],
  ])('%j is written as %j', async (reason, cell) => {
    const event: OrderEvent = {
      type: 'cancel.requested',
      cancel: 'c',
      reason,
      key: 'k',
      at: '2026-03-02T08:00:00.000Z',
      v: 2,
    };
    const [header, line] = await gathered(toCsv(auditTrail({ order: 'o', events: [event], notes: [] })));
    expect(header).toBe('at,order,partner,source,who,what,subject,why,causation,key,traceparent,data\r\n');
    expect(line).toBe(
      `2026-03-02T08:00:00.000Z,o,,event,partner,cancel.requested,c,${cell},,k,,"{""cancel"":""c""}"\r\n`,
    );
  });

  it('has one record for each row, and JSON lines have one object', async () => {
    const lines = (await gathered(toJsonLines(trail()))).map((line) => JSON.parse(line));
    expect(lines).toEqual(await gathered(trail()));
    expect(await gathered(toCsv(trail()))).toHaveLength(lines.length + 1);
  });
});

/** Made up; each would be a secret, and none is anybody's. */
const planted = {
  iban: 'DE89370400440532013000',
  account: '004455667788',
  card: '4111 1111 1111 1111',
  token: 'tok-9f8e7d6c5b4a',
  bearer: 'abcDEF123456ghi',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl',
  password: 'correct-horse',
  email: 'jane.roe@example.com',
  phone: '+1 415 555 2671',
  taxId: '12-3456789',
};

const leaky: readonly OrderEvent[] = told([
  {
    ...captured(
      order(undefined, {
        parties: {
          buyer: {
            ids: [],
            taxIds: [{ type: 'federalTaxId', value: planted.taxId }],
            contacts: [{ role: 'buyer', name: 'Purchasing', phone: planted.phone, email: planted.email }],
          },
        },
        notes: [`Pay to ${planted.iban}, or card ${planted.card}; ask ${planted.email} or ${planted.phone}`],
        ext: {
          shop: {
            accessToken: planted.token,
            bank: { account: planted.account },
            nested: [{ 'x-api-key': planted.token }],
          },
        },
      }),
    ),
  },
  {
    type: 'hold.placed',
    hold: 'credit',
    reason: `401: Authorization: Bearer ${planted.bearer}; retry https://user:${planted.password}@erp.example/x?token=${planted.token}`,
  },
  {
    type: 'operator.abandoned',
    by: 'night desk',
    reason: `${planted.jwt} account: ${planted.account} IBAN ${planted.iban}`,
  },
]).events;

describe('secrets', async () => {
  const { notes } = told(leaky);
  const write = (options: AuditOptions) => gathered(toCsv(auditTrail({ order: 'o', events: leaky, notes }, options)));
  const [usual, contacts] = await Promise.all([
    write({ contents: true }),
    write({ contents: true, keepContacts: true }),
  ]);
  const lines = await gathered(toJsonLines(auditTrail({ order: 'o', events: leaky, notes }, { contents: true })));

  it.each(Object.entries(planted))('%s is in no export', (_, secret) => {
    expect(JSON.stringify(leaky)).toContain(secret);
    expect([...usual, ...lines].filter((line) => line.includes(secret))).toEqual([]);
  });

  it('e-mail and telephone stay when they are asked for, the others do not', () => {
    const kept = Object.entries(planted).filter(([, secret]) => contacts.some((line) => line.includes(secret)));
    expect(kept.map(([name]) => name)).toEqual(['email', 'phone']);
  });

  it('documents are named, not shown, unless they are asked for', async () => {
    const [first] = await gathered(auditTrail({ order: 'o', events: leaky, notes: [] }));
    expect(first?.data['order']).toEqual({ kind: 'order', number: 'PO-1', purpose: 'original' });
  });

  it.each([
    'account',
    'account_number',
    'bank',
    'payerBank',
    'IBAN',
    'routing-number',
    'accessToken',
    'client_secret',
    'Authorization',
    'x-api-key',
    'dbPassword',
    'cardNumber',
    'cvv',
    'taxIds',
    'phone',
    'email',
    'voucher',
  ])('a field %s is hidden, at any depth', (name) => {
    const hidden = redactor({ hide: ['Voucher'] }).data({ parties: [{ [name]: 'x', city: 'y' }] });
    expect(hidden).toEqual({ parties: [{ [name]: '[redacted]', city: 'y' }] });
  });

  it.each([
    'Purchase order 4711 with 12 lines',
    '00012345600012 in 000123456000000012',
    'SO00001234567 accepted as AB12 3456 7890',
    '4111 1111 1111 1112 is no card',
    '2026-03-02T08:00:00.000Z',
    'northfield/4711/856/S1',
  ])('%j is left as it is', (text) => {
    expect(redactor().text(text)).toBe(text);
  });
});
