import { Failure } from './failure.ts';
import { readBytes } from './read-bytes.ts';
import type { System } from './system.ts';

/** Reads a file as JSON. @throws Failure when it can not be read, is larger than `most` bytes, or is no JSON in UTF-8. */
export async function readJson(file: string, system: System, most?: number): Promise<unknown> {
  const bytes = await readBytes(file, system, most);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not written in UTF-8';
    throw new Failure(`${file === '-' ? 'standard input' : file} is no JSON: ${reason}`);
  }
}
