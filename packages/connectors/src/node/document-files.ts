import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSought, pageLimit } from '../document-store/document-pages.ts';
import type { DocumentQuery, DocumentRecord, DocumentStore, NewDocument } from '../document-store/document-store.ts';

/**
 * Documents as files: bytes and records by the SHA-256 of their keys, and empty files that stand for the documents of a day, a
 * partner, an order or a control number. What `put` has answered is on the disk. Any number of processes put and read; one
 * at a time places holds and removes.
 */
export function documentFiles(folder: string): DocumentStore {
  const recordPath = (id: string) => join(folder, 'records', id.slice(0, 2), `${id}.json`);
  const bytesPath = (id: string, hash: string) => join(folder, 'bytes', id.slice(0, 2), `${id}-${hashOf(hash)}`);
  const recordOf = async (id: string): Promise<DocumentRecord | undefined> => {
    const text = await readOrNothing(recordPath(id));
    return text && (JSON.parse(text.toString('utf8')) as DocumentRecord);
  };
  /** What was written of a record before another one came first. What that one has too stays. */
  const withdraw = async (record: DocumentRecord, kept: DocumentRecord): Promise<void> => {
    const id = hashOf(record.key);
    if (record.hash !== kept.hash) await rm(bytesPath(id, record.hash), { force: true });
    const places = new Set(placesOf(kept, id));
    for (const place of placesOf(record, id))
      if (!places.has(place)) await rm(join(folder, 'index', place), { force: true });
  };
  return {
    put: async ({ bytes, ...record }: NewDocument) => {
      const id = hashOf(record.key);
      const known = await recordOf(id);
      if (known === undefined) {
        // The record comes last, so that what is found has its bytes.
        await writeWhole(bytesPath(id, record.hash), bytes);
        for (const place of placesOf(record, id)) await writePlace(join(folder, 'index', place));
        if (await writeNew(recordPath(id), JSON.stringify(record))) return 'kept';
      }
      const kept = known ?? (await recordOf(id));
      if (known === undefined && kept !== undefined) await withdraw(record, kept);
      return kept?.hash === record.hash ? 'known' : 'conflict';
    },
    get: async (key) => {
      const id = hashOf(key);
      const record = await recordOf(id);
      if (record === undefined) return undefined;
      const bytes = await readOrNothing(bytesPath(id, record.hash));
      return { ...record, bytes: bytes && new Uint8Array(bytes) };
    },
    find: async (query) => {
      const limit = pageLimit(query);
      const documents: DocumentRecord[] = [];
      let last: string | undefined;
      for await (const name of namesIn(join(folder, 'index'), query)) {
        if (name <= (query.after ?? '')) continue;
        const record = await recordOf(name.slice(instantLength + 1));
        if (record === undefined || !isSought(record, query)) continue;
        if (documents.length === limit) return { documents, ...(last !== undefined && { next: last }) };
        documents.push(record);
        last = name;
      }
      return { documents };
    },
    hold: async (key, hold) => {
      const id = hashOf(key);
      const record = await recordOf(id);
      if (record === undefined) return false;
      const { hold: _before, ...rest } = record;
      await writeWhole(recordPath(id), JSON.stringify({ ...rest, ...(hold && { hold }) }));
      return true;
    },
    remove: async (key) => {
      const id = hashOf(key);
      const record = await recordOf(id);
      if (record === undefined) return 'absent';
      if (record.hold !== undefined) return 'held';
      // Killed in between, the record is still there, and the next pass goes on.
      const all = join(folder, 'bytes', id.slice(0, 2));
      // Those of a writer that was killed before another one came first go too.
      for (const name of await sortedNames(all)) if (name.startsWith(id)) await rm(join(all, name), { force: true });
      for (const place of placesOf(record, id)) await rm(join(folder, 'index', place), { force: true });
      await rm(recordPath(id), { force: true });
      return 'removed';
    },
  };
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
  if (order !== undefined) return yield* await sortedNames(join(index, 'order', hashOf(order)));
  if (controlNumber !== undefined) return yield* await sortedNames(join(index, 'number', hashOf(controlNumber)));
  const days = partner === undefined ? join(index, 'day') : join(index, 'partner', hashOf(partner));
  const after = query.after?.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') ?? '';
  for (const day of await sortedNames(days)) {
    if (day < from.slice(0, 10) || day < after) continue;
    if (until !== undefined && day > until.slice(0, 10)) return;
    yield* await sortedNames(join(days, day));
  }
}

async function sortedNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readOrNothing(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** All of it is there under its name, or nothing is. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const draft = await writeDraft(path, content);
  await rename(draft, path);
  await flushFolder(dirname(path));
}

/** The same for what must not be there yet: false when it is. */
async function writeNew(path: string, content: string): Promise<boolean> {
  const draft = await writeDraft(path, content);
  try {
    await link(draft, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(dirname(path));
  return true;
}

async function writeDraft(path: string, content: Uint8Array | string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.draft`;
  await withFile(draft, 'wx', async (file) => {
    await file.writeFile(content);
    await file.sync();
  });
  return draft;
}

async function writePlace(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  await flushFolder(dirname(path));
}

/** A name that was written is on the disk when its folder is. Windows cannot open folders, and keeps them by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await withFile(folder, 'r', (file) => file.sync());
}

async function withFile(path: string, flags: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
