import { constants, type FileHandle, link, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diskFault, faultCodeOf } from './disk-fault.ts';
import { type FileStore, pathIn, type StoredFile } from './file-store.ts';
import { mailboxError } from './mailbox-error.ts';

/** The steps of a mailbox on a disk of this machine, or one that it has mounted. */
export function diskStore(root: string): FileStore {
  const at = (path: string) => resolve(root, path);
  return {
    list: (folder, maximum) => guarded(folder, () => list(at(folder), maximum)),
    state: (path) => guarded(path, () => stateOf(at(path))),
    read: (path, maximumBytes) => guarded(path, () => read(at(path), maximumBytes)),
    write: (path, bytes, from, signal) => guarded(path, () => write(at(path), bytes, from, signal)),
    publish: (from, to) => guarded(to, () => publish(at(from), at(to))),
    move: (from, to) => guarded(to, () => move(at(from), at(to))),
    remove: (path) => guarded(path, () => remove(at(path))),
    makeFolder: (path) => guarded(path, () => makeFolder(path, at(path))),
    synchronize: (folder) => guarded(folder, () => synchronize(at(folder))),
    close: async () => undefined,
  };
}

/** Runs a step and says what a fault of the file system means. */
async function guarded<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw diskFault(what, error);
  }
}

async function list(folder: string, maximum: number): Promise<readonly StoredFile[]> {
  const names = await readdir(folder);
  if (names.length > maximum) throw mailboxError('validation', `a folder has more than ${maximum} files`);
  const files: StoredFile[] = [];
  for (const name of names) {
    const state = await stateOf(pathIn(folder, name));
    if (state !== undefined) files.push({ ...state, name });
  }
  return files;
}

async function stateOf(path: string): Promise<StoredFile | undefined> {
  const state = await lstat(path).catch(onlyMissing);
  return state && { name: path, bytes: state.size, modifiedAt: state.mtimeMs, isFile: state.isFile() };
}

async function read(path: string, maximumBytes: number): Promise<Uint8Array | undefined> {
  // A link could lead out of the folder; a pipe would never open.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch(onlyMissing);
  if (file === undefined) return undefined;
  return await readWhole(file, maximumBytes).finally(() => file.close());
}

async function readWhole(file: FileHandle, maximumBytes: number): Promise<Uint8Array | undefined> {
  const state = await file.stat();
  if (!state.isFile()) return undefined;
  if (state.size > maximumBytes) throw mailboxError('validation', `a file has more than ${maximumBytes} bytes`);
  const bytes = new Uint8Array(state.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) throw mailboxError('unavailable', 'a file was cut off while it was read');
    length += bytesRead;
  }
  return bytes;
}

async function write(path: string, bytes: Uint8Array, from: number | 'new', signal?: AbortSignal): Promise<void> {
  const file = await open(path, from === 'new' ? 'wx' : constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    for (let at = from === 'new' ? 0 : from; at < bytes.length; ) {
      if (signal?.aborted) throw mailboxError('unavailable', 'ended by the caller before the file had its name');
      const { bytesWritten } = await file.write(bytes, at, Math.min(piece, bytes.length - at), at);
      at += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

const piece = 1024 * 1024;

/** A link, since a rename would silently replace a file that came to this name meanwhile. */
async function publish(from: string, to: string): Promise<'moved' | 'exists' | 'missing'> {
  try {
    await link(from, to);
  } catch (error) {
    if (faultCodeOf(error) === 'EEXIST') return 'exists';
    if (faultCodeOf(error) === 'ENOENT' && (await stateOf(from)) === undefined) return 'missing';
    throw error;
  }
  await remove(from);
  return 'moved';
}

async function move(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    // Otherwise it is the folder that is missing.
    if (faultCodeOf(error) === 'ENOENT' && (await stateOf(from)) === undefined) return false;
    throw error;
  }
}

async function remove(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    onlyMissing(error);
    return false;
  }
}

async function makeFolder(path: string, full: string): Promise<void> {
  try {
    await mkdir(full, { recursive: true });
  } catch (error) {
    if (faultCodeOf(error) !== 'EEXIST') throw error;
    throw mailboxError('config', `${path}: a file is there, and no folder (EEXIST)`, 'EEXIST', { cause: error });
  }
}

/** Makes the folder's own entries last. Windows has nothing of the kind. */
async function synchronize(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function onlyMissing(error: unknown): undefined {
  if (faultCodeOf(error) !== 'ENOENT') throw error;
}
