import { type FileStore, pathIn, type StoredFile } from '../files/file-store.ts';
import { mailboxError } from '../files/mailbox-error.ts';
import { readPieces, writePieces } from './pieces.ts';
import type { SftpConnection } from './sftp-connection.ts';
import { type SftpRequests, type SftpSession, statusOf } from './sftp-session.ts';
import { status, statusFault } from './status-fault.ts';

/**
 * The steps of a mailbox on an SFTP server: version 3 (draft-ietf-secsh-filexfer-02), which OpenSSH speaks and nearly all offer,
 * and where there are, its extensions `posix-rename@openssh.com` and `fsync@openssh.com` (PROTOCOL of OpenSSH, section 4).
 */
export function sftpStore(connection: SftpConnection, root: string): FileStore {
  const step = async <T>(path: string, work: (session: SftpSession, path: string) => Promise<T>): Promise<T> => {
    const session = await connection.session();
    try {
      return await work(session, fullPath(root, path));
    } catch (error) {
      throw statusFault(path, error);
    }
  };
  return {
    list: (folder, maximum) => step(folder, (session, path) => list(session, path, maximum)),
    state: (path) => step(path, stateOf),
    read: (path, maximumBytes) => step(path, (session, full) => read(session, full, maximumBytes)),
    write: (path, bytes, from, signal) => step(path, (session, full) => write(session, full, { bytes, from, signal })),
    publish: (from, to) => step(to, (session, full) => publish(session, fullPath(root, from), full)),
    move: (from, to) => step(to, (session, full) => move(session, fullPath(root, from), full)),
    remove: (path) => step(path, remove),
    makeFolder: (path) => step(path, makeFolder),
    // Nothing of the kind in the protocol: the server's own settings decide.
    synchronize: async () => undefined,
    close: () => connection.close(),
  };
}

function fullPath(root: string, path: string): string {
  if (path.startsWith('/')) return path;
  const full = path === '' ? root : pathIn(root, path);
  return full === '' ? '.' : full;
}

async function list({ sftp, ask }: SftpSession, folder: string, maximum: number): Promise<readonly StoredFile[]> {
  const handle = await ask<Buffer>('unavailable', (answer) => sftp.opendir(folder, answer));
  try {
    const files: StoredFile[] = [];
    // What is no file counts too, and a page without any: else a server could give such pages for ever.
    for (let seen = 0; ; ) {
      const page = await ask<Entries>('unavailable', (answer) => sftp.readdir(handle, answer)).catch(onlyAtEnd);
      if (page === undefined) return files;
      for (const { filename, attrs } of page) {
        if (filename !== '.' && filename !== '..') files.push(storedFile(filename, attrs));
      }
      seen += Math.max(page.length, 1);
      if (files.length > maximum || seen > maximum + folderItself)
        throw mailboxError('validation', `a folder has more than ${maximum} files`);
    }
  } finally {
    await closeHandle({ sftp, ask }, handle).catch(() => undefined);
  }
}

/** `.` and `..`. */
const folderItself = 2;

type Entries = Parameters<Parameters<SftpRequests['readdir']>[1]>[1];
type State = Parameters<Parameters<SftpRequests['lstat']>[1]>[1];

function onlyAtEnd(error: unknown): undefined {
  if (statusOf(error) !== status.endOfFile) throw error;
}

async function stateOf({ sftp, ask }: SftpSession, path: string): Promise<StoredFile | undefined> {
  const state = await ask<State>('unavailable', (answer) => sftp.lstat(path, answer)).catch(onlyMissing);
  return state && storedFile(path, state);
}

function onlyMissing(error: unknown): undefined {
  if (statusOf(error) !== status.noSuchFile) throw error;
}

/** Where a server does not say what a thing is, it is taken for a file. */
function storedFile(name: string, state: State): StoredFile {
  const isFile = state.mode === undefined || state.isFile();
  return { name, bytes: state.size, modifiedAt: state.mtime * 1000, isFile };
}

async function read(session: SftpSession, path: string, maximumBytes: number): Promise<Uint8Array | undefined> {
  const { sftp, ask } = session;
  const handle = await ask<Buffer>('unavailable', (answer) => sftp.open(path, 'r', answer)).catch(onlyMissing);
  if (handle === undefined) return undefined;
  try {
    const state = await ask<State>('unavailable', (answer) => sftp.fstat(handle, answer));
    if (!Number.isSafeInteger(state.size)) throw mailboxError('config', 'the server does not tell the size of a file');
    if (state.size > maximumBytes) throw mailboxError('validation', `a file has more than ${maximumBytes} bytes`);
    const bytes = state.size === 0 ? new Uint8Array() : await readPieces(session, handle, state.size);
    if (bytes.length !== state.size) throw mailboxError('unavailable', 'a file was cut off while it was read');
    return bytes;
  } finally {
    await closeHandle(session, handle).catch(() => undefined);
  }
}

async function write(
  session: SftpSession,
  path: string,
  upload: { readonly bytes: Uint8Array; readonly from: number | 'new'; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const { sftp, ask } = session;
  const { bytes, from, signal } = upload;
  const flags = from === 'new' ? 'wx' : 'r+';
  const handle = await ask<Buffer>('unavailable', (answer) => sftp.open(path, flags, answer));
  try {
    await writePieces(session, handle, bytes, { from: from === 'new' ? 0 : from, signal });
    await synchronizeFile(session, handle);
    const { size } = await ask<State>('unavailable', (answer) => sftp.fstat(handle, answer));
    if (size !== bytes.length) throw mailboxError('unavailable', `${bytes.length} bytes were sent, ${size} are there`);
  } catch (error) {
    await closeHandle(session, handle).catch(() => undefined);
    throw error;
  }
  await closeHandle(session, handle);
}

async function synchronizeFile({ sftp, ask }: SftpSession, handle: Buffer): Promise<void> {
  const done = ask<void>('unavailable', (answer) =>
    sftp.ext_openssh_fsync(handle, (error) => answer(error, undefined)),
  );
  await done.catch(ifOffered);
}

/** Passes on what an extension answers, and over that there is none. */
function ifOffered(error: unknown): 'not offered' {
  const unsupported = 8;
  const offered = statusOf(error) !== unsupported && !/does not support this extended request/.test(String(error));
  if (offered) throw error;
  return 'not offered';
}

async function closeHandle({ sftp, ask }: Pick<SftpSession, 'sftp' | 'ask'>, handle: Buffer): Promise<void> {
  await ask<void>('unavailable', (answer) => sftp.close(handle, (error) => answer(error, undefined)));
}

/**
 * By the rename of the protocol, which fails where the new name is taken (section 6.5); OpenSSH makes a link for it, so that of
 * two senders one loses. `posix-rename` would replace.
 */
async function publish(session: SftpSession, from: string, to: string): Promise<'moved' | 'exists' | 'missing'> {
  // For servers that replace all the same.
  if ((await stateOf(session, to)) !== undefined) return 'exists';
  try {
    await rename(session, from, to);
    return 'moved';
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    if ((await stateOf(session, to)) !== undefined) return 'exists';
    if ((await stateOf(session, from)) === undefined) return 'missing';
    throw error;
  }
}

/**
 * By `posix-rename`: one step of the server's file system, so that of two readers one finds nothing. The rename of OpenSSH makes a
 * link and then removes, which gives both of them a link for a moment.
 */
async function move(session: SftpSession, from: string, to: string): Promise<boolean> {
  const { sftp, ask } = session;
  try {
    const done = ask<'done' | 'not offered'>('timeout-unknown', (answer) =>
      sftp.ext_openssh_rename(from, to, (error) => answer(error, 'done')),
    ).catch(ifOffered);
    if ((await done) === 'not offered') await rename(session, from, to);
    return true;
  } catch (error) {
    const code = statusOf(error);
    if (code !== status.noSuchFile && code !== status.failure) throw error;
    // Otherwise it is the folder that is missing.
    if ((await stateOf(session, from)) === undefined) return false;
    throw error;
  }
}

async function rename({ sftp, ask }: SftpSession, from: string, to: string): Promise<void> {
  await ask<void>('timeout-unknown', (answer) => sftp.rename(from, to, (error) => answer(error, undefined)));
}

async function remove({ sftp, ask }: SftpSession, path: string): Promise<boolean> {
  const done = ask<boolean>('timeout-unknown', (answer) => sftp.unlink(path, (error) => answer(error, true)));
  return (await done.catch(onlyMissing)) ?? false;
}

async function makeFolder(session: SftpSession, path: string): Promise<void> {
  const { sftp, ask } = session;
  if ((await stateOf(session, path)) !== undefined) return;
  const above = path.replace(/\/?[^/]+\/?$/, '');
  if (above !== '' && above !== path) await makeFolder(session, above);
  try {
    await ask<void>('timeout-unknown', (answer) => sftp.mkdir(path, (error) => answer(error, undefined)));
  } catch (error) {
    // Another reader has made it.
    if (statusOf(error) === undefined || (await stateOf(session, path)) === undefined) throw error;
  }
}
