import { Failure } from './failure.ts';
import type { System } from './system.ts';

const MEBIBYTE = 1024 * 1024;

/** Documents are kept in memory several times over while they are mapped. */
const MOST_BYTES = 256 * MEBIBYTE;

/** All bytes of a file. @throws Failure when it can not be read, or is larger than `most` bytes. */
export async function readBytes(file: string, system: System, most: number = MOST_BYTES): Promise<Uint8Array> {
  if (file === '-' && system.isInputTerminal) throw new Failure('there is nothing on standard input; name a file');
  const pieces: Uint8Array[] = [];
  let size = (await system.sizeOf(file)) ?? 0;
  const check = (): void => {
    if (size > most) throw new Failure(`${file} is larger than ${most / MEBIBYTE} MiB`);
  };
  check();
  size = 0;
  for await (const piece of system.read(file)) {
    size += piece.length;
    check();
    pieces.push(piece);
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
