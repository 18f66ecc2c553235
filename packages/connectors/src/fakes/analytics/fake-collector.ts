import { fieldOf } from '../../json/field-of.ts';
import { textOf } from '../../json/text-of.ts';
import type { Fake } from '../../testing/fake.ts';

/** What a fake collector was told. */
export interface CollectorState {
  /** Ids in the order in which they came, repeats included. */
  readonly received: string[];
  /** Ids without repeats: by `log.record.uid`, or source and id of an event. */
  readonly kept: Set<string>;
  /** Bodies as they came. */
  readonly bodies: unknown[];
  /** Notes of these types are refused. */
  readonly refused: Set<string>;
}

/**
 * A collector in memory: OTLP/HTTP in JSON under `/v1/logs`, and CloudEvents in all three modes under every other path. It
 * keeps each note once, and refuses what the specifications forbid.
 */
export function fakeCollector({ token = 'collector-token' }: { readonly token?: string } = {}): Fake & {
  readonly state: CollectorState;
} {
  const state: CollectorState = { received: [], kept: new Set(), bodies: [], refused: new Set() };
  return {
    state,
    orders: () => state.kept.size,
    handle: async (request) => {
      if (request.headers.get('authorization') !== `Bearer ${token}`) return status(401, 16, 'UNAUTHENTICATED');
      if (request.method !== 'POST') return status(405, 12, 'UNIMPLEMENTED');
      const text = await request.text();
      const json: unknown = JSON.parse(text);
      state.bodies.push(json);
      return new URL(request.url).pathname === '/v1/logs'
        ? logs(state, request, json)
        : events(state, request.headers, json);
    },
  };
}

/** `google.rpc.Status`. */
function status(http: number, code: number, message: string): Response {
  return Response.json({ code, message }, { status: http });
}

function keep(state: CollectorState, id: string): void {
  state.received.push(id);
  state.kept.add(id);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function logs(state: CollectorState, request: Request, json: unknown): Response {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return status(415, 3, 'unsupported media type, supported: [application/json, application/x-protobuf]');
  const records = listOf(fieldOf(json, 'resourceLogs'))
    .flatMap((resource) => listOf(fieldOf(resource, 'scopeLogs')))
    .flatMap((scope) => listOf(fieldOf(scope, 'logRecords')));
  const bad = records.filter((record) => state.refused.has(textOf(fieldOf(record, 'eventName')) ?? ''));
  for (const record of records) {
    if (!/^\d+$/.test(textOf(fieldOf(record, 'timeUnixNano')) ?? '')) return status(400, 3, 'bad timeUnixNano');
    const uid = listOf(fieldOf(record, 'attributes')).find((one) => fieldOf(one, 'key') === 'log.record.uid');
    if (!bad.includes(record)) keep(state, textOf(fieldOf(fieldOf(uid, 'value'), 'stringValue')) ?? '');
  }
  const rejectedLogRecords = String(bad.length);
  return Response.json(bad.length === 0 ? {} : { partialSuccess: { rejectedLogRecords, errorMessage: 'not taken' } });
}

function events(state: CollectorState, headers: Headers, json: unknown): Response {
  const [type] = (headers.get('content-type') ?? '').split(';');
  const found =
    type === 'application/cloudevents-batch+json'
      ? listOf(json)
      : [type === 'application/cloudevents+json' ? json : attributesOf(headers)];
  for (const event of found) {
    const required = ['specversion', 'id', 'source', 'type'].map((name) => textOf(fieldOf(event, name)));
    const [version, id, source, kind = ''] = required;
    if (required.includes(undefined) || version !== '1.0') return status(400, 3, 'a required attribute is missing');
    if (state.refused.has(kind)) return status(400, 3, `${kind} is not taken`);
    keep(state, `${source} ${id}`);
  }
  return new Response(null, { status: 204 });
}

function attributesOf(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...headers].flatMap(([name, value]) =>
      name.startsWith('ce-') ? [[name.slice(3), decodeURIComponent(value)] as const] : [],
    ),
  );
}
