import type { Effect } from '../../word/effect.ts';
import type { OrderEvent } from '../../word/event.ts';
import type { OrderState } from '../../word/state.ts';
import type { Journal, LoggedEvent, StoredDocument, StoredOrder } from '../journal.ts';
import type { Postgres } from './open-postgres.ts';

/** The questions of the contract that change nothing. */
export function postgresReading(
  postgres: Postgres,
): Pick<Journal, 'load' | 'sequence' | 'mark' | 'document' | 'documents' | 'orders' | 'events' | 'notes' | 'due'> {
  const one = async <Row>(name: string, text: string, key: string) => (await postgres.rows<Row>(name, text, [key]))[0];
  return {
    load: async (id) => storedOrderOf(await postgres.rows<LoadRow>('load', loadText, [id])),
    sequence: async (name) =>
      Number(
        (await one<{ value: string }>('sequence', 'SELECT value::text FROM @sequences WHERE name = $1', name))?.value ??
          0,
      ),
    mark: async (key) => (await one<{ value: string }>('mark', 'SELECT value FROM @marks WHERE key = $1', key))?.value,
    document: async (key) => {
      const row = await one<DocumentRow>('document', `SELECT ${documentColumns} FROM @documents WHERE key = $1`, key);
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
    async *orders() {
      const text =
        'SELECT position::text, id FROM @orders AS known WHERE known.position > $1 ORDER BY known.position LIMIT $2';
      for await (const { id } of pages<{ position: string; id: string }>(postgres, 'orders', text)) yield id;
    },
    async *events(id) {
      const text = 'SELECT event::text FROM @log WHERE order_id = $1 ORDER BY version, ordinal';
      for (const { event } of await postgres.rows<{ event: string }>('events', text, [id])) yield JSON.parse(event);
    },
    async *notes(id) {
      const text = `SELECT position::text, note::text FROM @notes AS known WHERE known.position > $1
        ${id === undefined ? '' : 'AND order_id = $3'} ORDER BY known.position LIMIT $2`;
      const [name, values] = id === undefined ? ['notes', []] : ['notes of order', [id]];
      for await (const { note } of pages<{ position: string; note: string }>(postgres, name, text, values))
        yield JSON.parse(note);
    },
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

interface LoadRow {
  readonly kind: 'order' | 'event' | 'issue';
  readonly version: number;
  readonly ordinal: number;
  readonly item: number;
  readonly attempt: number;
  readonly not_before: string;
  readonly body: string | null;
}

/** One statement, since an order, its log and its effects must be of one moment. */
const loadText = `
WITH known AS (SELECT id, version, snapshot, snapshot_version FROM @orders WHERE id = $1)
SELECT 'order' AS kind, version, 0 AS ordinal, 0 AS item, 0 AS attempt, '' AS not_before, snapshot::text AS body FROM known
UNION ALL
SELECT 'event', log.version, ordinal, -1, 0, '', event::text FROM known JOIN @log AS log ON log.order_id = id
WHERE log.version > snapshot_version
UNION ALL
SELECT 'issue', issues.version, ordinal, item, attempt, not_before, effect::text
FROM known JOIN @issues AS issues ON issues.order_id = id JOIN @effects AS effects USING (order_id, key, digest)
WHERE issues.version > snapshot_version`;

function storedOrderOf(rows: readonly LoadRow[]): StoredOrder | undefined {
  const order = rows.find(({ kind }) => kind === 'order');
  if (order === undefined) return undefined;
  const entries = rows.filter(({ kind }) => kind !== 'order');
  entries.sort((a, b) => a.version - b.version || a.ordinal - b.ordinal || a.item - b.item);
  const log: { readonly event: OrderEvent; readonly issued: Effect[] }[] = [];
  for (const { kind, body, attempt, not_before: notBefore } of entries) {
    const parsed = JSON.parse(body ?? 'null');
    if (kind === 'event') log.push({ event: parsed, issued: [] });
    else log.at(-1)?.issued.push({ ...parsed, attempt, notBefore });
  }
  const snapshot = order.body === null ? undefined : (JSON.parse(order.body) as OrderState);
  return { version: order.version, snapshot, log: log satisfies readonly LoggedEvent[] };
}

const documentColumns = 'position::text, key, direction, partner, type, name, bytes, hash, control_numbers::text, at';

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
