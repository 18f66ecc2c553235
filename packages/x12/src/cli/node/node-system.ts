import { createReadStream } from 'node:fs';
import { appendFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import type { System } from '../system.ts';

/** The process, its files and its clock. */
export function nodeSystem(): System {
  return {
    isInputTerminal: process.stdin.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
    read,
    sizeOf,
    print,
    tell: (text) => {
      process.stderr.write(text);
    },
    create,
    append,
    now: () => new Date(),
    version,
  };
}

const PIECE = 1024 * 1024;

async function* read(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const stream: AsyncIterable<Uint8Array> =
    file === '-' ? process.stdin : createReadStream(file, { highWaterMark: PIECE });
  try {
    yield* stream;
  } catch (error) {
    throw new Failure(`${file === '-' ? 'standard input' : file} can not be read: ${reasonOf(error)}`);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  if (file === '-') return undefined;
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : undefined;
  } catch {
    // Reading it will say what is wrong.
    return undefined;
  }
}

function print(output: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // An error comes as an event of the stream.
    process.stdout.write(output, () => resolve());
  });
}

async function create(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    throw new Failure(`${file} can not be written: ${reasonOf(error)}`);
  }
}

async function append(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text);
  } catch (error) {
    throw new Failure(`${file} can not be written: ${reasonOf(error)}`);
  }
}

/** A package may ask for its own package.json, from wherever in it: from the sources, and from what was built of them. */
function version(): string {
  const { version } = createRequire(import.meta.url)('@dist/x12/package.json') as { readonly version: string };
  return version;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EEXIST: 'it is there already, and nothing is overwritten; remove it or choose another folder',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}
