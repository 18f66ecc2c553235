import type { System } from './system.ts';

/** Enough for one write. */
const ENOUGH = 64 * 1024;

/** Prints an output that may be longer than a text can be, piece by piece. */
export async function printPieces(pieces: Iterable<string>, system: System): Promise<void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < ENOUGH) continue;
    await system.print(text);
    text = '';
  }
  if (text !== '') await system.print(text);
}
