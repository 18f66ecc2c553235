import { type ExportedNote, type Fetch, headerToken } from '@dist/connectors';
import {
  analytics,
  analyticsErrors,
  type CollectorForm,
  cloudEventHeaders,
  exportedNote,
  noteQueue,
  toCloudEvent,
  toOtlp,
} from '@dist/connectors/analytics';
import { fakeCollector } from '@dist/connectors/fakes';
import { completeNotes, defaultPolicy, empty, type Note, type OrderEvent, transition } from '@dist/orchestration';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../src/analytics/batches-of.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { eventsIn, noteOf, otlp } from './subject.ts';

const auth = headerToken('authorization', 'collector-token', 'Bearer');
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function world(
  form: CollectorForm,
  answer: (request: Request, times: number) => Response | undefined = () => undefined,
) {
  const collector = fakeCollector();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return answer(request, sent.length) ?? (await collector.handle(request));
  };
  const connect = (more: object = {}) =>
    analytics({ baseUrl: 'https://collector.example.com', form, auth, fetch, ...more });
  return { collector, sent, connect };
}

/** What the machine itself notes of an order, of a person too. */
function machineNotes(): readonly Note[] {
  const at = '2026-03-02T08:00:00.000Z';
  const event: OrderEvent = {
    type: 'order.captured',
    key: 'in/1',
    at,
    v: 2,
    partner: 'northfield',
    receivedAt: at,
    order: {
      kind: 'order',
      version: '1',
      purpose: 'original',
      number: '4711',
      channel: 'edi',
      currency: 'USD',
      dates: {},
      parties: { shipTo: { ids: [], name: 'Jane Sample', contacts: [{ email: 'jane@example.com' }] } },
      references: [],
      lines: [{ lineId: '1', ids: [], quantity: { value: '24', unit: 'C62' } }],
    },
  };
  const before = empty('northfield/4711');
  const { state: after, notes } = transition(before, event, defaultPolicy);
  return completeNotes({ before, event, after, notes });
}

describe('a note that leaves', () => {
  const note: Note = {
    at: '2026-03-02T08:00:00.000Z',
    order: 'northfield/4711',
    type: 'parked',
    message: 'Jane Sample (jane@example.com) must look',
    effect: 'northfield/4711/856',
    causation: 'in/1',
    trace: { traceparent },
    data: {
      attempt: 3,
      lane: 'edi',
      class: 'validation',
      reason: 'Jane said so',
      names: [{ kind: 'order', value: '1' }],
    },
  };

  it('has the fields of the list and nothing of a person', () => {
    expect(exportedNote(note)).toEqual({
      id: expect.stringMatching(/^northfield%2F4711\/2026-03-02T08%3A00%3A00.000Z\/parked\/in%2F1\/[0-9a-f]{16}$/),
      type: 'parked',
      subject: 'northfield/4711',
      at: '2026-03-02T08:00:00.000Z',
      severity: 'error',
      traceparent,
      attributes: {
        'dist.order.id': 'northfield/4711',
        'dist.effect.key': 'northfield/4711/856',
        'dist.effect.attempt': 3,
        'dist.lane': 'edi',
        'error.type': 'validation',
      },
    });
  });

  it('has more only where it is asked for, and plain values only', () => {
    const { attributes } = exportedNote(note, { fields: ['message', 'reason', 'names', 'constructor', 'none'] });
    expect(attributes['dist.note.message']).toBe('Jane Sample (jane@example.com) must look');
    expect(attributes['dist.note.reason']).toBe('Jane said so');
    expect(Object.keys(attributes)).toHaveLength(7);
  });

  it('of the machine has no name and no address of anybody', () => {
    const notes = machineNotes().map((one) => exportedNote(one));
    expect(notes.length).toBeGreaterThan(0);
    expect(JSON.stringify(notes)).not.toMatch(/jane/i);
    expect(notes[0]?.attributes).toMatchObject({ 'dist.partner.id': 'northfield' });
  });

  it('has the same id when a journal gives it again with its data in another order', () => {
    const again: Note = { ...note, data: Object.fromEntries(Object.entries(note.data ?? {}).reverse()) };
    expect(exportedNote(again).id).toBe(exportedNote(note).id);
  });

  it.each([
    ['sentence', { message: 'x' }],
    ['effect', { effect: 'x' }],
    ['data', { data: { attempt: 4 } }],
    ['cause', { causation: 'in/2' }],
    ['order', { order: 'northfield/4712' }],
    ['time', { at: '2026-03-02T08:00:00.001Z' }],
  ])('of another %s has another id', (_, change) => {
    expect(exportedNote({ ...note, ...change }).id).not.toBe(exportedNote(note).id);
  });
});

describe('CloudEvents', () => {
  const text = () => fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
  const anyNote = (): fc.Arbitrary<ExportedNote> =>
    fc.record(
      {
        id: text(),
        type: text(),
        subject: text(),
        at: fc.constant('2026-03-02T08:00:00Z'),
        severity: fc.constantFrom('error', 'debug'),
        traceparent: fc.constant(traceparent),
        attributes: fc.dictionary(text(), fc.oneof(text(), fc.boolean(), fc.integer())),
      },
      { requiredKeys: ['id', 'type', 'at', 'severity', 'attributes'] },
    );

  /** Rules of the published JSON schema (cloudevents.json 1.0.2), one in a row. */
  const rules: readonly (readonly [string, (event: Readonly<Record<string, unknown>>) => boolean])[] = [
    [
      'has id, source, specversion and type',
      (event) =>
        ['id', 'source', 'specversion', 'type'].every((name) => typeof event[name] === 'string' && event[name] !== ''),
    ],
    ['is of version 1.0', ({ specversion }) => specversion === '1.0'],
    ['has a source that is a URI-reference', ({ source }) => URL.canParse(String(source), 'https://a.invalid')],
    [
      'has a time by RFC 3339, or none',
      ({ time }) =>
        time === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(time)),
    ],
    [
      'has a subject that is not empty, or none',
      ({ subject }) => subject === undefined || (typeof subject === 'string' && subject !== ''),
    ],
    [
      'has attribute names of small letters and digits, 20 at most',
      (event) => Object.keys(event).every((name) => /^[a-z0-9]{1,20}$/.test(name)),
    ],
    [
      'has data, and no data_base64 beside it',
      (event) => typeof event['data'] === 'object' && !('data_base64' in event),
    ],
    [
      'has attributes that are texts',
      ({ data: _, ...attributes }) => Object.values(attributes).every((value) => typeof value === 'string'),
    ],
  ];

  it.each(rules)('an event %s', (_, holds) => {
    fc.assert(
      fc.property(anyNote(), (note) => {
        const event: unknown = JSON.parse(JSON.stringify(toCloudEvent(note, { source: '/orders/sample' })));
        expect(holds(event as Readonly<Record<string, unknown>>)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('says which domain its types are of', () => {
    const names = { source: 'https://example.com/orders', typePrefix: 'com.example.' };
    expect(toCloudEvent(noteOf(1), names)).toMatchObject({
      type: 'com.example.phase',
      source: 'https://example.com/orders',
    });
  });

  it.each([
    ['plain', 'plain'],
    ['a b', 'a%20b'],
    ['"x"', '%22x%22'],
    ['100%', '100%25'],
    ['Euro € 😀', 'Euro%20%E2%82%AC%20%F0%9F%98%80'],
    ['a\nb', 'a%0Ab'],
  ])('in binary mode the subject %j is %s', (subject, header) => {
    expect(cloudEventHeaders(toCloudEvent(noteOf(1, { subject }), { source: '/s' }))['ce-subject']).toBe(header);
  });

  it('in binary mode come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(text(), (id) => {
        const header = cloudEventHeaders(toCloudEvent(noteOf(1, { id }), { source: '/s' }))['ce-id'] ?? '';
        expect(header).toMatch(/^[\x21-\x7e]+$/);
        expect(decodeURIComponent(header)).toBe(id);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['batch', 'application/cloudevents-batch+json; charset=utf-8', 1],
    ['structured', 'application/cloudevents+json; charset=utf-8', 3],
    ['binary', 'application/json; charset=utf-8', 3],
  ] as const)('in %s mode are sent as %s', async (mode, type, requests) => {
    const { collector, sent, connect } = world(eventsIn(mode));
    const notes = [1, 2, 3].map((number) => noteOf(number, { traceparent }));
    expect(await connect({ path: '/events' }).notes.export(notes, { key: 'k' })).toEqual({
      status: 'exported',
      exported: 3,
    });
    expect(sent.map(({ headers }) => headers.get('content-type'))).toEqual(Array(requests).fill(type));
    expect([...collector.state.kept]).toEqual(['/orders/sample n-1', '/orders/sample n-2', '/orders/sample n-3']);
  });
});

describe('OTLP', () => {
  it('has the names of the Protobuf definitions in JSON, and 64-bit integers as texts', () => {
    const note = noteOf(1, {
      traceparent,
      severity: 'warning',
      attributes: { text: 'a', yes: true, count: 3, part: 0.5, 'dist.note.message': 'In words' },
    });
    expect(toOtlp([note], { 'service.name': 'orders', 'service.instance': 7 })).toEqual({
      resourceLogs: [
        {
          resource: {
            attributes: [
              { key: 'service.name', value: { stringValue: 'orders' } },
              { key: 'service.instance', value: { intValue: '7' } },
            ],
          },
          scopeLogs: [
            {
              scope: { name: '@dist/connectors/analytics' },
              logRecords: [
                {
                  timeUnixNano: '1772438400123000000',
                  severityNumber: 13,
                  severityText: 'WARN',
                  eventName: 'phase',
                  body: { stringValue: 'In words' },
                  attributes: [
                    { key: 'log.record.uid', value: { stringValue: 'n-1' } },
                    { key: 'text', value: { stringValue: 'a' } },
                    { key: 'yes', value: { boolValue: true } },
                    { key: 'count', value: { intValue: '3' } },
                    { key: 'part', value: { doubleValue: 0.5 } },
                  ],
                  traceId: '0af7651916cd43dd8448eb211c80319c',
                  spanId: 'b7ad6b7169203331',
                  flags: 1,
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('leaves out a trace that cannot be read, and takes no note without an instant', () => {
    const [resource] = toOtlp([noteOf(1, { traceparent: '00-xyz' })], {}).resourceLogs;
    expect(resource?.scopeLogs[0]?.logRecords[0]).not.toHaveProperty('traceId');
    expect(() => toOtlp([noteOf(1, { at: 'now' })], {})).toThrow(RangeError);
  });

  it('tells of records that a collector refuses with 200', async () => {
    const { collector, connect } = world(otlp);
    collector.state.refused.add('bad');
    const outcome = await connect().notes.export([noteOf(1), noteOf(2, { type: 'bad' })], { key: 'k' });
    expect(outcome).toMatchObject({ status: 'rejected', reason: 'partial-success', exported: 0 });
    expect(outcome.status === 'rejected' && outcome.message).toMatch(/1 records are refused: not taken/);
  });

  it('takes a message without refused records for a warning', async () => {
    const warning = { partialSuccess: { rejectedLogRecords: '0', errorMessage: 'slow down' } };
    const { connect } = world(otlp, () => Response.json(warning));
    expect(await connect().notes.export([noteOf(1)], { key: 'k' })).toMatchObject({ status: 'exported' });
  });
});

describe('notes in batches', () => {
  it('stop at the first that did not arrive, and say how many are there', async () => {
    const busy = () => new Response('{}', { status: 503, headers: { 'retry-after': '7' } });
    const { connect } = world(otlp, (_, times) => (times === 3 ? busy() : undefined));
    const notes = [1, 2, 3, 4, 5, 6].map((number) => noteOf(number));
    expect(await connect({ maximumNotes: 2 }).notes.export(notes, { key: 'k' })).toMatchObject({
      status: 'failed',
      exported: 4,
      failure: { class: 'unavailable', retryAfterMs: 7000 },
    });
  });

  it('keep their order, lose nothing, and keep to both limits', () => {
    const texts = fc.array(fc.string({ maxLength: 40, unit: 'grapheme' }), { maxLength: 40 });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 200 }),
        (items, maximumNotes, maximumBytes) => {
          const batches = [...batchesOf(items, { maximumNotes, maximumBytes })];
          expect(batches.flatMap((batch) => batch.items)).toEqual(items);
          for (const { from, items: some } of batches) {
            const bytes = some.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)) + 1, 0);
            expect(items[from]).toBe(some[0]);
            expect(some.length <= maximumNotes && (some.length === 1 || bytes <= maximumBytes)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of nothing ask nobody', async () => {
    const { sent, connect } = world(otlp);
    expect(await connect().notes.export([], { key: 'k' })).toEqual({ status: 'exported', exported: 0 });
    expect(sent).toEqual([]);
  });
});

describe('a queue of notes', () => {
  it('holds so many and refuses the next, instead of dropping one', () => {
    const queue = noteQueue({ notes: world(otlp).connect().notes, capacity: 2 });
    expect([1, 2, 3].map((number) => queue.add(noteOf(number)))).toEqual([true, true, false]);
    expect(queue.size).toBe(2);
  });

  it('waits as long as the collector asks, and then sends the rest', async () => {
    let time = 0;
    const { collector, sent, connect } = world(otlp, (_, times) =>
      times === 1 ? new Response('{}', { status: 429, headers: { 'retry-after': '5' } }) : undefined,
    );
    const queue = noteQueue({ notes: connect({ now: () => time }).notes, now: () => time });
    queue.add(noteOf(1));
    expect(await queue.flush()).toMatchObject({ status: 'waiting', left: 1, until: 5000 });
    time = 4999;
    expect(await queue.flush()).toMatchObject({ status: 'waiting', left: 1 });
    expect(sent).toHaveLength(1);
    time = 5000;
    expect(await queue.flush()).toEqual({ status: 'empty' });
    expect(collector.state.received).toEqual(['n-1']);
  });

  it('sends again what was lost, with the same ids, so that the collector keeps each once', async () => {
    const collector = fakeCollector();
    let lose = true;
    const fetch: Fetch = async (url, init) => {
      const answer = await collector.handle(new Request(url, init));
      if (!lose) return answer;
      lose = false;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    };
    const queue = noteQueue({ notes: analytics({ baseUrl: 'https://c.example.com', form: otlp, auth, fetch }).notes });
    for (const number of [1, 2]) queue.add(noteOf(number));
    expect(await queue.flush()).toMatchObject({ status: 'waiting', left: 2, failure: { class: 'timeout-unknown' } });
    queue.add(noteOf(3));
    expect(await queue.flush()).toEqual({ status: 'empty' });
    expect(collector.state.received).toEqual(['n-1', 'n-2', 'n-1', 'n-2', 'n-3']);
    expect([...collector.state.kept]).toEqual(['n-1', 'n-2', 'n-3']);
  });

  it('is not held up by a note that the collector refuses', async () => {
    const { collector, connect } = world(eventsIn('batch'));
    collector.state.refused.add('dist.bad');
    const rejected: string[] = [];
    const onRejected = (notes: readonly ExportedNote[]) => rejected.push(...notes.map(({ id }) => id));
    const queue = noteQueue({ notes: connect().notes, onRejected });
    for (const number of [1, 2, 3, 4]) queue.add(noteOf(number, number === 2 ? { type: 'bad' } : {}));
    expect(await queue.flush()).toEqual({ status: 'empty' });
    expect(rejected).toEqual(['n-2']);
    expect([...collector.state.kept].map((id) => id.split(' ')[1])).toEqual(['n-1', 'n-3', 'n-4']);
  });

  it('flushes one at a time', async () => {
    const { collector, connect } = world(otlp);
    const queue = noteQueue({ notes: connect().notes });
    queue.add(noteOf(1));
    await Promise.all([queue.flush(), queue.flush()]);
    expect(collector.state.received).toEqual(['n-1']);
  });

  it.each([{ capacity: 0 }, { most: 0 }])('takes no setting %o', (setting) => {
    expect(() => noteQueue({ notes: world(otlp).connect().notes, ...setting })).toThrow(TypeError);
  });
});

describe('a collector', () => {
  it.each(analyticsErrors.map((rule) => [rule.sample, rule] as const))(
    'R31 "%s"',
    (message, { code, status = 500, class: expected }) => {
      expect(classOfError(analyticsErrors, { status, code, message })).toBe(expected);
    },
  );

  it.each([{ maximumNotes: 0 }, { maximumBatchBytes: 0 }, { path: 'x' }])('takes no setting %o', (setting) => {
    expect(() => world(otlp).connect(setting)).toThrow(TypeError);
  });

  it('has no secret told to anybody else', async () => {
    const records: unknown[] = [];
    const fetch: Fetch = async () => Response.json({ code: 3, message: 'planted' }, { status: 400 });
    const onExchange = (record: unknown) => records.push(record);
    const planted = headerToken('authorization', 'planted', 'Bearer');
    const collector = analytics({ baseUrl: 'https://c.example.com', form: otlp, auth: planted, fetch, onExchange });
    const outcome = await collector.notes.export([noteOf(1)], { key: 'k' });
    expect(outcome).toMatchObject({ status: 'rejected' });
    expect(records).toHaveLength(1);
    expect(JSON.stringify([outcome, records])).not.toContain('planted');
  });
});
