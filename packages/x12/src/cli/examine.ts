import type { Definition } from '../definition/definition.ts';
import { byteChunks, type StreamInput } from '../lexical/byte-chunks.ts';
import type { Examined } from '../read-stream/examined.ts';
import { type ReadStreamOptions, readStream } from '../read-stream.ts';
import { InterchangeDigest } from './interchange-digest.ts';
import type { Seen } from './seen.ts';

/** How a file is examined. */
export interface ExamineOptions {
  readonly definitions: readonly Definition[];
  readonly nearestRelease?: boolean | undefined;
  readonly seen?: Seen | undefined;
}

/** Validates a file of any size, and tells interchanges that came before by a digest of their bytes. */
export function examine(
  input: StreamInput,
  { definitions: sets, nearestRelease, seen }: ExamineOptions,
): AsyncGenerator<Examined, void, undefined> {
  const options = { sets, nearestRelease };
  return seen === undefined ? readStream(input, options) : remembered(input, options, seen);
}

async function* remembered(
  input: StreamInput,
  options: ReadStreamOptions<readonly Definition[]>,
  known: Seen,
): AsyncGenerator<Examined, void, undefined> {
  const digest = new InterchangeDigest();
  let hash = '';
  const seen: typeof options.seen = (interchange) => {
    const { offset, length } = interchange;
    hash = digest.end(offset, offset + length);
    return known.find(interchange, hash);
  };
  for await (const item of readStream(digest.pass(byteChunks(input)), { ...options, seen })) {
    if (item.kind === 'interchange') known.remember({ ...item.interchange, hash });
    yield item;
    // Its bytes need not be kept any longer.
    if (item.kind === 'set') digest.add(item.interchange.offset, item.set.offset + item.set.length);
  }
}
