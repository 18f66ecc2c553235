import { byteChunks, type StreamInput } from '../lexical/byte-chunks.ts';
import { growingWindow } from '../lexical/byte-window.ts';
import type { EnvelopeItem } from './envelope-item.ts';
import type { EnvelopeReader } from './envelope-reader.ts';

/**
 * Feeds an input to a reader piece by piece and gives what `told` makes of its items, undefined left out; a piece is asked
 * for when all that came before has been taken. One generator for all: each one more would be waited for at every item.
 */
export async function* streamItems<Told>(
  input: StreamInput,
  reader: EnvelopeReader,
  told: (item: EnvelopeItem) => Told | undefined,
): AsyncGenerator<Told, void, undefined> {
  const bytes = growingWindow();
  for await (const chunk of byteChunks(input)) {
    bytes.add(chunk, reader.needed);
    for (
      let item = reader.next(bytes.window);
      item !== 'more' && item !== undefined;
      item = reader.next(bytes.window)
    ) {
      const one = told(item);
      if (one !== undefined) yield one;
    }
  }
  bytes.end();
  for (let item = reader.next(bytes.window); item !== 'more' && item !== undefined; item = reader.next(bytes.window)) {
    const one = told(item);
    if (one !== undefined) yield one;
  }
}
