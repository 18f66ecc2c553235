import type { System } from './system.ts';

/** Smaller files are done before anyone has read how far they are. */
const LARGE = 8 * 1024 * 1024;

/** The pieces of a file; of a large one, a person sees how much has been read. */
export async function* withProgress(file: string, system: System): AsyncGenerator<Uint8Array, void, undefined> {
  const size = system.isErrorTerminal ? await system.sizeOf(file) : undefined;
  if (size === undefined || size < LARGE) {
    yield* system.read(file);
    return;
  }
  let read = 0;
  let shown = -1;
  try {
    for await (const piece of system.read(file)) {
      yield piece;
      read += piece.length;
      const percent = Math.min(100, Math.floor((read / size) * 100));
      if (percent !== shown) system.tell(`\r${file}: ${percent} %`);
      shown = percent;
    }
  } finally {
    // Back to the start of the line, and the rest of it away.
    system.tell('\r\u001b[K');
  }
}
