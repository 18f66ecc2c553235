import type { Operation, RestDescription } from './operation.ts';
import { patternOf } from './read-open-api.ts';
import { isRecord, resolverOf, type Schema } from './schema.ts';

/** Where the paths of a transcription begin. */
export interface TranscriptionOptions {
  readonly base: string;
  /** Query parameters of every operation, where the transcription names none of its own; undefined where they are not known. */
  readonly query?: readonly string[] | undefined;
}

/**
 * Operations out of lists that were written down from documentation: `PUT /salesOrder/{id}`, `GET|PATCH /orders/{key}`. They say
 * which operations there are, which query parameters some of them take, and what no operation's body holds.
 */
export function transcribedDescription(
  document: Readonly<Record<string, unknown>>,
  source: string,
  options: TranscriptionOptions,
): RestDescription {
  const listed = (Array.isArray(document['operations']) ? document['operations'] : []).flatMap((entry) =>
    readEntry(entry, options),
  );
  const suiteql = isRecord(document['suiteql']) ? [suiteqlOf(document['suiteql'])] : [];
  return { provenance: 'transcribed', source, operations: [...listed, ...suiteql], resolve: resolverOf({}) };
}

function readEntry(entry: unknown, { base, query }: TranscriptionOptions): Operation[] {
  const text = typeof entry === 'string' ? entry : isRecord(entry) ? String(entry['op']) : '';
  const [, methods = '', template = '', remark = ''] = /^([A-Z|]+) (\S+)(.*)$/.exec(text) ?? [];
  const own = isRecord(entry) && Array.isArray(entry['query']) ? entry['query'].map(String) : undefined;
  const names = own ?? query;
  const { pattern, names: parameters } = patternOf(template, { base });
  const requires = isRecord(entry) && typeof entry['requires'] === 'string' ? entry['requires'] : '';
  return methods
    .split('|')
    .filter((method) => method !== '')
    .map((method) => ({
      name: `${method} ${template}${remark.includes('batch') ? ' (batch)' : ''}`,
      method,
      pattern,
      pathParameters: parameters.map((name) => ({ name, schema: {} })),
      query: names === undefined ? (method === 'GET' ? undefined : {}) : Object.fromEntries(names.map(readParameter)),
      requiredHeaders: requires === '' ? [] : [requires.split(':')[0]?.toLowerCase() ?? ''],
      body: method === 'GET' || method === 'DELETE' ? undefined : 'unknown',
      responses: {},
    }));
}

/** `limit=1000`, `offset=0 (multiple of limit)`: after the name stands what it is when it is not given. */
function readParameter(text: string): [string, { schema: Schema; required: boolean }] {
  const [, name = text, value] = /^([\w$]+)(?:=(\d+))?/.exec(text) ?? [];
  return [name, { schema: value === undefined ? {} : { type: 'integer', minimum: 0 }, required: false }];
}

function suiteqlOf({ op, headers, body }: Readonly<Record<string, unknown>>): Operation {
  const [method = '', address = ''] = String(op).split(' ');
  const [path = '', query = ''] = address.split('?');
  const names = Object.keys(isRecord(body) ? body : {});
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    required: names,
  };
  return {
    name: `${method} ${path}`,
    method,
    pattern: patternOf(path, { base: '' }).pattern,
    pathParameters: [],
    query: Object.fromEntries(
      query.split('&').map((name) => [name, { schema: { type: 'integer', minimum: 0 }, required: false }]),
    ),
    requiredHeaders: Object.keys(isRecord(headers) ? headers : {}).map((name) => name.toLowerCase()),
    body: { required: true, types: { 'application/json': schema } },
    responses: {},
  };
}
