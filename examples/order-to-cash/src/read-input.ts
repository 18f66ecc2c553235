import { open, stat } from 'node:fs/promises';

/** The bytes of an input file, or what is wrong with it in one sentence. */
export type Input = { readonly bytes: Uint8Array } | { readonly fault: string };

/** Largest input read whole: 32 MiB is far beyond a day's purchase orders of one partner. */
const limit = 32 * 1024 * 1024;

/** Reads a file; a folder, a missing, unreadable or oversized file is a fault in words, never an exception. */
export async function readInput(path: string): Promise<Input> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return { fault: 'it is a folder; name the files in it' };
    if (!about.isFile()) return { fault: 'it is not a regular file' };
    if (about.size === 0) return { fault: 'it is empty' };
    if (about.size > limit) return { fault: await tooLarge(path, about.size) };
    return { bytes: await readAll(path, about.size) };
  } catch (error) {
    return { fault: reason(error as NodeJS.ErrnoException) };
  }
}

async function readAll(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** A large file that does not even start like X12 is called by that name. */
async function tooLarge(path: string, size: number): Promise<string> {
  const start = await readAll(path, Math.min(size, 4096));
  const text = new TextDecoder('latin1').decode(start);
  const megabytes = `${Math.ceil(size / 1024 / 1024)} MiB`;
  if (!text.includes('ISA')) return `it is not X12 (${megabytes}, and no ISA segment in its first 4,096 bytes)`;
  return `it is too large (${megabytes}; the limit is ${limit / 1024 / 1024} MiB). Split it into interchanges`;
}

function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read (permission denied)';
    default:
      return `it could not be read (${error.code ?? error.message})`;
  }
}
