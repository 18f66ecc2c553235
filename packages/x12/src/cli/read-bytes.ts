import type { System } from './system.ts';
import { withProgress } from './with-progress.ts';

/** All bytes of a file. @throws Failure when it can not be read. */
export async function readBytes(file: string, system: System): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of withProgress(file, system)) pieces.push(piece);
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
