import { type Issue, type Result, validate } from '@dist/canonical';
import type { ListStart, Page, Unreadable } from '@dist/connectors';
import type { Mailbox } from '@dist/connectors/node/files';
import type { CsvTable } from './csv.ts';
import { readExport } from './read-export.ts';

/** An export whose rows make documents: rows of one number, one after the other, are one document. */
export interface DocumentExport<Column extends string, Document> {
  readonly name: string;
  readonly table: CsvTable<Column>;
  readonly number: Column;
  /** Column of the instant when the document was made. */
  readonly created: Column;
  readonly schema: Parameters<typeof validate<Document>>[0];
  readonly document: (
    rows: readonly [Readonly<Record<Column, string>>, ...Readonly<Record<Column, string>>[]],
  ) => unknown;
}

/** The documents of an export that were made at an instant or later, in one page. Its `next` is the latest instant in it. */
export async function* listExport<Column extends string, Document>(
  exports: Mailbox,
  kind: DocumentExport<Column, Document>,
  start: ListStart | undefined,
): AsyncGenerator<Page<Document>, void> {
  const read = await readExport(exports, kind.name, kind.table);
  if (!read.ok) {
    yield read;
    return;
  }
  const from = start === undefined ? '' : 'after' in start ? start.after : start.from;
  const items: Document[] = [];
  const unreadable: Unreadable[] = [];
  let next = from;
  for (const rows of documentsOf(read.rows, kind.number)) {
    const created = rows[0][kind.created];
    // Instants of this ERP are in UTC and of one length. Those of the last page come again, lest one made in the same second be left out.
    if (created < from) continue;
    if (created > next) next = created;
    const made: Result<Document> = validate(kind.schema, kind.document(rows));
    if (made.ok) items.push(made.value);
    else unreadable.push({ id: rows[0][kind.number], issues: made.issues satisfies readonly Issue[] });
  }
  yield { ok: true, items, unreadable, next };
}

function documentsOf<Column extends string>(
  rows: readonly Readonly<Record<Column, string>>[],
  number: Column,
): readonly [Readonly<Record<Column, string>>, ...Readonly<Record<Column, string>>[]][] {
  const documents: [Readonly<Record<Column, string>>, ...Readonly<Record<Column, string>>[]][] = [];
  for (const row of rows) {
    const last = documents.at(-1);
    if (last?.[0][number] === row[number]) last.push(row);
    else documents.push([row]);
  }
  return documents;
}
