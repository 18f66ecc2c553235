import { randomUUID } from 'node:crypto';
import { constants, type FileHandle, link, lstat, open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';

export interface FileDropOptions {
  /** Largest file that `get` reads, in bytes; 64 MiB when absent. */
  readonly maximumBytes?: number | undefined;
  /** A part of a temporary name that no other writer uses; a random one when absent. */
  readonly unique?: (() => string) | undefined;
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. A writer that does not write under another name first is still writing while this is young. */
  readonly modifiedAt: number;
}

/** A folder through which files are exchanged, with a partner's mailbox or another program at its other side. */
export interface FileDrop {
  /**
   * Writes a file so that a reader sees all of it or nothing, and that it is there after a power cut once this resolves.
   * The same name with the same bytes again changes nothing; with other bytes it is an error, and the first file stays.
   * Rejects with a FileDropError.
   */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The complete files by name. Hidden files, folders, links and what a writer left behind are none. */
  list(): Promise<readonly DroppedFile[]>;
  /** The bytes of a file; undefined when there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** Removes what writers that were killed before `before` (milliseconds since 1970) left behind; says how many. */
  clean(before: number): Promise<number>;
}

/** Why a file could not be written or read. */
export class FileDropError extends Error {
  readonly failure: ConnectorFailure;

  constructor(reason: ConnectorFailure, options?: ErrorOptions) {
    super(reason.message, options);
    this.name = 'FileDropError';
    this.failure = reason;
  }
}

/**
 * A file drop over one folder, which must be there. A name is one file of this folder: letters, digits and `._-~+=@`,
 * not starting with a point; another one throws a RangeError, so that no name leads out of the folder.
 */
export function fileDrop(folder: string, options: FileDropOptions = {}): FileDrop {
  const { maximumBytes = 64 * 1024 * 1024, unique = randomUUID } = options;
  return {
    put: (name, bytes) => guarded(name, () => put(folder, checkName(name), bytes, unique())),
    list: () => guarded(folder, () => list(folder)),
    get: (name) => guarded(name, () => get(join(folder, checkName(name)), maximumBytes)),
    clean: (before) => guarded(folder, () => clean(folder, before)),
  };
}

async function put(folder: string, name: string, bytes: Uint8Array, unique: string): Promise<void> {
  const target = join(folder, name);
  const temporary = join(folder, `.${checkName(unique)}${leftover}`);
  try {
    await writeWhole(temporary, bytes);
    // A link, since a rename would silently replace a file that came to this name meanwhile.
    await link(temporary, target).catch((error) => standsAlready(error, target, name, bytes));
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await synchronize(folder);
}

/** End of a temporary name; it starts with a point. */
const leftover = '.part';

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function standsAlready(error: unknown, target: string, name: string, bytes: Uint8Array): Promise<void> {
  if (codeOf(error) !== 'EEXIST') throw error;
  const state = await lstat(target).catch(onlyMissing);
  const there = state?.size === bytes.length ? await get(target, bytes.length) : undefined;
  if (there !== undefined && isEqual(there, bytes)) return;
  throw new FileDropError(failure('conflict', `${name} is there with other bytes`));
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Makes the folder's own entries last. Windows has nothing of the kind. */
async function synchronize(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function list(folder: string): Promise<readonly DroppedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: DroppedFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !names.test(entry.name)) continue;
    const state = await lstat(join(folder, entry.name)).catch(onlyMissing);
    if (state?.isFile()) files.push({ name: entry.name, bytes: state.size, modifiedAt: state.mtimeMs });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function get(path: string, maximumBytes: number): Promise<Uint8Array | undefined> {
  // A link could lead out of the folder; a pipe would never open.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch(onlyMissing);
  if (file === undefined) return undefined;
  return await readWhole(file, maximumBytes).finally(() => file.close());
}

async function readWhole(file: FileHandle, maximumBytes: number): Promise<Uint8Array | undefined> {
  const state = await file.stat();
  if (!state.isFile()) return undefined;
  if (state.size > maximumBytes) {
    throw new FileDropError(failure('validation', `a file has more than ${maximumBytes} bytes`));
  }
  return new Uint8Array(await file.readFile());
}

async function clean(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.') || !name.endsWith(leftover)) continue;
    const path = join(folder, name);
    const state = await lstat(path).catch(onlyMissing);
    if (!state?.isFile() || state.mtimeMs >= before) continue;
    await unlink(path).catch(onlyMissing);
    removed++;
  }
  return removed;
}

function onlyMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

const names = /^[A-Za-z0-9_~+=@-][A-Za-z0-9._~+=@-]{0,199}$/;

function checkName(name: string): string {
  if (!names.test(name))
    throw new RangeError('a name is one file: letters, digits and ._-~+=@, not starting with a point');
  return name;
}

/** Runs the work and says what a fault of the file system means. */
async function guarded<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const message = `${what}: ${code}`;
    throw new FileDropError(failure(classes[code] ?? 'unavailable', message, { vendor: { code } }), { cause: error });
  }
}

/** Faults that do not pass by themselves. */
const classes: Readonly<Record<string, ErrorClass>> = {
  ENOENT: 'config',
  ENOTDIR: 'config',
  ENOTSUP: 'config',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
  ELOOP: 'validation',
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
