import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedInstant } from '../document-store/checked-instant.ts';
import { isSought, pageLimit } from '../document-store/document-pages.ts';
import type {
  DocumentPage,
  DocumentQuery,
  DocumentRecord,
  DocumentStore,
  NewDocument,
  PutResult,
} from '../document-store/document-store.ts';
import { durableFiles } from './durable-files.ts';

/**
 * Documents as files: bytes and records by the SHA-256 of their keys, and empty files that stand for the documents of a day, a
 * partner, an order or a control number. What `put` has answered is on the disk. Any number of processes put and read; one
 * at a time places holds and removes. `put` rejects while its document is being removed.
 */
export function documentFiles(folder: string): DocumentStore {
  return {
    put: (document) => put(folder, document),
    get: async (key) => {
      const id = hashOf(key);
      const record = await recordAt(recordPath(folder, id));
      if (record === undefined) return undefined;
      const bytes = await durableFiles.read(bytesPath(folder, id, record));
      return { ...record, bytes: bytes && new Uint8Array(bytes) };
    },
    find: (query) => find(folder, query),
    hold: async (key, hold) => {
      const path = recordPath(folder, hashOf(key));
      const record = await recordAt(path);
      if (record === undefined) return false;
      const { hold: _before, ...rest } = record;
      await durableFiles.write(path, JSON.stringify({ ...rest, ...(hold && { hold }) }));
      return true;
    },
    remove: async (key) => {
      const id = hashOf(key);
      const record = await recordAt(recordPath(folder, id));
      if (record?.hold !== undefined) return 'held';
      // From here on it is found no more; killed now, whoever removes next goes on.
      if (record !== undefined) await durableFiles.move(recordPath(folder, id), removingPath(folder, id));
      return (await finishRemoval(folder, id)) ? 'removed' : 'absent';
    },
    finishRemovals: async () => {
      let finished = 0;
      for (const name of await durableFiles.names(join(folder, 'removing')))
        if (await finishRemoval(folder, name.slice(0, hashOf('').length))) finished++;
      return finished;
    },
  };
}

async function put(folder: string, document: NewDocument): Promise<PutResult> {
  const { bytes, ...record } = document;
  checkedInstant('at', record.at);
  const id = hashOf(record.key);
  const known = await recordAt(recordPath(folder, id));
  if (known === undefined) {
    if ((await recordAt(removingPath(folder, id))) !== undefined)
      throw new Error('The document is being removed; once that has ended it can be kept again.');
    // The record comes last, so that what is found has its bytes.
    await durableFiles.write(bytesPath(folder, id, record), bytes);
    for (const place of placesOf(record, id)) await durableFiles.writeEmpty(join(folder, 'index', place));
    if (await durableFiles.writeNew(recordPath(folder, id), JSON.stringify(record))) return 'kept';
  }
  const kept = known ?? (await recordAt(recordPath(folder, id)));
  // It was removed in between.
  if (kept === undefined) return await put(folder, document);
  if (known === undefined) await withdraw(folder, record, kept);
  if (kept.hash !== record.hash) return 'conflict';
  if (known !== undefined) await restoreBytes(folder, document, known);
  return 'known';
}

/** What was written of a record before another one came first. What that one has too stays. */
async function withdraw(folder: string, record: DocumentRecord, kept: DocumentRecord): Promise<void> {
  const id = hashOf(record.key);
  const path = bytesPath(folder, id, record);
  if (path !== bytesPath(folder, id, kept)) await rm(path, { force: true });
  const places = new Set(placesOf(kept, id));
  for (const place of placesOf(record, id))
    if (!places.has(place)) await rm(join(folder, 'index', place), { force: true });
}

/** The bytes of a record that has lost them to whoever repaired the disk or emptied a folder. */
async function restoreBytes(folder: string, { bytes, keyId }: NewDocument, known: DocumentRecord): Promise<void> {
  const id = hashOf(known.key);
  if ((await durableFiles.read(bytesPath(folder, id, known))) !== undefined) return;
  const { keyId: _before, ...rest } = known;
  const record = { ...rest, ...(keyId !== undefined && { keyId }) };
  await durableFiles.write(bytesPath(folder, id, record), bytes);
  if (keyId !== known.keyId) await durableFiles.write(recordPath(folder, id), JSON.stringify(record));
}

async function find(folder: string, query: DocumentQuery): Promise<DocumentPage> {
  const limit = pageLimit(query);
  const documents: DocumentRecord[] = [];
  let last: string | undefined;
  for await (const name of namesIn(join(folder, 'index'), query)) {
    if (name <= (query.after ?? '')) continue;
    const record = await recordAt(recordPath(folder, name.slice(instantLength + 1)));
    if (record === undefined || !isSought(record, query)) continue;
    if (documents.length === limit) return { documents, ...(last !== undefined && { next: last }) };
    documents.push(record);
    last = name;
  }
  return { documents };
}

/** Removes what there is of a document whose record was put aside, that record last. False where none was. */
async function finishRemoval(folder: string, id: string): Promise<boolean> {
  const record = await recordAt(removingPath(folder, id));
  if (record === undefined) return false;
  const all = join(folder, 'bytes', id.slice(0, 2));
  // Those of a writer that was killed before another one came first go too.
  for (const name of await durableFiles.names(all)) if (name.startsWith(id)) await rm(join(all, name), { force: true });
  for (const place of placesOf(record, id)) await rm(join(folder, 'index', place), { force: true });
  await rm(removingPath(folder, id), { force: true });
  return true;
}

const recordPath = (folder: string, id: string) => join(folder, 'records', id.slice(0, 2), `${id}.json`);
const removingPath = (folder: string, id: string) => join(folder, 'removing', `${id}.json`);

/** Another name for each of two that want one key, and for one document under two keys of its encryption. */
function bytesPath(folder: string, id: string, { hash, keyId }: Pick<DocumentRecord, 'hash' | 'keyId'>): string {
  const name = hashOf(keyId === undefined ? hash : JSON.stringify([hash, keyId]));
  return join(folder, 'bytes', id.slice(0, 2), `${id}-${name}`);
}

async function recordAt(path: string): Promise<DocumentRecord | undefined> {
  const text = await durableFiles.read(path);
  return text && (JSON.parse(text.toString('utf8')) as DocumentRecord);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Digits of an instant to the millisecond. */
const instantLength = 17;

/** Names sort as instants do, and have nothing that a file system does not take. */
function placesOf(record: DocumentRecord, id: string): readonly string[] {
  const { at, partner, orders, controlNumbers } = record;
  const name = `${at.replaceAll(/\D/g, '')}-${id}`;
  const day = at.slice(0, 10);
  return [
    join('day', day, name),
    join('partner', hashOf(partner), day, name),
    ...[...new Set(orders)].map((order) => join('order', hashOf(order), name)),
    ...[...new Set(controlNumbers)].map((number) => join('number', hashOf(number), name)),
  ];
}

/** Names of all documents that may fit, oldest first, by the index that has the fewest. */
async function* namesIn(index: string, query: DocumentQuery): AsyncIterable<string> {
  const { order, controlNumber, partner, from = '', until } = query;
  if (order !== undefined) return yield* await durableFiles.names(join(index, 'order', hashOf(order)));
  if (controlNumber !== undefined) return yield* await durableFiles.names(join(index, 'number', hashOf(controlNumber)));
  const days = partner === undefined ? join(index, 'day') : join(index, 'partner', hashOf(partner));
  const after = query.after?.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') ?? '';
  for (const day of await durableFiles.names(days)) {
    if (day < from.slice(0, 10) || day < after) continue;
    if (until !== undefined && day > until.slice(0, 10)) return;
    yield* await durableFiles.names(join(days, day));
  }
}
