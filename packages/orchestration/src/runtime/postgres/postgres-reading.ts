import type { Effect } from '../../word/effect.ts';
import type { OrderEvent } from '../../word/event.ts';
import type { Note, OrderState } from '../../word/state.ts';
import type { Journal, LoggedEvent, StoredDocument, StoredOrder } from '../journal.ts';
import { changedOrders } from './changed-orders.ts';
import type { Postgres } from './open-postgres.ts';
import { readTogether } from './read-together.ts';

/** The questions of the contract that change nothing. */
export function postgresReading(
  postgres: Postgres,
): Pick<
  Journal,
  'load' | 'sequence' | 'mark' | 'document' | 'documents' | 'orders' | 'events' | 'notes' | 'changed' | 'due'
> {
  const load = readTogether<LoadRow>(postgres, 'load', loadText, ({ id }) => id, mostOrders);
  const sequence = readTogether<SequenceRow>(postgres, 'sequence', sequenceText, ({ name }) => name);
  const mark = readTogether<MarkRow>(postgres, 'mark', markText, ({ key }) => key);
  const document = readTogether<DocumentRow>(postgres, 'document', documentText, ({ key }) => key, mostDocuments);
  return {
    load: async (id) => storedOrderOf(await load(id)),
    sequence: async (name) => Number((await sequence(name))[0]?.value ?? 0),
    mark: async (key) => (await mark(key))[0]?.value,
    document: async (key) => {
      const [row] = await document(key);
      return row && documentOf(row);
    },
    async *documents({
      direction = null,
      partner = null,
    }: {
      direction?: string | null;
      partner?: string | null;
    } = {}) {
      const text = `SELECT ${documentColumns} FROM @documents AS known WHERE known.position > $1 AND ($3::text IS NULL OR direction = $3)
        AND ($4::text IS NULL OR partner = $4) ORDER BY known.position LIMIT $2`;
      for await (const row of pages<DocumentRow>(postgres, 'documents', text, [direction, partner], 50))
        yield documentOf(row);
    },
    async *orders(after = '') {
      const text = `SELECT position::text, id FROM @orders AS known WHERE known.position > $1 AND known.position >
        coalesce((SELECT named.position FROM @orders AS named WHERE named.id = $3), 0) ORDER BY known.position LIMIT $2`;
      for await (const { id } of pages<{ position: string; id: string }>(postgres, 'orders', text, [after])) yield id;
    },
    async *events(id) {
      const text = 'SELECT event::text FROM @log WHERE order_id = $1 ORDER BY version, ordinal';
      for (const { event } of await postgres.rows<{ event: string }>('events', text, [id])) yield JSON.parse(event);
    },
    async *notes(id) {
      const text = `SELECT position::text, note::text FROM @notes AS known WHERE known.position > $1
        ${id === undefined ? '' : 'AND order_id = $3'} ORDER BY known.position LIMIT $2`;
      const [name, values] = id === undefined ? ['notes', []] : ['notes of order', [id]];
      for await (const { note } of pages<{ position: string; note: string }>(postgres, name, text, values, 100)) {
        const stored: readonly Note[] = [JSON.parse(note)].flat();
        yield* stored;
      }
    },
    changed: (place, limit) => changedOrders(postgres, place, limit),
    due: (now, limit) =>
      postgres.rows(
        'due',
        'SELECT order_id AS id, timer, due FROM @timers WHERE due <= $1 ORDER BY due, order_id, timer LIMIT $2',
        [now, limit],
      ),
  };
}

/** Rows by position (the column: a text of the same name stands in the answer), so that a long table is never held whole; the first two parameters are position and limit. */
async function* pages<Row extends { readonly position: string }>(
  postgres: Postgres,
  name: string,
  text: string,
  values: (string | null)[] = [],
  size = 500,
): AsyncGenerator<Row> {
  for (let after = '0'; ; ) {
    const page = await postgres.rows<Row>(name, text, [after, size, ...values]);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < size) return;
    after = last.position;
  }
}

/** Rows are long where documents and logs are, and all of a group are held at once. */
const mostDocuments = 32;
const mostOrders = 32;

interface SequenceRow {
  readonly name: string;
  readonly value: string;
}
const sequenceText = `
SELECT held.* FROM unnest($1::text[]) AS wanted (name)
CROSS JOIN LATERAL (SELECT name, value::text FROM @sequences AS known WHERE known.name = wanted.name OFFSET 0) AS held`;

interface MarkRow {
  readonly key: string;
  readonly value: string;
}
const markText = `
SELECT held.* FROM unnest($1::text[]) AS wanted (key)
CROSS JOIN LATERAL (SELECT key, value FROM @marks AS known WHERE known.key = wanted.key OFFSET 0) AS held`;

interface LoadRow {
  readonly id: string;
  readonly kind: 'order' | 'event' | 'issue';
  readonly version: number;
  readonly ordinal: number;
  readonly item: number;
  readonly attempt: number;
  readonly not_before: string;
  readonly body: string | null;
  readonly policy: string | null;
}

/** One statement, since an order, its log and its effects must be of one moment. */
const loadText = `
WITH known AS MATERIALIZED (
  SELECT orders.* FROM unnest($1::text[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT id, version, snapshot, snapshot_version FROM @orders AS orders WHERE orders.id = wanted.id OFFSET 0) AS orders)
SELECT id, 'order' AS kind, version, 0 AS ordinal, 0 AS item, 0 AS attempt, '' AS not_before, snapshot::text AS body, NULL AS policy
FROM known
UNION ALL
SELECT id, 'event', entry.version, ordinal, -1, 0, '', event::text, policy FROM known CROSS JOIN LATERAL (
  SELECT version, ordinal, event, policy FROM @log AS log WHERE log.order_id = id AND log.version > snapshot_version OFFSET 0) AS entry
UNION ALL
SELECT id, 'issue', issue.version, ordinal, item, attempt, not_before, effect::text, NULL FROM known CROSS JOIN LATERAL (
  SELECT version, ordinal, item, attempt, not_before, key, digest FROM @issues AS issues
  WHERE issues.order_id = id AND issues.version > snapshot_version OFFSET 0) AS issue
CROSS JOIN LATERAL (
  SELECT effect FROM @effects AS effects
  WHERE effects.order_id = id AND effects.key = issue.key AND effects.digest = issue.digest OFFSET 0) AS effect`;

function storedOrderOf(rows: readonly LoadRow[]): StoredOrder | undefined {
  const order = rows.find(({ kind }) => kind === 'order');
  if (order === undefined) return undefined;
  const entries = rows.filter(({ kind }) => kind !== 'order');
  entries.sort((a, b) => a.version - b.version || a.ordinal - b.ordinal || a.item - b.item);
  const log: { readonly event: OrderEvent; readonly issued: Effect[]; readonly policy: string | undefined }[] = [];
  for (const { kind, body, attempt, not_before: notBefore, policy } of entries) {
    const parsed = JSON.parse(body ?? 'null');
    if (kind === 'event') log.push({ event: parsed, issued: [], policy: policy ?? undefined });
    else log.at(-1)?.issued.push({ ...parsed, attempt, notBefore });
  }
  const snapshot = order.body === null ? undefined : (JSON.parse(order.body) as OrderState);
  return { version: order.version, snapshot, log: log satisfies readonly LoggedEvent[] };
}

const documentColumns = 'position::text, key, direction, partner, type, name, bytes, hash, control_numbers::text, at';

const documentText = `
SELECT held.* FROM unnest($1::text[]) AS wanted (key)
CROSS JOIN LATERAL (SELECT ${documentColumns} FROM @documents AS known WHERE known.key = wanted.key OFFSET 0) AS held`;

interface DocumentRow {
  readonly position: string;
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly partner: string;
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly control_numbers: string;
  readonly at: string;
}

/** Column by column, and the bytes as plain ones, since drivers answer classes of their own. */
function documentOf(row: DocumentRow): StoredDocument {
  const { key, direction, partner, type, name, bytes, hash, control_numbers: controlNumbers, at } = row;
  const plain = new Uint8Array(bytes);
  return { key, direction, partner, type, name, bytes: plain, hash, controlNumbers: JSON.parse(controlNumbers), at };
}
