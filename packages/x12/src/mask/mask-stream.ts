import { byteChunks, type StreamInput } from '../lexical/byte-chunks.ts';
import { growingWindow } from '../lexical/byte-window.ts';
import { Masker } from './masker.ts';

/** The copy that `mask` makes, piece by piece and in constant memory. */
export async function* maskStream(input: StreamInput): AsyncGenerator<Uint8Array, void, undefined> {
  const masker = new Masker();
  const bytes = growingWindow();
  for await (const chunk of byteChunks(input)) {
    bytes.add(chunk, masker.needed);
    yield masker.take(bytes.window);
  }
  bytes.end();
  yield masker.take(bytes.window);
}
