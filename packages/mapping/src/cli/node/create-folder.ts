import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { fileFailure } from './file-failure.ts';

/**
 * Writes a new folder with files, by path from it. They are written beside it first, and the folder gets its name when all are
 * there: nobody sees a half of it.
 * @throws Failure when there is something of that name, or it can not be written.
 */
export async function createFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  if (await exists(folder))
    throw new Failure(`${folder} is there already, and nothing is overwritten; remove it or choose another folder`);
  const parent = dirname(resolve(folder));
  let made: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    made = await mkdtemp(join(parent, '.dist-map-'));
    const inside = join(made, 'new');
    await mkdir(inside);
    for (const [path, text] of Object.entries(files)) await writeInto(inside, path, text);
    await rename(inside, folder);
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure(`${folder} can not be written`, error);
  } finally {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
  }
}

async function exists(name: string): Promise<boolean> {
  try {
    await lstat(name);
    return true;
  } catch {
    return false;
  }
}

async function writeInto(folder: string, path: string, text: string): Promise<void> {
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Failure(`${path} lies outside the folder`);
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
}
