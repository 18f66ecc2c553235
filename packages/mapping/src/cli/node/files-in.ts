import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { fileFailure } from './file-failure.ts';

/** A partner has some dozens; who names the wrong folder should hear it before all of a disk was looked through. */
const MOST_FILES = 2000;
const DEEPEST = 8;

/**
 * Paths of the files in a folder and the folders under it, from it, with `/`, sorted. Hidden ones and links are left out.
 * @throws Failure when it can not be read, or is larger than a partner's folder is.
 */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (inner: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(join(folder, inner))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      if (found.length > MOST_FILES) throw new Failure(`${folder} holds more than ${MOST_FILES} files`);
      if (!entry.isDirectory()) continue;
      if (depth === DEEPEST) throw new Failure(`${folder} holds folders deeper than ${DEEPEST}`);
      await look(path, depth + 1);
    }
  };
  await look('', 1);
  return found.sort();
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw fileFailure(`${folder} can not be read`, error);
  }
}
