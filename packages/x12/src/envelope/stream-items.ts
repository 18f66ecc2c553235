import { byteChunks, type StreamInput } from '../lexical/byte-chunks.ts';
import { growingWindow } from '../lexical/byte-window.ts';
import type { EnvelopeItem } from './envelope-item.ts';
import type { EnvelopeReader } from './envelope-reader.ts';

/** Feeds an input to a reader piece by piece; a piece is asked for when all that came before has been taken. */
export async function* streamItems(input: StreamInput, reader: EnvelopeReader): AsyncGenerator<EnvelopeItem> {
  const bytes = growingWindow();
  for await (const chunk of byteChunks(input)) {
    bytes.add(chunk, reader.needed);
    for (let item = reader.next(bytes.window); item !== 'more' && item !== undefined; item = reader.next(bytes.window))
      yield item;
  }
  bytes.end();
  for (let item = reader.next(bytes.window); item !== 'more' && item !== undefined; item = reader.next(bytes.window))
    yield item;
}
