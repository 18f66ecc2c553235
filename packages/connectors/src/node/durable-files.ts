import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Steps over files of which each is on the disk when it has resolved, or did not happen. Folders are made. */
export const durableFiles = { names, read, write, writeNew, writeEmpty, move };

/** Names in a folder, sorted; none where it is not there. */
async function names(folder: string): Promise<readonly string[]> {
  return (await orMissing(readdir(folder)))?.sort() ?? [];
}

/** Undefined where there is no such file. */
function read(path: string): Promise<Buffer | undefined> {
  return orMissing(readFile(path));
}

/** All of it is there under its name, or nothing is. */
async function write(path: string, content: Uint8Array | string): Promise<void> {
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
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(dirname(path));
  return true;
}

async function writeEmpty(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  await flushFolder(dirname(path));
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await flushFolder(dirname(to));
  await flushFolder(dirname(from));
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

async function orMissing<T>(step: Promise<T>): Promise<T | undefined> {
  try {
    return await step;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
