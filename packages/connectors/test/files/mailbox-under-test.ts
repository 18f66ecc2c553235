import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mailbox, MailboxOptions } from '@dist/connectors/node/files';
import { MailboxError } from '@dist/connectors/node/files';
import type { FileStore } from '../../src/node/files/file-store.ts';
import { mailboxSettings } from '../../src/node/files/mailbox-options.ts';
import { mailboxOver } from '../../src/node/files/mailbox-over.ts';

/** A mailbox whose root is a folder of this machine, so that a test sees what lies there. */
export interface MailboxUnderTest {
  readonly folder: string;
  /** Another program at the same mailbox. */
  store(): FileStore;
  /** A mailbox with an `in` and an `out`, a partner that renames, and a clock that the test sets. */
  open(options?: MailboxOptions, store?: FileStore): Mailbox;
  /** Milliseconds since 1970; a test moves it on. */
  now: number;
  /** Names in a folder, sorted. */
  names(folder: string): Promise<readonly string[]>;
  text(path: string): Promise<string>;
  end(): Promise<void>;
}

/** Makes the folders; `connect` gives a store whose root is the folder. */
export async function mailboxUnderTest(connect: (folder: string) => FileStore): Promise<MailboxUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  await mkdir(join(folder, 'in'));
  await mkdir(join(folder, 'out'));
  const stores: FileStore[] = [];
  const store = () => {
    const made = connect(folder);
    stores.push(made);
    return made;
  };
  const subject: MailboxUnderTest = {
    folder,
    store,
    now: Date.parse('2026-03-02T08:00:00Z'),
    open: (options = {}, over = store()) =>
      mailboxOver(
        over,
        mailboxSettings({
          incoming: 'in',
          outgoing: 'out',
          complete: { by: 'rename' },
          now: () => subject.now,
          ...options,
        }),
      ),
    names: async (path) => (await readdir(join(folder, path)).catch(() => [])).sort(),
    text: (path) => readFile(join(folder, path), 'utf8'),
    end: async () => {
      await Promise.all(stores.map((one) => one.close()));
      await rm(folder, { recursive: true });
    },
  };
  return subject;
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Class of the failure that a promise rejects with. */
export async function classOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'nothing',
    (reason: unknown) => reason,
  );
  return error instanceof MailboxError ? error.failure.class : `no MailboxError: ${error}`;
}

/** A store that does `before` ahead of each step that changes something. */
export function hooked(
  store: FileStore,
  before: (step: 'write' | 'publish' | 'move' | 'remove' | 'makeFolder', path: string) => Promise<void> | void,
): FileStore {
  return {
    ...store,
    write: async (path, content, from, signal) => {
      await before('write', path);
      await store.write(path, content, from, signal);
    },
    publish: async (from, to) => {
      await before('publish', from);
      return await store.publish(from, to);
    },
    move: async (from, to) => {
      await before('move', from);
      return await store.move(from, to);
    },
    remove: async (path) => {
      await before('remove', path);
      return await store.remove(path);
    },
    makeFolder: async (path) => {
      await before('makeFolder', path);
      await store.makeFolder(path);
    },
  };
}

/** A store whose program dies ahead of its nth step that changes something: nothing of it happens any more. */
export function dying(store: FileStore, after: number): FileStore {
  let left = after;
  return hooked(store, () => {
    if (left-- <= 0) throw new Error('the program died');
  });
}
